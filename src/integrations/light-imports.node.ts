import type { Plugin } from 'vite';

/**
 * A Vite plugin that leaves out Vite's preloading for dynamic imports, a quarter of the script that every page loads: its
 * helper, and the list of every part's own parts. This site has one style sheet, and its parts are small.
 */
export function lightImports(): Plugin {
  return {
    name: 'light-imports',
    enforce: 'pre',
    configEnvironment: () => ({ build: { modulePreload: false } }),
    load: id =>
      id.includes('vite/preload-helper') ? 'export const __vitePreload = load => load();' : undefined,
  };
}
