import type { LedgerFile, ManifestRecord, ServerRecord } from '../../src/schemas/ledger.ts';
import type { ManifestFile } from '../../src/schemas/manifest.ts';
import type { SetResult } from './set.ts';

/** A file's record without anything that was said about other bytes. */
function current(ledger: LedgerFile, { path, sha256 }: ManifestFile): ManifestRecord {
  const known = ledger.manifests[path];
  return known?.sha256 === sha256 ? known : { sha256, servers: {} };
}

/** Records of files that still exist; the others are dropped. */
function existing(ledger: LedgerFile, files: readonly ManifestFile[]): LedgerFile {
  const entries = files.map(file => [file.path, current(ledger, file)] as const);
  return { manifests: Object.fromEntries(entries.filter(([path]) => path in ledger.manifests)) };
}

/** Puts what a server said into the ledger of a set. What a real node has shown of the same bytes stays. */
export function mergeServer(
  ledger: LedgerFile,
  files: readonly ManifestFile[],
  version: string,
  { records }: SetResult,
): LedgerFile {
  const merged = existing(ledger, files);
  for (const file of files) {
    const record = records.get(file.path);
    if (!record) continue;
    const before = current(merged, file);
    const node = before.servers[version]?.node;
    merged.manifests[file.path] = {
      ...before,
      servers: { ...before.servers, [version]: node ? { ...record, node } : record },
    };
  }
  return merged;
}

/** Puts the conditions that a real node reached beside what the same release said before. */
export function mergeNode(
  ledger: LedgerFile,
  files: readonly ManifestFile[],
  version: string,
  { records, conditions }: SetResult,
  date: string,
  substituted: Readonly<Record<string, string>>,
): LedgerFile {
  const merged = existing(ledger, files);
  for (const file of files) {
    const condition = conditions.get(file.path);
    const said: ServerRecord | undefined = current(merged, file).servers[version] ?? records.get(file.path);
    if (!condition || !said) continue;
    const used = Object.entries(substituted).filter(([name]) => usesImage(file.text, name));
    const node = { condition, date, substituted: Object.fromEntries(used) };
    const before = current(merged, file);
    merged.manifests[file.path] = {
      ...before,
      servers: { ...before.servers, [version]: { ...said, node } },
    };
  }
  return merged;
}

/** Puts what a configuration's own program said into the ledger, and the bytes of files that nothing can judge. */
export function mergeLoaders(
  ledger: LedgerFile,
  files: readonly ManifestFile[],
  loaders: ReadonlyMap<string, NonNullable<ManifestRecord['loaders']>>,
): LedgerFile {
  const merged = existing(ledger, files);
  for (const file of files) {
    const said = loaders.get(file.path);
    if (said) merged.manifests[file.path] = { ...current(merged, file), loaders: said };
    else if (file.entry.unverifiable) merged.manifests[file.path] = current(merged, file);
  }
  return merged;
}

/** True when a manifest runs this image: `busybox:1.38.0`. */
export function usesImage(text: string, image: string): boolean {
  const escaped = image.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`image: *["']?${escaped}["']?\\s*(#.*)?$`, 'm').test(text);
}
