import { unzipped } from '../../site/gzip.ts';
import { unfold } from '../fold.ts';
import { addressOf, type FileEntry, type Pack } from '../protocol.ts';
import { retried } from './download.ts';
import type { Keep } from './install.ts';
import { base, origin } from './scope.ts';
import { bytesOf, digest, plainResponse } from './store.ts';

/** A pack may take long, but not this many milliseconds without one byte. */
const silence = 20_000;
const tries = 2;

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  webmanifest: 'application/manifest+json',
  xml: 'application/xml',
  yaml: 'text/plain; charset=utf-8',
  yml: 'text/plain; charset=utf-8',
};

/** Whether a pack is a shorter way to its missing files than these one by one: an update changes some files of a kind. */
export function isShorter(
  { wire, apart }: Pack,
  members: readonly FileEntry[],
  missing: readonly FileEntry[],
): boolean {
  return wire * bytesOf(members) < apart * bytesOf(missing);
}

/**
 * Loads the files of a pack in one request and keeps those that are missing and have the right hash. Nothing depends on
 * it: what it does not bring is loaded file by file. Rejects when there is no room.
 * @param onShare Hears which part of the pack has come, from 0 to 1.
 */
export async function unpack(
  pack: Pack,
  members: readonly FileEntry[],
  missing: readonly FileEntry[],
  keep: Keep,
  onShare: (share: number) => void,
): Promise<void> {
  const loaded = await retried(tries, () => load(pack, onShare)).catch(() => undefined);
  if (!loaded) return;
  const { response, content } = loaded;
  const isMissing = new Set(missing);
  let end = 0;
  for (const entry of members) {
    const [path, hash, length] = entry;
    const body = content.subarray(end, end + length);
    end += length;
    if (isMissing.has(entry) && (await digest(body)) === hash)
      await keep(entry, plainResponse(response, body, typeOf(path)));
  }
}

/** Loads and unpacks a pack, past the HTTP cache, where it would only take room. Undefined when it stops coming. */
async function load({ file, wire }: Pack, onShare: (share: number) => void) {
  const stop = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stop.abort(), silence);
  };
  try {
    listen();
    const address = addressOf(origin, base + file);
    const response = await fetch(address, { cache: 'no-store', signal: stop.signal });
    const reader = response.ok ? response.body?.getReader() : undefined;
    if (!reader) throw new Error(`${response.status} ${file}`);
    const parts: BlobPart[] = [];
    let received = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      listen();
      parts.push(part.value);
      received += part.value.length;
      onShare(Math.min(1, received / wire));
    }
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    return { response, content: unfold(await unzipped(bytes)) };
  } catch (error) {
    if (stop.signal.aborted) return undefined;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

function typeOf(path: string): string {
  const ending = /\.(\w+)$/.exec(path)?.[1] ?? 'html';
  return types[ending] ?? 'application/octet-stream';
}
