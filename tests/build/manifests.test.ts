import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from 'hast';
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

const cards = builtPages(dist).flatMap(({ file, tree }) =>
  elements(tree, element => text(element, 'dataManifest') !== undefined).map(card => ({
    file,
    path: text(card, 'dataManifest') ?? '',
    code: codeOf(card),
  })),
);

/** Text of the code of a card: what the copy button takes. */
function codeOf(card: Element): string {
  const [pre] = elements({ type: 'root', children: [card] }, ({ tagName }) => tagName === 'pre');
  const code = pre?.children.find(child => child.type === 'element' && child.tagName === 'code');
  return code?.type === 'element' ? textOf(code) : '';
}

test('chapters show manifests', () => {
  expect(cards.length).toBeGreaterThan(0);
});

test.each(cards)('the card of $path on $file holds the bytes of the file', ({ path, code }) => {
  expect(code).toBe(readFileSync(join(root, 'manifests', path), 'utf8'));
});
