import { describe, expect, test } from 'vitest';
import { commandDocs } from '../../../src/lint/kubectl/docs.ts';
import { commandRules, lintCommand } from '../../../src/lint/kubectl/index.ts';
import errata from '../../fixtures/kubectl/errata.json' with { type: 'json' };

const rulesOf = (command: string) => [
  ...new Set(
    lintCommand(command, { k8s: '1.36', locale: 'ja', files: ['services/clusterip.yaml'] }).map(
      ({ rule }) => rule,
    ),
  ),
];

describe.each(commandRules.map(rule => ({ ...rule, doc: commandDocs[rule.id] })))('$id', ({ id, doc }) => {
  test('finds fault with its bad example', () => {
    expect(rulesOf(doc.bad)).toContain(id);
  });

  test('lets its good example pass', () => {
    expect(rulesOf(doc.good)).toEqual([]);
  });

  test.each([doc.ja, doc.en])('says what it is, why it matters and how to mend it', words => {
    expect(Object.values(words).every(text => text.length > 5)).toBe(true);
  });
});

test('every rule has words and every word has a rule', () => {
  expect(Object.keys(commandDocs).sort()).toEqual(commandRules.map(({ id }) => id).sort());
});

describe.each(Object.entries(errata))('erratum %s', (id, { rules, old, now }) => {
  test.each(old)('finds fault with what the notes said: %s', command => {
    expect(rulesOf(command)).toEqual(expect.arrayContaining(rules));
  });

  test.each(now)('lets what is right today pass: %s', command => {
    expect(rulesOf(command)).toEqual([]);
  });

  test('is named by its rules', () => {
    for (const rule of commandRules.filter(known => rules.includes(known.id)))
      expect(commandDocs[rule.id].errata).toContain(id);
  });
});
