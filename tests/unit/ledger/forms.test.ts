import { describe, expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { root } from '../../../scripts/lib/run.ts';
import { readData } from '../../../src/checks/data.node.ts';
import { readLedger } from '../../../src/ledger/read.node.ts';
import { newestAnswer } from '../../../src/ledger/view.ts';
import { loadRegistry } from '../../../src/registry/load.node.ts';

/** What no manifest of the book can have. */
const EXEMPT: Record<string, string> = {
  'e70 now': "a cloud's CSI driver",
  'e03 old': 'what is wrong is that pathType is missing',
  'e04 old': 'of two equal keys, the second is the new form',
  'e50 old': 'what is wrong is that completions is missing',
};

const records = readLedger(root);
const manifests = loadRegistry(root)
  .files.filter(({ set }) => set !== 'legacy')
  .map(({ path, text }) => ({
    path,
    documents: parseAllDocuments(text).map(item => item.toJS() as unknown),
  }));

/** Whether a value is part of another, at its top: a list's items in any order, and anything for what is left open (`null`). */
function isWithin(part: unknown, whole: unknown): boolean {
  if (part === null) return true;
  if (Array.isArray(part))
    return Array.isArray(whole) && part.every(item => whole.some(other => isWithin(item, other)));
  if (typeof part !== 'object') return part === whole;
  if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return false;
  const fields = new Map(Object.entries(whole));
  return Object.entries(part ?? {}).every(
    ([key, value]) => fields.has(key) && isWithin(value, fields.get(key)),
  );
}

const isAnywhereIn = (part: unknown, whole: unknown): boolean =>
  isWithin(part, whole) ||
  (typeof whole === 'object' &&
    whole !== null &&
    Object.values(whole).some(inner => isAnywhereIn(part, inner)));

const holders = (text: string) => {
  const part: unknown = parse(text, { uniqueKeys: false });
  return manifests.filter(({ documents }) => documents.some(document => isAnywhereIn(part, document)));
};

const forms = [...readData(root, []).errata].flatMap(([id, erratum]) =>
  (['old', 'now'] as const).flatMap(key =>
    erratum[key].as === 'yaml' ? [{ name: `${id} ${key}`, text: erratum[key].text }] : [],
  ),
);
const of = (key: string) => forms.filter(({ name }) => name.endsWith(key) && !EXEMPT[name]);

test('exemptions are needed', () => {
  for (const name of Object.keys(EXEMPT)) {
    const text = forms.find(form => form.name === name)?.text ?? '';
    expect(holders(text).length > 0, name).toBe(name.endsWith('old'));
  }
});

describe('the YAML that an erratum calls right stands in a manifest that was accepted', () => {
  test.each(of('now'))('$name', ({ text }) => {
    const answers = holders(text).map(({ path }) => newestAnswer(records.get(path))?.verdict);
    expect(answers).toContain('accept');
  });
});

describe('the YAML that an erratum calls wrong stands in no manifest to copy', () => {
  test.each(of('old'))('$name', ({ text }) => {
    expect(holders(text).map(({ path }) => path)).toEqual([]);
  });
});
