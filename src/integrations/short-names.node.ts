import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const tokens = new URL('../styles/tokens.css', import.meta.url);

/**
 * A Vite plugin that shortens the names of the design tokens in what is built (`--correction-tint` to `--n`): they are
 * written hundreds of times, and 0.2 KB of a first visit was nothing but their letters. `astro dev` keeps the names.
 */
export function shortNames(): Plugin {
  const declared = readFileSync(tokens, 'utf8').matchAll(/^\s*(--[\w-]+):/gm);
  const unique = new Set([...declared].map(([, name = '']) => name));
  const short = new Map([...unique].map((name, index) => [name, `--${index.toString(36)}`]));
  const shorten = (text: string) => text.replace(/--[a-z][\w-]*/g, name => short.get(name) ?? name);
  const plugin = {
    postcssPlugin: 'short-names',
    OnceExit(root: { walkDecls: (visit: (declaration: { prop: string; value: string }) => void) => void }) {
      root.walkDecls(declaration => {
        declaration.prop = shorten(declaration.prop);
        declaration.value = shorten(declaration.value);
      });
    },
  };
  return {
    name: 'short-names',
    config: (_, { command }) => (command === 'build' ? { css: { postcss: { plugins: [plugin] } } } : {}),
  };
}
