import type { ManifestRecord } from '../schemas/ledger.ts';
import type { ManifestFile } from '../schemas/manifest.ts';
import type { ManifestSet } from '../schemas/set.ts';
import type { Problem } from '../site/error.ts';
import { releasesOf } from '../site/kubernetes.ts';

/** What the check needs to know of a manifest. */
export type LedgerSubject = Pick<ManifestFile, 'path' | 'set' | 'sha256' | 'entry'>;

/** True for a file that readers are meant to use: not historic, and not wrong on purpose. */
export function isCopyable({ set, entry }: Pick<ManifestFile, 'set' | 'entry'>): boolean {
  return isMeantToWork({ set, entry }) && !entry.unverifiable;
}

/** False for historic files and for those that are wrong on purpose. */
export function isMeantToWork({ set, entry }: Pick<ManifestFile, 'set' | 'entry'>): boolean {
  return set !== 'legacy' && !entry.expect && !entry.refused;
}

/**
 * Whether the ledger says enough about every manifest: its exact bytes have a record, a copyable one was accepted by every
 * release that it claims and that can be built, and one that is wrong on purpose was judged at least once. What a step of
 * its set promises (`until`) was reached on each of these releases, or on a real node where only that can show it.
 */
export function checkLedger(
  files: readonly LedgerSubject[],
  records: ReadonlyMap<string, ManifestRecord>,
  steps: readonly ManifestSet['steps'][number][] = [],
): Problem[] {
  const problems = files.flatMap(file => {
    const record = records.get(file.path);
    const last = steps.findLast(({ apply }) => apply.includes(file.path));
    const what = fault(file, record) ?? (record && last && brokenPromise(file, record, last));
    return what ? [problem(file.path, what)] : [];
  });
  const known = new Set(files.map(({ path }) => path));
  for (const path of records.keys())
    if (!known.has(path))
      problems.push(problem(path, '記録はありますが、ファイルがありません。', path.split('/')[0]));
  return problems;
}

function fault(file: LedgerSubject, record: ManifestRecord | undefined): string | undefined {
  const { entry, sha256 } = file;
  if (!record) return 'APIサーバーで確かめた記録がありません。';
  if (record.sha256 !== sha256) return 'ファイルの中身が、記録したときのバイトと違います。';
  const refusedBy = Object.entries(record.loaders ?? {}).filter(([, { verdict }]) => verdict === 'reject');
  if (refusedBy.length > 0 && isMeantToWork(file))
    return `${refusedBy.map(([name, { words }]) => `${name}が拒否しました（${words ?? ''}）`).join('、')}。`;
  if (entry.unverifiable || record.loaders) return undefined;
  const claimed = releasesOf(entry.claims);
  const of = (verdict: string) => claimed.filter(version => record.servers[version]?.verdict === verdict);
  if (isCopyable(file)) {
    const missing = claimed.filter(version => record.servers[version]?.verdict !== 'accept');
    if (missing.length === 0) return undefined;
    const said = missing.flatMap(version => record.servers[version]?.words ?? [])[0];
    return `対象の版 ${missing.join('、')} のAPIサーバーが受け入れた記録がありません${said ? `（${said}）` : ''}。`;
  }
  if (entry.refused && of('reject').length < claimed.length)
    return `APIサーバーが拒否するはずのファイルですが、${of('accept').join('、') || 'どの版でも'}拒否されていません。`;
  return Object.keys(record.servers).length > 0 ? undefined : 'APIサーバーで確かめた記録がありません。';
}

function brokenPromise(
  { entry }: LedgerSubject,
  { servers }: ManifestRecord,
  { until = [], needs }: ManifestSet['steps'][number],
): string | undefined {
  const promise = until.join('; ');
  if (!promise) return undefined;
  const isKept =
    needs === 'node'
      ? Object.values(servers).some(({ node }) => node?.condition === promise)
      : releasesOf(entry.claims).every(version => servers[version]?.condition === promise);
  return isKept ? undefined : `set.json が約束する状態（${promise}）に達した記録がありません。`;
}

const problem = (path: string, what: string, target = path): Problem => ({
  where: `manifests/${path}`,
  what,
  why: '配るファイルはどれも、そのバイトのまま本物のAPIサーバーに送り、答えを記録しています。',
  fix: `npm run verify -- ${target}`,
});
