import { href } from '../site/url.ts';
import type { LoadFile } from './core/pagefind.ts';

/** Address of the folder of the index. */
export function indexAddress(): string {
  return new URL(href('/pagefind/'), location.href).href;
}

/**
 * Reads files of the index over HTTP. The one place that knows where they are: a copy of the site that cannot fetch
 * (opened from disk) puts another `loader` in its place, and has no worker.
 * @param folder Absolute address of the folder, with a final slash.
 */
export function loader(folder: string): LoadFile {
  return async name => {
    // Names carry hashes, but for this one, which names the others.
    const response = await fetch(folder + name, name === 'site.json' ? { cache: 'no-cache' } : {});
    if (!response.ok) throw new Error(`${folder}${name}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
