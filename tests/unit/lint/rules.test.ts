import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { minorOfFixture } from '../../../src/lint/examples.node.ts';
import { lintText, rules } from '../../../src/lint/index.ts';
import { allWorkloadRules } from '../../../src/lint/rules/workloads-all.ts';

/** `<area>-<name>/ok-*.yaml` and `bad-*.yaml`, by the id of a rule; `bad-plain-1.22.yaml` is for that minor. */
const root = join(import.meta.dirname, '../../fixtures/lint');
const folders = new Set(readdirSync(root));

const cases = rules.flatMap(({ id, level }) => {
  const folder = id.replace('/', '-');
  if (!folders.has(folder)) return [];
  return readdirSync(join(root, folder)).map(file => ({ id, level, file: `${folder}/${file}` }));
});

describe('every example of a rule', () => {
  test.each(cases)('$file', ({ id, level, file }) => {
    const text = readFileSync(join(root, file), 'utf8');
    // Hints may come on top: an example of an error is as short as it can be.
    const options = { file, k8s: minorOfFixture(file) };
    const findings = lintText(text, options).findings.filter(finding => finding.level === level);
    const seen = [...new Set(findings.map(({ rule }) => rule))];
    const isBad = /\/bad-/.test(file);
    expect(seen).toEqual(isBad ? [id] : []);
    for (const { line, endLine } of findings) {
      expect(line).toBeGreaterThan(0);
      expect(endLine).toBeLessThanOrEqual(text.split('\n').length);
    }
  });

  test('a rule of pods, workloads and metadata has good and bad ones', () => {
    const files = new Set(cases.map(({ id, file }) => `${id} ${/\/(ok|bad)-/.exec(file)?.[1]}`));
    const bare = allWorkloadRules.filter(({ id }) => !files.has(`${id} ok`) || !files.has(`${id} bad`));
    expect(bare.map(({ id }) => id)).toEqual([]);
  });
});
