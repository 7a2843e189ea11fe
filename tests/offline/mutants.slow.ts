import { beforeAll, expect, test } from 'vitest';
import { useChromium } from '../helpers/browser.ts';
import { builds } from '../helpers/dist.ts';
import { type Mutant, makeReleases, plant, type Releases } from './releases.ts';
import { damage } from './scenarios/damage.ts';
import { saving } from './scenarios/save.ts';
import { updating } from './scenarios/update.ts';
import { Stage } from './stage.ts';

/** Faults of a worker that somebody might write, and the scenario that has to notice each. */
const mutants: (Mutant & { noticedBy: string })[] = [
  {
    name: 'reads without checking the hash',
    file: 'store.ts',
    from: 'body && (await digest(body)) === entry[1]',
    to: 'body',
    noticedBy: 'D2',
  },
  {
    name: 'stores without checking the hash',
    file: 'download.ts',
    from: '(await digest(body)) !== hash',
    to: 'false',
    noticedBy: 'C3',
  },
  {
    name: 'stores what a pack brings without checking the hash',
    file: 'packs.ts',
    from: '(await digest(body)) === hash',
    to: 'true',
    noticedBy: 'P1',
  },
  {
    name: 'waits for ever for a pack',
    file: 'packs.ts',
    from: 'stop.abort()',
    to: '{}',
    noticedBy: 'P2',
  },
  {
    name: 'forgets the release that waits',
    file: 'store.ts',
    from: '...[current, previous, pending]',
    to: '...[current, previous]',
    noticedBy: 'M1',
  },
  {
    name: 'forgets the release of open tabs',
    file: 'main.ts',
    from: 'previous: isSame ? previous : current',
    to: 'previous: undefined',
    noticedBy: 'B2',
  },
  {
    name: 'takes over without asking',
    file: 'main.ts',
    from: 'if (current?.build === release.build) await',
    to: 'await',
    noticedBy: 'B1',
  },
  {
    name: 'starts from the beginning after an interruption',
    file: 'install.ts',
    from: '!had.has(entryKey(entry))',
    to: 'true',
    noticedBy: 'C1',
  },
  {
    name: 'keeps what there is no room for',
    file: 'install.ts',
    from: "if (reason === 'space') await sweep(copy);",
    to: '',
    noticedBy: 'E1',
  },
  {
    name: 'never tidies up',
    file: 'main.ts',
    from: 'await sweep(copy);',
    to: '',
    noticedBy: 'K2',
  },
  {
    name: 'drops the security headers',
    file: 'store.ts',
    from: '.filter(([name]) => kept.test(name))',
    to: ".filter(([name]) => name === 'content-type')",
    noticedBy: 'O13',
  },
  {
    name: 'answers ranges with the whole file',
    file: 'main.ts',
    from: "!request.headers.has('range')",
    to: 'true',
    noticedBy: 'H1',
  },
  {
    name: 'does not know that index.html is the folder',
    file: 'answer.ts',
    from: "path.replace(/(?<=\\/)index\\.html$/, '')",
    to: "''",
    noticedBy: 'A1',
  },
  {
    name: 'takes the copy back when the old worker has time',
    file: 'remove.ts',
    from: "worker.addEventListener('install', event => event.waitUntil(remove(worker.registration)));",
    to: '',
    noticedBy: 'F1',
  },
  {
    name: 'takes the copy back but lets the old worker fill it',
    file: 'remove.ts',
    from: 'registration.active?.postMessage(order);',
    to: '',
    noticedBy: 'F1',
  },
  {
    name: 'takes back the worker but not the copy',
    file: 'remove.ts',
    from: 'await caches.delete(copyName(decodeURIComponent(new URL(registration.scope).pathname)));',
    to: '',
    noticedBy: 'F1',
  },
];

const scenarios = new Map([...saving, ...updating, ...damage].map(scenario => [scenario.id, scenario]));
const build = builds.find(({ base }) => base !== '/');

const browser = useChromium();
let releases: Releases;
beforeAll(async () => {
  if (!build) throw new Error('There is no build under a base path.');
  releases = await makeReleases(build);
});

test.each(mutants)('a worker that $name is noticed by $noticedBy', async mutant => {
  const scenario = scenarios.get(mutant.noticedBy);
  if (!build || !scenario) throw new Error(`There is no scenario ${mutant.noticedBy}.`);
  await plant(mutant, releases);
  const stage = await Stage.open(browser(), build.base, releases);
  try {
    await expect(scenario.play(stage)).rejects.toThrow();
  } finally {
    await stage.close();
  }
});
