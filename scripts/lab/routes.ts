// npm run routes -- [chapter...] [--enter COMMAND] [--substituted IMAGE=REAL ...]
// Proves each arrow of a chapter's routing diagrams with a real request on a lab with a real node, and stores what answered.
// Writes a chapter only when every request was answered as expected.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type RouteResults, routeFile, routeResults } from '../../src/schemas/routes.ts';
import { root } from '../lib/run.ts';
import { usesImage } from '../verify/merge.ts';
import { readArguments } from './arguments.ts';
import { LabError, runMain } from './error.ts';
import { findLab, type Shell } from './find.ts';
import { interruptible } from './interruptible.ts';
import { createNormalizer } from './normalize.ts';
import { objectNames } from './object-names.ts';

const source = join(root, 'src/content/routes');
const target = join(root, 'src/data/routes');

await runMain('routes', main);

async function main(): Promise<number> {
  const { values, positionals } = readArguments({
    enter: { type: 'string' },
    substituted: { type: 'string', multiple: true, default: [] },
  });
  const chapters =
    positionals.length > 0 ? positionals : readdirSync(source).map(name => name.replace(/\.yaml$/, ''));
  return interruptible(async signal => {
    const lab = findLab('node', values.enter, values.substituted, signal);
    let failed = 0;
    for (const chapter of chapters) {
      const { results, failures } = await proveChapter(chapter, lab);
      for (const failure of failures) console.error(`${chapter}: ${failure}`);
      failed += failures.length;
      if (failures.length > 0) continue;
      writeFileSync(
        join(target, `${chapter}.json`),
        `${JSON.stringify(routeResults.parse(results), null, 1)}\n`,
      );
      for (const [diagram, { answers }] of Object.entries(results))
        console.log(`${chapter}: ${diagram}: ${answers.length} arrows proven`);
    }
    return failed > 0 ? 1 : 0;
  });
}

async function proveChapter(
  chapter: string,
  lab: Shell,
): Promise<{ results: RouteResults; failures: string[] }> {
  const file = join(source, `${chapter}.yaml`);
  if (!existsSync(file)) throw new LabError(`src/content/routes/${chapter}.yaml does not exist.`);
  const text = readFileSync(file, 'utf8');
  const results: RouteResults = {};
  const failures: string[] = [];
  const date = new Date().toISOString().slice(0, 10);
  for (const { diagram, prelude, setup, checks, teardown } of routeFile.parse(parse(text, { merge: true }))) {
    const normalize = createNormalizer(objectNames(chapter), date);
    const run = (command: string, isClearing = false) => lab.run(`${prelude}\n${command}`, isClearing);
    try {
      const broken = await firstBroken(setup, run);
      if (broken) {
        failures.push(`${diagram}: its set-up failed: ${broken}`);
        continue;
      }
      const answers: RouteResults[string]['answers'] = [];
      for (const { arrow, says, run: command, expect } of checks) {
        const { output } = await run(command);
        if (!new RegExp(expect).test(output))
          failures.push(`${diagram}: ${arrow}: ${command}\n  ${output}\n  does not match /${expect}/`);
        answers.push({ arrow, says, run: command, output: normalize(output) });
      }
      const images = Object.entries(lab.substituted).filter(([image]) =>
        manifestTexts(setup).some(used => usesImage(used, image)),
      );
      results[diagram] = {
        k8s: (await lab.versions()).server,
        date,
        substituted: Object.fromEntries(images),
        answers,
      };
    } finally {
      for (const command of teardown) await run(command, true);
    }
  }
  return { results, failures };
}

async function firstBroken(
  commands: readonly string[],
  run: (command: string) => Promise<{ exit: number }>,
): Promise<string | undefined> {
  for (const command of commands) if ((await run(command)).exit !== 0) return command;
  return undefined;
}

/** Texts of the manifests that commands apply. */
function manifestTexts(commands: readonly string[]): string[] {
  const paths = commands.flatMap(command =>
    [...command.matchAll(/-f (\S+\.yaml)/g)].map(([, path]) => path ?? ''),
  );
  return paths.map(path => readFileSync(join(root, 'manifests', path), 'utf8'));
}
