import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Element, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { root } from '../../scripts/lib/run.ts';

/** A build that `npm test` has made: at the root, and once more under a base path. */
export interface Build {
  name: string;
  dir: string;
  base: string;
}

export const builds: readonly Build[] = [
  { name: 'dist', dir: join(root, 'dist'), base: '/' },
  { name: 'dist under /docs/', dir: join(root, '.cache/dist-docs'), base: '/docs/' },
];

export const dist = join(root, 'dist');

/** Paths of all files of a build, with `/`, sorted. Fails clearly when nothing was built. */
export function builtFiles(dir: string): string[] {
  if (!existsSync(join(dir, 'index.html')))
    throw new Error(`${dir} is not built: run "npm test" or "npm run build" first.`);
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter(path => statSync(join(dir, path)).isFile())
    .map(path => path.split(sep).join('/'))
    .sort();
}

export interface Page {
  /** File under the build's folder, such as `services/index.html`. */
  file: string;
  /** Address under the base, such as `/services/`. */
  url: string;
  html: string;
  tree: Root;
}

const parsed = new Map<string, Page[]>();

/** Every HTML page of a build, parsed; once for a test file, for there are hundreds. */
export function builtPages(dir: string): readonly Page[] {
  const pages = parsed.get(dir) ?? parsePages(dir);
  parsed.set(dir, pages);
  return pages;
}

function parsePages(dir: string): Page[] {
  return builtFiles(dir)
    .filter(file => file.endsWith('.html'))
    .map(file => {
      const html = readFileSync(join(dir, file), 'utf8');
      return { file, url: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, tree: fromHtml(html) };
    });
}

/** All elements of a page that pass a test. */
export function elements(tree: Root, test: (element: Element) => boolean): Element[] {
  const found: Element[] = [];
  visit(tree, 'element', element => {
    if (test(element)) found.push(element);
  });
  return found;
}

/** An attribute as text, whatever its type in the tree. */
export function text(element: Element, property: string): string | undefined {
  const value = element.properties[property];
  if (value === undefined || value === null || value === false) return undefined;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
