import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { readData } from '../../../src/checks/data.node.ts';
import { readLedger } from '../../../src/ledger/read.node.ts';
import { newestAnswer } from '../../../src/ledger/view.ts';
import { lintText } from '../../../src/lint/index.ts';

const { errata, recordings } = readData(root, []);
const records = readLedger(root);
const proofs = [...errata].flatMap(([id, { proofs }]) => proofs.map(proof => ({ id, proof })));

const lint = proofs.flatMap(({ id, proof }) => (proof.by === 'lint' ? [{ id, ...proof }] : []));
describe.each(lint)('$id is proven by $rule', ({ rule, manifest, now }) => {
  test('the linter finds the fault in the old form', () => {
    const text = readFileSync(join(root, 'manifests', manifest), 'utf8');
    expect(lintText(text, { file: manifest }).findings.map(finding => finding.rule)).toContain(rule);
  });

  test('a real API server has judged the old form, and accepts the new one', () => {
    expect(newestAnswer(records.get(manifest)), `npm run verify -- ${manifest}`).toBeDefined();
    if (now) expect(newestAnswer(records.get(now))?.verdict, `npm run verify -- ${now}`).toBe('accept');
  });
});

const sessions = proofs.flatMap(({ id, proof }) => (proof.by === 'session' ? [{ id, ...proof }] : []));
test.each(sessions)('$id is proven by the recording $session', ({ session }) => {
  const [slug = '', name = ''] = session.split('/');
  expect(recordings.get(slug)?.sessions[name], `npm run record -- ${slug}`).toBeDefined();
});
