import { sha256 } from '../../src/offline/build/release.node.ts';
import type { FileEntry, Pack, Release } from '../../src/offline/protocol.ts';
import { unzipped } from '../../src/site/gzip.ts';

/** What is published at an address now, or undefined when there is no site yet. @param url With a final slash. */
export async function publishedRelease(url: string): Promise<Release | undefined> {
  const response = await fetch(new URL('release.json', url), { cache: 'no-store' });
  if (response.status === 404) return undefined;
  if (!response.ok) throw new Error(`${response.url} answers ${response.status}.`);
  return (await response.json()) as Release;
}

/** Bytes of a published file, or what is wrong with them. */
export async function fetchEntry(url: string, [path, hash]: FileEntry): Promise<Uint8Array | string> {
  const address = new URL(path.split('/').map(encodeURIComponent).join('/'), url);
  const response = await fetch(address, { cache: 'no-store' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) return `${address} answers ${response.status}.`;
  return sha256(await unzipped(bytes), 'base64') === hash
    ? bytes
    : `${address} has other bytes than the release.`;
}

/** What is wrong with a published pack, if anything: it must come as it was built, whether compressed on its way or not. */
export async function fetchPack(url: string, { file }: Pack): Promise<string | undefined> {
  const response = await fetch(new URL(file, url), { cache: 'no-store' });
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (!response.ok) return `${response.url} answers ${response.status}.`;
  // Its name has the beginning of its hash.
  const isWhole = file.includes(`-${sha256(bytes, 'hex').slice(0, 12)}.`);
  return isWhole ? undefined : `${response.url} has other bytes than its name says.`;
}
