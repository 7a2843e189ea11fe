import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../scripts/lib/run.ts';

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const chapter = (slug: string) => read(`src/content/chapters/${slug}.mdx`);

/** First column of the table that follows a heading of its header row. */
function firstColumn(text: string, header: string): string[] {
  const rows = text.slice(text.indexOf(header)).split('\n\n')[0]?.split('\n').slice(2) ?? [];
  return rows.map(row => (row.split('|')[1] ?? '').trim().replaceAll('`', ''));
}

// Two lists of the notes that were wrong. Each has one table in the book, and everything else agrees with it.

test('the namespaces of a new cluster are those that a cluster listed', () => {
  const { steps } = JSON.parse(read('src/content/recordings/namespaces.json')).sessions.initial;
  const listed = [...String(steps[0].output).matchAll(/^(\S+) +Active/gm)].map(([, name]) => name);
  const table = firstColumn(chapter('namespaces'), '| 名前 | 役目 |');
  expect(table).toHaveLength(4);
  expect(table.toSorted()).toEqual(listed);
  const { now } = parse(read('src/content/errata/e43.yaml'));
  expect([...now.text.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name)).toEqual(listed);
});

test('the diagram and the glossary have the components of the table', () => {
  const text = chapter('control-plane');
  const table = firstColumn(text, '| 部品 | 役目 | 止まると |');
  expect(table).toHaveLength(10);
  const fence = /```mermaid\n([\s\S]*?)```/.exec(text)?.[1] ?? '';
  const boxes = [...fence.matchAll(/ \w+[[(]+"([^"]+)"/g)].map(([, label = '']) =>
    label.replace('<br/>', ''),
  );
  expect(
    boxes.filter(name => !['kubectl', 'コントロールプレーン', 'ノード'].includes(name)).toSorted(),
  ).toEqual(table.toSorted());
  const terms = Object.values(parse(read('src/data/glossary.yaml'))) as { ja: string; aliases?: string[] }[];
  const words = terms.flatMap(({ ja, aliases = [] }) => [ja, ...aliases]);
  expect(table.filter(name => !words.some(word => word.startsWith(name.replace('プラグイン', ''))))).toEqual(
    [],
  );
});
