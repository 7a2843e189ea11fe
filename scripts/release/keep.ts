import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fetchEntry, publishedRelease } from './read.ts';

/**
 * Copies the hashed files of the release that is online into a new build, so that pages which readers opened before the
 * deploy find their parts. Only those of one release: what it kept itself is not in its list. Returns their paths.
 * @param url Address of the site, with a final slash.
 */
export async function keepPrevious(dist: string, url: string): Promise<string[]> {
  const previous = await publishedRelease(url);
  const missing = (previous?.entries ?? []).filter(
    ([path]) => path.startsWith('_assets/') && !existsSync(join(dist, path)),
  );
  for (const entry of missing) {
    const bytes = await fetchEntry(url, entry);
    if (typeof bytes === 'string') throw new Error(bytes);
    const file = join(dist, entry[0]);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, bytes);
  }
  return missing.map(([path]) => path);
}
