// Stands in for src/search/load.ts in the bundle: nothing can be fetched from disk, but a script can be loaded.
import { scriptUrl } from '../../../client/trusted.ts';
import { href } from '../../../site/url.ts';

let loading: Promise<Record<string, string>> | undefined;

/** There is no folder: the files are in one script. */
export function indexAddress(): string {
  return '';
}

/** Reads files of the index out of `assets/search.js`, which is loaded at the first search. */
export function loader(): (name: string) => Promise<Uint8Array> {
  return async name => {
    loading ??= loadFiles();
    const text = (await loading)[name];
    if (text === undefined) throw new Error(`${name} is not in the bundle.`);
    return Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  };
}

function loadFiles(): Promise<Record<string, string>> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = scriptUrl(href('/assets/search.js'));
    script.addEventListener('load', () =>
      resolve((globalThis as unknown as { searchFiles: Record<string, string> }).searchFiles),
    );
    script.addEventListener('error', () => reject(new Error('assets/search.js cannot be read.')));
    document.head.append(script);
  });
}
