import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
import { builtFiles, builtPages, dist, elements, text } from '../helpers/dist.ts';

const sources = builtFilesOf('manifests');
const index: {
  manifests: { path: string; sha256: string; size: number; kinds: string[]; chapters: string[] }[];
} = JSON.parse(readFileSync(join(dist, 'manifests/index.json'), 'utf8'));

function builtFilesOf(folder: string): string[] {
  return builtFiles(dist).flatMap(file =>
    file.startsWith(`${folder}/`) && file.endsWith('.yaml') ? file.slice(folder.length + 1) : [],
  );
}

test('the index lists every published manifest, sorted', () => {
  expect(sources.length).toBeGreaterThan(0);
  expect(index.manifests.map(({ path }) => path)).toEqual([...sources].sort());
});

test.each(index.manifests)('$path is published byte for byte', ({ path, sha256, size }) => {
  const bytes = readFileSync(join(root, 'manifests', path));
  expect(readFileSync(join(dist, 'manifests', path)).equals(bytes)).toBe(true);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
  expect(bytes.length).toBe(size);
});

/** The code of each card: everything in `pre code`, or in a comparison only the lines of the new file. */
function codeOf(card: Element): string {
  const [pre] = within(card, ({ tagName }) => tagName === 'pre');
  const [code] = pre ? within(pre, ({ tagName }) => tagName === 'code') : [];
  const isOld = (node: ElementContent) => node.type === 'element' && node.tagName === 'del';
  return (code?.children ?? []).map(node => (isOld(node) ? '' : textOf(node))).join('');
}

const within = (element: Element, test: (inner: Element) => boolean) =>
  elements({ type: 'root', children: [element] }, test);

const cards = builtPages(dist).flatMap(({ file, tree }) =>
  elements(tree, element => (text(element, 'dataManifest') ?? text(element, 'dataTo')) !== undefined).map(
    card => ({
      file,
      path: text(card, 'dataManifest') ?? text(card, 'dataTo') ?? '',
      code: codeOf(card),
    }),
  ),
);

test('chapters show manifests', () => {
  expect(cards.length).toBeGreaterThan(0);
});

test.each(cards)('the card of $path on $file holds the bytes of the file', ({ path, code }) => {
  expect(code).toBe(readFileSync(join(root, 'manifests', path), 'utf8'));
});
