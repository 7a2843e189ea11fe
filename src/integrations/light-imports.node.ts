import type { Plugin } from 'vite';

/** Six letters of a hash tell 2^36 versions of one file apart; the names of the parts are in the script of every page. */
const names = { entryFileNames: '_assets/page.[hash:6].js', chunkFileNames: '_assets/[name].[hash:6].js' };

/**
 * A Vite plugin that keeps the script of every page small. It leaves out Vite's preloading for dynamic imports, a quarter of
 * that script: its helper, and the list of every part's own parts. This site has one style sheet, and its parts are small.
 */
export function lightImports(): Plugin {
  return {
    name: 'light-imports',
    enforce: 'pre',
    configEnvironment: name => ({
      build: { modulePreload: false, ...(name === 'client' && { rolldownOptions: { output: names } }) },
    }),
    load: id =>
      id.includes('vite/preload-helper') ? 'export const __vitePreload = load => load();' : undefined,
  };
}
