import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeCorpus } from '../../../scripts/bench/corpus.ts';
import { root } from '../../../scripts/lib/run.ts';
import { lintText, minors, validMinors } from '../../../src/lint/index.ts';

/** Each minor checked by itself, with nothing remembered from another. */
function oneByOne(text: string): string[] {
  return minors().filter(
    k8s =>
      // Rules about several objects are no matter of a minor's API; the rest must agree.
      !lintText(text, { file: 'f', k8s }).findings.some(
        ({ level, rule }) => level === 'error' && !rule.startsWith('set/'),
      ),
  );
}

const fixtures = join(root, 'tests/fixtures/lint');
const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' }).filter(name =>
  name.endsWith('.yaml'),
);

test('where a file is valid does not depend on what is remembered between minors', () => {
  const texts = [
    ...files.map(name => ({ name, text: readFileSync(join(fixtures, name), 'utf8') })),
    ...makeCorpus(30, 7),
  ];
  expect(texts.length).toBeGreaterThan(400);
  for (const { name, text } of texts) expect(validMinors(text), name).toEqual(oneByOne(text));
}, 120_000);
