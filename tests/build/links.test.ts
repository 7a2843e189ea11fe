import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Build, builds, builtPages, elements, type Page, text } from '../helpers/dist.ts';

const attributes = ['href', 'src', 'action'];

function pageIds(pages: readonly Page[]): Map<string, Set<string>> {
  return new Map(
    pages.map(({ file, tree }) => [
      file,
      new Set(elements(tree, () => true).flatMap(element => text(element, 'id') ?? [])),
    ]),
  );
}

/** Whether an internal address, seen from a page, leads to a file of the build and to an id in it. */
function leads({ dir, base }: Build, ids: Map<string, Set<string>>, address: string, from = '/'): boolean {
  const target = new URL(address, `http://site${base.slice(0, -1)}${from}`);
  const path = decodeURIComponent(target.pathname);
  if (!path.startsWith(base)) return false;
  const file = path.slice(base.length).replace(/(^|\/)$/, '$1index.html');
  const fragment = decodeURIComponent(target.hash.slice(1));
  if (!existsSync(join(dir, file))) return false;
  return !fragment || !file.endsWith('.html') || ids.get(file)?.has(fragment) === true;
}

/** Internal addresses of a build that lead nowhere, as `page -> address`. */
function brokenLinks(build: Build): string[] {
  const pages = builtPages(build.dir);
  const ids = pageIds(pages);
  const broken: string[] = [];
  for (const { file, url, tree } of pages)
    for (const element of elements(tree, () => true))
      for (const attribute of attributes) {
        const address = text(element, attribute);
        if (!address || /^(https?:|data:|mailto:)/.test(address)) continue;
        if (!leads(build, ids, address, url)) broken.push(`${file} -> ${address}`);
      }
  return broken;
}

describe.each(builds)('links of $name', build => {
  test('every internal address and fragment exists', () => {
    expect(brokenLinks(build)).toEqual([]);
  });

  test('every audited statement of the notes has a place that exists', () => {
    const places: Record<string, string> = JSON.parse(readFileSync(join(build.dir, 'coverage.json'), 'utf8'));
    const ids = pageIds(builtPages(build.dir));
    expect(Object.keys(places)).toHaveLength(461);
    expect(Object.entries(places).filter(([, place]) => !leads(build, ids, place))).toEqual([]);
  });

  test('no id appears twice on a page', () => {
    for (const { file, tree } of builtPages(build.dir)) {
      const ids = elements(tree, () => true).flatMap(element => text(element, 'id') ?? []);
      expect(
        ids.filter((id, index) => ids.indexOf(id) !== index),
        file,
      ).toEqual([]);
    }
  });
});
