import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type LedgerFile, ledgerFile, type ManifestRecord } from '../schemas/ledger.ts';

const folder = 'src/data/ledger';

/** All records of the project, by path under `manifests/`. A file that cannot be read throws with its name. */
export function readLedger(root: string): Map<string, ManifestRecord> {
  const records = new Map<string, ManifestRecord>();
  if (!existsSync(join(root, folder))) return records;
  for (const name of readdirSync(join(root, folder)).sort()) {
    if (!name.endsWith('.json')) continue;
    for (const [path, record] of Object.entries(readSet(root, name.slice(0, -5)).manifests))
      records.set(path, record);
  }
  return records;
}

/** The records of one set; none when it has no file. */
export function readSet(root: string, set: string): LedgerFile {
  const file = join(root, folder, `${set}.json`);
  if (!existsSync(file)) return { manifests: {} };
  const result = ledgerFile.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!result.success)
    throw new Error(
      `${folder}/${set}.json: ${result.error.issues[0]?.path.join('.')}: ${result.error.issues[0]?.message}`,
    );
  return result.data;
}

/** Writes the records of one set, sorted by path, then by server version. */
export function writeSet(root: string, set: string, { manifests }: LedgerFile): void {
  const byName = ([a]: [string, unknown], [b]: [string, unknown]) =>
    a.localeCompare(b, 'en', { numeric: true });
  const sorted = Object.entries(manifests)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, record]) => [
      path,
      { ...record, servers: Object.fromEntries(Object.entries(record.servers).sort(byName)) },
    ]);
  const text = JSON.stringify(ledgerFile.parse({ manifests: Object.fromEntries(sorted) }), null, 1);
  writeFileSync(join(root, folder, `${set}.json`), `${text}\n`);
}
