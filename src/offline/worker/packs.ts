import { addressOf, type Pack } from '../protocol.ts';
import { base, origin, release } from './scope.ts';
import { digest, entryKey, plainResponse } from './store.ts';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  json: 'application/json',
  yaml: 'text/plain; charset=utf-8',
  yml: 'text/plain; charset=utf-8',
};

/**
 * Loads the files of a pack in one request and stores those whose hash is right. Nothing depends on it: what it does not
 * bring is loaded file by file. Resolves to the number of bytes that are stored now. Rejects when there is no room.
 * @param isMissing Whether a key is not stored yet.
 */
export async function unpack(
  copy: Cache,
  [file, first, count]: Pack,
  isMissing: (key: string) => boolean,
): Promise<number> {
  const members = release.entries.slice(first, first + count);
  // An update that changes a few files loads those.
  if (members.filter(entry => isMissing(entryKey(entry))).length * 2 < members.length) return 0;
  const response = await fetch(addressOf(origin, base + file)).catch(() => undefined);
  const bytes = response?.ok ? await response.arrayBuffer().catch(() => undefined) : undefined;
  if (!response || !bytes) return 0;
  let stored = 0;
  let start = 0;
  for (const entry of members) {
    const [path, hash, length] = entry;
    const body = bytes.slice(start, start + length);
    start += length;
    if (!isMissing(entryKey(entry)) || (await digest(body)) !== hash) continue;
    const { headers } = plainResponse(response, body);
    headers.set('content-type', types[/[^.]*$/.exec(path)?.[0] ?? ''] ?? types['html'] ?? '');
    await copy.put(entryKey(entry), new Response(body, { headers }));
    stored += length;
  }
  return stored;
}
