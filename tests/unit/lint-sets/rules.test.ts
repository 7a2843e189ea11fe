import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Locale, lintText, locales } from '../../../src/lint/index.ts';
import { formatFinding } from '../../../src/lint/output/text.ts';
import { practiceRules } from '../../../src/lint/practice/index.ts';
import { setRules } from '../../../src/lint/sets/index.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/lint-sets');
const rules = [...setRules, ...practiceRules].map(({ id, level }) => ({ id, level }));

function lint(name: string, locale: Locale = 'en') {
  const file = join(fixtures, name);
  expect(existsSync(file), `${name} is missing`).toBe(true);
  const text = readFileSync(file, 'utf8');
  return { text, findings: lintText(text, { file: name, locale }).findings };
}

/** The paths that the comments at the top of a fixture name, with the level where it is not the rule's. */
function expected(text: string, { id, level }: (typeof rules)[number]): string[] {
  return text
    .split('\n')
    .filter(line => line.startsWith('# '))
    .map(line => line.slice(2).replace(/@\d+$/, ''))
    .map(line => `${id} ${line.includes(' ') ? line : `${line} ${level}`}`);
}

describe('each rule finds what it is for, and nothing else does', () => {
  test.each(rules)('$id', rule => {
    const { text, findings } = lint(`${rule.id}.bad.yaml`);
    const found = findings.map(({ rule: id, path, level }) => `${id} ${path} ${level}`);
    expect(found.toSorted()).toEqual(expected(text, rule).toSorted());
  });
});

test.each(locales)('messages in %s are as recorded', async locale => {
  const parts = rules.flatMap(({ id }) => lint(`${id}.bad.yaml`, locale).findings);
  const comments = ['# lint-disable a/b -- c', '# lint-disable a/b', '# lint-disable api/removed -- c'];
  const text = `${comments.join('\n')}\nkind: ConfigMap\napiVersion: v1\n# lint-disable a -- b\nmetadata: {name: a}\n`;
  const words = [...parts, ...lintText(text, { file: 'comments.yaml', locale }).findings]
    .map(finding => `${finding.level} ${finding.rule}\n${formatFinding(finding)}\n`)
    .join('\n');
  await expect(words).toMatchFileSnapshot(join(fixtures, `golden.${locale}.txt`));
});

test('no change of a set makes the engine throw, or findings stray', () => {
  let state = 20260401;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
  const values = ['null', '[]', '{}', '1', '"x"', 'true', '*a', ''];
  for (const { id } of rules)
    for (let round = 0; round < 20; round++) {
      const parts = lint(`${id}.bad.yaml`).text.split(/(?<=[{,:[] ?)/);
      parts[next(parts.length)] = `${values[next(values.length)]}${['', ',', ':', '}'][next(4)]}`;
      const text = parts.join('');
      const rows = text.split('\n').length;
      for (const { line, endLine } of lintText(text, { file: 'f' }).findings)
        expect(line >= 1 && endLine >= line && endLine <= rows, text).toBe(true);
    }
}, 60_000);

describe('what is right is silent', () => {
  test.each(rules)('$id', ({ id }) => {
    const { findings } = lint(`${id}.ok.yaml`);
    expect(findings.map(({ rule, path, message }) => `${rule} ${path} ${message}`)).toEqual([]);
  });
});
