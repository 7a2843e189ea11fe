import * as pagefind from 'pagefind';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openIndex, type PagefindIndex } from '../../../src/search/core/pagefind.ts';

/**
 * The query layer reads the files of a stock Pagefind index. Neither their format nor the words that Pagefind makes of a
 * text are a documented API: an upgrade that changes either fails here, and must pass the query sets too.
 */
const text =
  'ガベージコレクション 永続ボリューム apiVersion パッチ spec.template.spec 名前解決 --record ImagePullBackOff kube-proxy';

let index: PagefindIndex;

beforeAll(async () => {
  const { index: made } = await pagefind.createIndex({ forceLanguage: 'ja', maxFragments: 2 });
  for (const [url, content] of [
    ['/a/', text],
    ['/b/', 'Podを消す'],
    ['/c/', 'Podと<b id="here">ここ</b>'],
  ] as const)
    await made?.addHTMLFile({ url, content: `<html lang="ja"><body><p>${content}</p></body></html>` });
  const { files } = (await made?.getFiles()) ?? { files: [] };
  const byName = new Map(files.map(({ path, content }) => [path, content]));
  const meta = [...byName.keys()].find(name => name.endsWith('.pf_meta')) ?? '';
  index = await openIndex(async name => byName.get(name) ?? new Uint8Array(), meta);
}, 60_000);

afterAll(() => pagefind.close());

const found = async (word: string) => {
  await index.prepare([word]);
  return [...index.find(word)].map(([record, places]) => [record, places.map(({ position }) => position)]);
};

describe('the index of Pagefind', () => {
  test('is of the version that the reader was written for', () => {
    expect(index.version).toBe('1.6.0');
    expect(index.size).toBe(3);
  });

  test.each([
    ['a katakana word', 'ガベージコレクション', 0],
    ['the end of a katakana word', 'コレクション', 0],
    ['both words of a compound', '永続', 1],
    ['both words of a compound', 'ボリューム', 2],
    ['two letters across words', '続ボ', 1],
    ['camelCase as one word', 'apiversion', 3],
    ['a part of camelCase', 'version', 3],
    ['a word with its dakuten', 'パッチ', 4],
    ['a dotted word as one', 'spectemplatespec', 5],
    ['a part of a dotted word', 'template', 5],
    ['pairs of kanji', '名前', 6],
    ['pairs of kanji', '解決', 7],
  ])('has %s: %s', async (_name, word, position) => {
    expect(await found(word)).toEqual([[0, expect.arrayContaining([position])]]);
  });

  test('does not take dakuten off', async () => {
    expect(await found('ハッチ')).toEqual([]);
  });

  test('counts positions as the words of the fragment', async () => {
    const { content, url } = await index.fragment(0);
    const words = content.split('\u200b').map(word => word.trim());
    expect(url).toBe('/a/');
    const [[, [position = -1] = []] = []] = (await found('record')) as [number, number[]][];
    expect(words[position]).toBe('record');
  });

  test('gives elements with ids as anchors, with their positions', async () => {
    const { content, anchors } = await index.fragment(2);
    const [anchor] = anchors;
    expect(anchor?.id).toBe('here');
    expect(content.split('\u200b').slice(anchor?.location).join('')).toMatch(/^ここ/);
  });

  test('finds words by their beginning, shortest first', async () => {
    await index.prepare(['po']);
    expect(index.findPrefix('po', 5)).toEqual(['pod']);
    expect(await found('pod')).toEqual([
      [1, [0]],
      [2, [0]],
    ]);
  });

  test('says which file is none of its own', async () => {
    const load = async () =>
      new Uint8Array(
        await new Response(
          new Blob(['no']).stream().pipeThrough(new CompressionStream('gzip')),
        ).arrayBuffer(),
      );
    await expect(openIndex(load, 'x.pf_meta')).rejects.toThrow(
      'x.pf_meta is not a file of a Pagefind index.',
    );
  });
});
