import type { FileEntry, Report } from '../protocol.ts';
import { download, MixedRelease } from './download.ts';
import { isShorter, unpack } from './packs.ts';
import { release } from './scope.ts';
import { bytesOf, entryKey, keys, openCopy, readLedger, sweep, writeLedger } from './store.ts';
import { tell } from './tell.ts';

const lanes = 6;

/** Stores a file whose content has been checked. Rejects when there is no room. */
export type Keep = (entry: FileEntry, response: Response) => Promise<void>;

/** Loads what is missing of this release, and notes it as pending. Rejects when a file cannot be had: the old worker stays. */
export async function install(): Promise<void> {
  const copy = await openCopy();
  const had = new Set((await copy.keys()).map(({ url }) => url));
  const missingOf = (entries: readonly FileEntry[]) => entries.filter(entry => !had.has(entryKey(entry)));
  const total = bytesOf(release.entries);
  let done = total - bytesOf(missingOf(release.entries));
  const tellProgress = (ahead = 0) => tell({ type: 'progress', done: done + ahead, total });
  const keep: Keep = async (entry, response) => {
    await copy.put(entryKey(entry), response);
    had.add(entryKey(entry));
    done += entry[2];
  };
  tellProgress();
  try {
    let end = 0;
    for (const pack of release.packs) {
      const members = release.entries.slice(end, end + pack.count);
      end += pack.count;
      const missing = missingOf(members);
      if (isShorter(pack, members, missing))
        await unpack(pack, members, missing, keep, share => tellProgress(share * bytesOf(missing)));
      await loadEach(missingOf(members), async (entry, response) => {
        await keep(entry, response);
        tellProgress();
      });
      tellProgress();
    }
  } catch (error) {
    const reason = reasonOf(error);
    // What is there stays for the next try, except where there is no room for it.
    if (reason === 'space') await sweep(copy);
    tell({ type: 'failed', reason });
    throw error;
  }
  await writeLedger(copy, { ...(await readLedger(copy)), pending: { build: release.build, keys } });
}

/** Loads files one by one, some at the same time; after a failure no more are begun. */
async function loadEach(entries: FileEntry[], keep: Keep): Promise<void> {
  let failure: unknown;
  const lane = async () => {
    for (let entry = entries.shift(); entry && !failure; entry = entries.shift()) {
      try {
        await keep(entry, await download(entry, 'install'));
      } catch (error) {
        failure ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  if (failure) throw failure;
}

function reasonOf(error: unknown): Extract<Report, { type: 'failed' }>['reason'] {
  if (error instanceof MixedRelease) return 'mixed';
  return error instanceof DOMException && error.name === 'QuotaExceededError' ? 'space' : 'network';
}
