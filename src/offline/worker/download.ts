import { unzipped } from '../../site/gzip.ts';
import { addressOf, type FileEntry } from '../protocol.ts';
import { base, origin } from './scope.ts';
import { digest, plainResponse } from './store.ts';

const patience = { install: { tries: 3, milliseconds: 60_000 }, read: { tries: 1, milliseconds: 8_000 } };

/** The server has other bytes than this release: another release is being published, or something rewrites files. */
export class MixedRelease extends Error {}

/** Loads a file of this release past the HTTP cache. Other content than the release's is an error. */
export function download([path, hash]: FileEntry, when: keyof typeof patience): Promise<Response> {
  const { tries, milliseconds } = patience[when];
  return retried(tries, async () => {
    const signal = AbortSignal.timeout(milliseconds);
    const response = await fetch(addressOf(origin, base + path), { cache: 'no-cache', signal });
    if (!response.ok) throw new Error(`${response.status} ${path}`);
    const body = await unzipped(new Uint8Array(await response.arrayBuffer()));
    if ((await digest(body)) !== hash) throw new MixedRelease(path);
    return plainResponse(response, body);
  });
}

/** Does something again when it fails, after a pause that doubles. Rejects with the last failure. */
export async function retried<T>(tries: number, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= tries) throw error;
      await new Promise(resolve => setTimeout(resolve, 300 * 2 ** attempt));
    }
  }
}
