import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { componentNames } from '../../../src/checks/chapter.node.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');

test.each([
  ['documented for authors', 'docs/BLOCKS.md'],
  ['shown on the page of blocks', 'src/content/pages/blocks.mdx'],
])('every component is %s', (_name, path) => {
  const text = read(path);
  expect(componentNames.filter(name => !new RegExp(`<${name}\\b`).test(text))).toEqual([]);
});

test('the components that the checks know are those that pages have', () => {
  const source = read('src/components/mdx/index.ts');
  const list = /components = \{([^}]*)\}/.exec(source)?.[1] ?? '';
  expect(
    list
      .split(',')
      .flatMap(name => name.trim() || [])
      .sort(),
  ).toEqual([...componentNames].sort());
});
