import { describe, expect, test } from 'vitest';
import { checkLedger, type LedgerSubject } from '../../../src/ledger/check.ts';
import { ledgerIndex, recordLine } from '../../../src/ledger/view.ts';
import type { ManifestRecord, ServerRecord } from '../../../src/schemas/ledger.ts';
import { releasesOf } from '../../../src/site/kubernetes.ts';

const sha256 = 'a'.repeat(64);
const accept: ServerRecord = {
  verdict: 'accept',
  warnings: [],
  condition: 'applied',
  lab: 'simulated',
  date: '2026-11-21',
  command: 'kubectl apply --server-side --dry-run=server --validate=strict -f web/a.yaml',
};
const reject: ServerRecord = { ...accept, verdict: 'reject', condition: null, words: 'Service is invalid' };
const file = (entry: LedgerSubject['entry'] = {}, set = 'web'): LedgerSubject => ({
  path: `${set}/a.yaml`,
  set,
  sha256,
  entry,
});
const record = (servers: ManifestRecord['servers'], sha = sha256): ManifestRecord => ({
  sha256: sha,
  servers,
});
const faults = (subject: LedgerSubject, known?: ManifestRecord) =>
  checkLedger([subject], new Map(known ? [[subject.path, known]] : []));

const both = { '1.35.4': accept, '1.36.3': accept };
/** Every release that a file without claims has to be sent to. */
const every = Object.fromEntries(releasesOf(undefined).map(version => [version, accept]));

describe('the check of the ledger', () => {
  test.each([
    { name: 'wants a record', subject: file(), known: undefined },
    { name: 'wants the same bytes', subject: file(), known: record(every, 'b'.repeat(64)) },
    { name: 'wants every claimed release', subject: file(), known: record({ '1.36.3': accept }) },
    {
      name: 'lets no copyable file be refused',
      subject: file({ claims: ['1.36'] }),
      known: record({ '1.36.3': reject }),
    },
    { name: 'wants a judgement of a historic file', subject: file({}, 'legacy'), known: record({}) },
    {
      name: 'wants the refusal that a file promises',
      subject: file({ refused: 'forbidden' }),
      known: record(every),
    },
    {
      name: 'hears a program that is no API server',
      subject: file({ unverifiable: 'kindの設定' }),
      known: {
        ...record({}),
        loaders: { 'kind 0.33.0': { verdict: 'reject' as const, words: 'no', date: '2026-11-21' } },
      },
    },
  ])('$name', ({ subject, known }) => {
    const problems = faults(subject, known);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.where).toBe(`manifests/${subject.path}`);
    expect(problems[0]?.fix).toBe(`npm run verify -- ${subject.path}`);
  });

  test.each([
    { name: 'accepts a file that all claimed releases accept', subject: file(), known: record(every) },
    {
      name: 'asks only the claimed minors',
      subject: file({ claims: ['1.36'] }),
      known: record({ '1.34.4': reject, '1.36.3': accept }),
    },
    {
      name: 'accepts a refusal of a historic file',
      subject: file({}, 'legacy'),
      known: record({ '1.36.3': reject }),
    },
    {
      name: 'accepts a historic file that servers still take',
      subject: file({ expect: [{ rule: 'api/deprecated' }] }, 'legacy'),
      known: record({ '1.36.3': accept }),
    },
    {
      name: 'accepts a reason',
      subject: file({ unverifiable: 'kindの設定ファイルです' }),
      known: record({}),
    },
  ])('$name', ({ subject, known }) => {
    expect(faults(subject, known)).toEqual([]);
  });

  test('names records of files that are gone', () => {
    expect(checkLedger([], new Map([['web/gone.yaml', record(every)]]))[0]?.fix).toBe(
      'npm run verify -- web',
    );
  });
});

describe('what a set promises', () => {
  const until = ['rollout status deployment/a'];
  const kept = { ...accept, condition: 'rollout status deployment/a' };
  const everyKept = Object.fromEntries(releasesOf(undefined).map(version => [version, kept]));
  const node = { condition: 'rollout status deployment/a', date: '2026-11-21', substituted: {} };
  test.each([
    {
      name: 'is reached on every claimed release',
      servers: everyKept,
      needs: {},
      count: 0,
    },
    {
      name: 'is not reached on one of them',
      servers: { ...everyKept, '1.35.4': accept },
      needs: {},
      count: 1,
    },
    {
      name: 'is reached on a real node, where only that shows it',
      servers: { ...every, '1.36.3': { ...accept, node } },
      needs: { needs: 'node' as const },
      count: 0,
    },
    { name: 'was never tried on a real node', servers: every, needs: { needs: 'node' as const }, count: 1 },
  ])('$name', ({ servers, needs, count }) => {
    const step = { apply: ['web/a.yaml'], until, ...needs };
    expect(checkLedger([file()], new Map([['web/a.yaml', record(servers)]]), [step])).toHaveLength(count);
  });
});

describe('what is published', () => {
  test('a line is silent about other bytes', () => {
    expect(recordLine(sha256, record(both))).toEqual({
      accepted: ['1.35.4', '1.36.3'],
      rejected: [],
      programs: [],
      date: '2026-11-21',
    });
    expect(recordLine('b'.repeat(64), record(both))).toBeUndefined();
  });

  test('the index says what a file is meant to show', () => {
    const files = [
      file(),
      file({ expect: [{ rule: 'api/removed' }] }, 'legacy'),
      file({ expect: [{ rule: 'api/deprecated' }] }, 'old'),
      file({ unverifiable: 'kindの設定ファイルです' }, 'kind'),
    ];
    const reached = { condition: 'rollout status deployment/a', date: '2026-11-21', substituted: {} };
    const records = new Map([
      ['web/a.yaml', record({ '1.36.3': { ...accept, node: reached } })],
      ['legacy/a.yaml', record({ '1.36.3': reject })],
      ['old/a.yaml', record(both)],
      ['kind/a.yaml', record({})],
    ]);
    const { manifests } = ledgerIndex(files, records);
    expect(manifests['web/a.yaml']).toMatchObject({
      sha256,
      servers: { '1.36.3': { condition: reached.condition } },
    });
    expect(manifests['web/a.yaml']).not.toHaveProperty('expect');
    expect(manifests['legacy/a.yaml']).toMatchObject({ expect: 'reject' });
    expect(manifests['old/a.yaml']).toMatchObject({ expect: 'lint' });
    expect(manifests['kind/a.yaml']).toMatchObject({ unverifiable: 'kindの設定ファイルです' });
  });
});
