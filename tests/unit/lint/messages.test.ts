import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { documentedIds, documentedRules } from '../../../src/lint/docs.ts';
import { lintText, locales, rules } from '../../../src/lint/index.ts';
import { formatFinding } from '../../../src/lint/output/text.ts';

const golden = join(import.meta.dirname, '../../fixtures/lint/golden');
const text = readFileSync(join(golden, 'all.yaml'), 'utf8');

/** Texts that stop a whole file, one each. */
const alone: Record<string, string> = {
  'syntax.yaml': 'a: b: c\n',
  'indent.yaml': 'a:\n  b: 1\n c: 2\n',
  'tab.yaml': 'a:\n\tb: 1\n',
  'quote.yaml': 'a: "b\n',
  'template.yaml': 'kind: {{ .Values.kind }}\n',
  'nul.yaml': 'a: \u0000\n',
  'directive.yaml': '%YAML 1.1\n---\na: 1\n',
  'deep.yaml': '['.repeat(500),
  'compose.yaml': 'services: {}\n',
};

describe('messages', () => {
  test.each(locales)('in %s are as recorded', async locale => {
    const parts = [
      ...lintText(text, { file: 'all.yaml', locale }).findings,
      ...Object.entries(alone).flatMap(([file, content]) => lintText(content, { file, locale }).findings),
      ...lintText('apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler\n', {
        file: 'old.yaml',
        k8s: '1.20',
        locale,
      }).findings,
      ...lintText('a: 1', { file: 'minor.yaml', k8s: '2.0', locale }).findings,
    ];
    const words = parts
      .map(finding => `${finding.level} ${finding.rule}\n${formatFinding(finding)}\n`)
      .join('\n');
    await expect(words).toMatchFileSnapshot(join(golden, `all.${locale}.txt`));
  });
});

describe('rules', () => {
  test('have unique ids of the form area/name', () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+\/[a-z0-9-]+$/);
  });

  test('each have a page, and each page a rule', () => {
    expect(documentedIds().toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
    for (const { doc } of documentedRules())
      for (const locale of locales)
        expect(Object.values(doc[locale]).every(part => part.length > 3)).toBe(true);
  });

  test('every finding above names a registered rule', () => {
    const known = new Set(rules.map(({ id }) => id));
    for (const { rule } of lintText(text, { file: 'f' }).findings) expect(known).toContain(rule);
  });
});
