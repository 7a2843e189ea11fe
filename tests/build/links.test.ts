import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Build, builds, builtPages, elements, type Page, text } from '../helpers/dist.ts';

const attributes = ['href', 'src', 'action'];

function pageIds(pages: Page[]): Map<string, Set<string>> {
  return new Map(
    pages.map(({ file, tree }) => [
      file,
      new Set(elements(tree, () => true).flatMap(element => text(element, 'id') ?? [])),
    ]),
  );
}

/** Internal addresses of a build that lead nowhere, as `page -> address`. */
function brokenLinks({ dir, base }: Build): string[] {
  const pages = builtPages(dir);
  const ids = pageIds(pages);
  const broken: string[] = [];
  for (const { file, url, tree } of pages)
    for (const element of elements(tree, () => true))
      for (const attribute of attributes) {
        const address = text(element, attribute);
        if (!address || /^(https?:|data:|mailto:)/.test(address)) continue;
        const target = new URL(address, `http://site${base.slice(0, -1)}${url}`);
        const path = decodeURIComponent(target.pathname);
        const under = path.startsWith(base) ? path.slice(base.length) : undefined;
        const wanted =
          under === undefined
            ? undefined
            : under.endsWith('/') || under === ''
              ? `${under}index.html`
              : under;
        const fragment = decodeURIComponent(target.hash.slice(1));
        const found = wanted !== undefined && existsSync(join(dir, wanted));
        if (!found || (fragment && wanted.endsWith('.html') && !ids.get(wanted)?.has(fragment)))
          broken.push(`${file} -> ${address}`);
      }
  return broken;
}

describe.each(builds)('links of $name', build => {
  test('every internal address and fragment exists', () => {
    expect(brokenLinks(build)).toEqual([]);
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
