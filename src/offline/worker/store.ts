import { addressOf, copyName, type FileEntry, keyOf, type Ledger } from '../protocol.ts';
import { base, origin, release } from './scope.ts';

/** Headers that the copy keeps: without them an offline page would be less safe than the page it stands for. */
const kept =
  /^(content-(type|language|security-policy)|x-content-type-options|referrer-policy|permissions-policy|cross-origin-.*)$/;

const ledgerKey = addressOf(origin, `${base}__offline`);

/** Entries of this release by decoded path. */
export const entries = new Map(release.entries.map(entry => [base + entry[0], entry]));

/** Everything this release needs. */
export const keys = release.entries.map(entry => entryKey(entry));

/** The key of an entry of this release. */
export function entryKey([path, hash]: FileEntry): string {
  return keyOf(origin, base + path, hash);
}

export function openCopy(): Promise<Cache> {
  return caches.open(copyName(base));
}

/** Length of the files of these entries together. */
export function bytesOf(list: readonly FileEntry[]): number {
  return list.reduce((sum, [, , bytes]) => sum + bytes, 0);
}

/** SHA-256 as base64. */
export async function digest(body: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', body as BufferSource);
  return btoa(String.fromCharCode(...new Uint8Array(hash)));
}

/** A fresh response without redirects, ranges and host-specific headers. @param type Where it is not the response's own. */
export function plainResponse(response: Response, body: Uint8Array, type?: string): Response {
  const headers = new Headers([...response.headers].filter(([name]) => kept.test(name)));
  if (type) headers.set('content-type', type);
  return new Response(body as BodyInit, { headers });
}

/** A file of this release whose bytes are right, or undefined; a damaged one is dropped. */
export async function readEntry(copy: Cache, entry: FileEntry): Promise<Response | undefined> {
  const key = entryKey(entry);
  const response = await copy.match(key);
  if (!response) return undefined;
  const body = await response.arrayBuffer().then(
    bytes => new Uint8Array(bytes),
    () => undefined,
  );
  if (body && (await digest(body)) === entry[1]) return plainResponse(response, body);
  await copy.delete(key);
  return undefined;
}

/** A path as the release before this one had it: for tabs that are still open. */
export function readPrevious(copy: Cache, path: string): Promise<Response | undefined> {
  return copy.match(addressOf(origin, path), { ignoreSearch: true });
}

export async function readLedger(copy: Cache): Promise<Ledger> {
  const stored = await copy.match(ledgerKey);
  return stored ? stored.json().catch(() => ({})) : {};
}

export function writeLedger(copy: Cache, ledger: Ledger): Promise<void> {
  return copy.put(ledgerKey, new Response(JSON.stringify(ledger)));
}

/** Drops what neither the current, nor the previous, nor a waiting release needs. */
export async function sweep(copy: Cache): Promise<void> {
  const { current, previous, pending } = await readLedger(copy);
  const needed = new Set([ledgerKey, ...[current, previous, pending].flatMap(held => held?.keys ?? [])]);
  for (const { url } of await copy.keys()) if (!needed.has(url)) await copy.delete(url);
}
