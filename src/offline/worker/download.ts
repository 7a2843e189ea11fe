import { addressOf, type FileEntry, type Report } from '../protocol.ts';
import { unpack } from './packs.ts';
import { base, origin, release } from './scope.ts';
import { digest, entryKey, keys, openCopy, plainResponse, readLedger, sweep, writeLedger } from './store.ts';
import { tell } from './tell.ts';

const lanes = 6;
const patience = { install: { tries: 3, milliseconds: 60_000 }, read: { tries: 1, milliseconds: 8_000 } };

/** The server has other bytes than this release: another release is being published, or something rewrites files. */
class MixedRelease extends Error {}

/** Loads a file of this release past the HTTP cache. Other bytes than the release's are an error. */
export async function download([path, hash]: FileEntry, when: keyof typeof patience): Promise<Response> {
  const { tries, milliseconds } = patience[when];
  for (let attempt = 1; ; attempt++) {
    try {
      const signal = AbortSignal.timeout(milliseconds);
      const response = await fetch(addressOf(origin, base + path), { cache: 'no-cache', signal });
      if (!response.ok) throw new Error(`${response.status} ${path}`);
      const body = await response.arrayBuffer();
      if ((await digest(body)) !== hash) throw new MixedRelease(path);
      return plainResponse(response, body);
    } catch (error) {
      if (attempt >= tries) throw error;
      await new Promise(resolve => setTimeout(resolve, 300 * 2 ** attempt));
    }
  }
}

/** Loads what is missing of this release, and notes it as pending. Rejects when a file cannot be had: the old worker stays. */
export async function install(): Promise<void> {
  const copy = await openCopy();
  const size = (list: readonly FileEntry[]) => list.reduce((sum, [, , bytes]) => sum + bytes, 0);
  const total = size(release.entries);
  let missing = await missingEntries(copy);
  let done = total - size(missing);
  let failure: unknown;
  const report = (bytes: number) => {
    done += bytes;
    tell({ type: 'progress', done, total });
  };
  const lane = async () => {
    for (let entry = missing.shift(); entry && !failure; entry = missing.shift()) {
      try {
        await copy.put(entryKey(entry), await download(entry, 'install'));
        report(entry[2]);
      } catch (error) {
        failure ??= error;
      }
    }
  };
  report(0);
  const wanted = new Set(missing.map(entryKey));
  try {
    for (const pack of release.packs) report(await unpack(copy, pack, key => wanted.has(key)));
    missing = await missingEntries(copy);
    await Promise.all(Array.from({ length: lanes }, lane));
  } catch (error) {
    failure ??= error;
  }
  if (failure) {
    const reason = reasonOf(failure);
    // What is there stays for the next try, except where there is no room for it.
    if (reason === 'space') await sweep(copy);
    tell({ type: 'failed', reason });
    throw failure;
  }
  await writeLedger(copy, { ...(await readLedger(copy)), pending: { build: release.build, keys } });
}

async function missingEntries(copy: Cache): Promise<FileEntry[]> {
  const had = new Set((await copy.keys()).map(({ url }) => url));
  return release.entries.filter(entry => !had.has(entryKey(entry)));
}

function reasonOf(error: unknown): Extract<Report, { type: 'failed' }>['reason'] {
  if (error instanceof MixedRelease) return 'mixed';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'space' : 'network';
}
