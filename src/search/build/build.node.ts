import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import * as pagefind from 'pagefind';
import { parse } from 'yaml';
import { listFields } from '../../registry/fields.ts';
import { loadRegistry } from '../../registry/load.node.ts';
import { synonyms, term } from '../../schemas/term.ts';
import { type LoadFile, openIndex } from '../core/pagefind.ts';
import { readAsks } from './asks.node.ts';
import { recordHtml, zonesOf } from './content.ts';
import { type PageRecord, pageRecords } from './records.ts';
import { type SearchTerm, type ShownFile, siteData, wordGroups } from './site-data.ts';
import { collectWords } from './words.ts';

/** Records whose text is in one file: enough to keep the number of files low, few enough to keep a result small. */
const recordsPerFile = 5;

/** What the browser reads: the index itself, not Pagefind's own interfaces and WebAssembly. */
const used = /\.pf_(meta|index|fragment)$/;

/**
 * Writes `pagefind/` into a build: a stock Pagefind index of every place of the site, and `site.json` beside it.
 * @param root The project's root.
 * @param dist Folder of the build.
 */
export async function buildSearch(root: string, dist: string): Promise<{ pages: number; places: number }> {
  const records = htmlFiles(dist).flatMap(file =>
    pageRecords(`/${file.replace(/index\.html$/, '')}`, readFileSync(join(dist, file), 'utf8')),
  );
  const files = await makeIndex(records);
  const out = join(dist, 'pagefind');
  rmSync(out, { recursive: true, force: true });
  const write = (path: string, content: Uint8Array | string) => {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  };
  for (const [path, content] of files) write(path, content);

  const meta = [...files.keys()].find(path => path.endsWith('.pf_meta')) ?? '';
  const ordered = await inIndexOrder(
    records,
    name => Promise.resolve(files.get(name) ?? new Uint8Array()),
    meta,
  );
  const places = new Set(records.map(placeOf));
  const groups = wordGroups(readTerms(root), readSynonyms(root), places);
  const asks = readAsks(root);
  const words = collectWords(records, [
    ...groups.flatMap(([, ...list]) => list),
    ...[...asks.values()].flat(),
  ]);
  const asked = ordered.map(record => ({ ...record, asks: asks.get(placeOf(record)) ?? [] }));
  write('site.json', JSON.stringify(siteData(asked, meta, groups, words, shownFiles(root))));
  return { pages: new Set(records.map(({ url }) => url)).size, places: records.length };
}

/** Root-relative address of a record, without the base. */
function placeOf({ url, id }: PageRecord): string {
  return id ? `${url}#${id}` : url;
}

async function makeIndex(records: readonly PageRecord[]): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: 'ja',
    maxFragments: Math.ceil(records.length / recordsPerFile),
  });
  if (!index) throw new Error(`検索の索引を作れません: ${errors.join('、')}`);
  for (const record of records) {
    const added = await index.addHTMLFile({ url: placeOf(record), content: recordHtml(record) });
    if (added.errors.length > 0)
      throw new Error(`${placeOf(record)} を索引に入れられません: ${added.errors.join('、')}`);
  }
  const { files } = await index.getFiles();
  await pagefind.close();
  return new Map(files.filter(({ path }) => used.test(path)).map(({ path, content }) => [path, content]));
}

/** The records in the order of the index, with the positions of their zones. */
async function inIndexOrder(
  records: readonly PageRecord[],
  load: LoadFile,
  meta: string,
): Promise<(PageRecord & { zones: number[] })[]> {
  const index = await openIndex(load, meta);
  const byPlace = new Map(records.map(record => [placeOf(record), record]));
  const ordered: (PageRecord & { zones: number[] })[] = [];
  for (let number = 0; number < index.size; number++) {
    const { url, anchors } = await index.fragment(number);
    const record = byPlace.get(url);
    if (!record) throw new Error(`索引に知らない場所「${url}」があります。`);
    ordered.push({ ...record, zones: zonesOf(record, anchors, index.lengthOf(number)) });
  }
  return ordered;
}

function readTerms(root: string): SearchTerm[] {
  const data: Record<string, unknown> = parse(readFileSync(join(root, 'src/data/glossary.yaml'), 'utf8'));
  return Object.entries(data).map(([id, value]) => ({ id, ...term.parse(value) }));
}

function readSynonyms(root: string): string[][] {
  return synonyms.parse(parse(readFileSync(join(root, 'src/data/synonyms.yaml'), 'utf8')));
}

function shownFiles(root: string): Map<string, ShownFile> {
  return new Map(
    loadRegistry(root).files.map(({ path, text, objects }) => [
      path,
      {
        kinds: [...new Set(objects.map(({ kind }) => kind))],
        paths: [...new Set(listFields(text).map(field => field.path.replace(/\[\d+\]/g, '')))],
      },
    ]),
  );
}

function htmlFiles(dist: string): string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.html'))
    .map(path => path.split(sep).join('/'))
    .sort();
}
