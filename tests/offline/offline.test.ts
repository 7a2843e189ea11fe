import { beforeAll, describe, test } from 'vitest';
import { useChromium } from '../helpers/browser.ts';
import { builds } from '../helpers/dist.ts';
import { makeReleases, type Releases } from './releases.ts';
import type { Scenario } from './scenario.ts';
import { damage } from './scenarios/damage.ts';
import { saving } from './scenarios/save.ts';
import { updating } from './scenarios/update.ts';
import { Stage } from './stage.ts';

const browser = useChromium();

/** At the root only what depends on paths; everything under a base path, which is the harder case. */
const pathDependent = ['A1', 'B1', 'D1', 'F1', 'F2', 'J1'];

describe.each(builds)('$name', build => {
  let releases: Releases;
  beforeAll(async () => {
    releases = await makeReleases(build);
  });
  const scenarios: Scenario[] = [...saving, ...updating, ...damage].filter(
    ({ id }) => build.base !== '/' || pathDependent.includes(id),
  );

  test.for(scenarios)('$id $name', async ({ id, name, play }, { task }) => {
    const stage = await Stage.open(browser(), build.base, releases);
    try {
      const figure = await play(stage);
      Object.assign(task.meta, { reliability: { id, name, figure, where: build.base } });
    } finally {
      await stage.close();
    }
  });
});
