import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { isMap, LineCounter, parseAllDocuments } from 'yaml';
import type { ManifestFile, ManifestObject } from '../schemas/manifest.ts';
import { type ManifestSet, manifestSet } from '../schemas/set.ts';
import type { Problem } from '../site/error.ts';
import { nearest } from '../site/near.ts';

export interface Registry {
  /** Sorted by path. */
  files: ManifestFile[];
  sets: Map<string, ManifestSet>;
  /** Everything that is wrong; a build with a problem stops. */
  problems: Problem[];
}

/** Reads `manifests/` under the project's root. Never throws for what an author can mend. */
export function loadRegistry(root: string): Registry {
  const base = join(root, 'manifests');
  const registry: Registry = { files: [], sets: new Map(), problems: [] };
  for (const set of folders(base)) {
    const loaded = loadSet(base, set, registry.problems);
    registry.sets.set(set, loaded);
    for (const path of yamlFiles(base, set, registry.problems)) {
      const file = loadFile(base, path, loaded, registry.problems);
      if (file) registry.files.push(file);
    }
  }
  for (const [set, loaded] of registry.sets) checkNames(set, loaded, registry);
  registry.files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return registry;
}

function folders(base: string): string[] {
  return readdirSync(base, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

/** Paths of a set's manifests, with `/`. A link that leads outside `manifests/` is a problem, not a file. */
function yamlFiles(base: string, set: string, problems: Problem[]): string[] {
  const inside = realpathSync(base) + sep;
  const paths: string[] = [];
  for (const name of readdirSync(join(base, set), { recursive: true, encoding: 'utf8' }).sort()) {
    const full = join(base, set, name);
    const path = relative(base, full).split(sep).join('/');
    if (lstatSync(full).isSymbolicLink() && !(existsSync(full) && realpathSync(full).startsWith(inside))) {
      problems.push({
        where: `manifests/${path}`,
        what: 'manifests/ の外を指すシンボリックリンクです。',
        why: '配布するファイルは、検査と版管理が届く manifests/ の中だけに置きます。',
        fix: 'リンクをやめ、ファイルそのものを置いてください。',
      });
    } else if (/\.yml$/.test(name)) {
      problems.push({
        where: `manifests/${path}`,
        what: '拡張子が .yml です。',
        why: '公開するアドレスを 1 つに決めるため、.yaml にそろえています。',
        fix: `${path.replace(/yml$/, 'yaml')} に名前を変えてください。`,
      });
    } else if (/\.yaml$/.test(name)) paths.push(path);
  }
  return paths;
}

function loadSet(base: string, set: string, problems: Problem[]): ManifestSet {
  const file = join(base, set, 'set.json');
  const where = `manifests/${set}/set.json`;
  if (!existsSync(file)) return manifestSet.parse({});
  try {
    const result = manifestSet.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (result.success) return result.data;
    for (const issue of result.error.issues)
      problems.push({
        where: `${where} (${issue.path.join('.') || '全体'})`,
        what: issue.message,
        why: '書ける項目は src/schemas/set.ts で決まっています。',
        fix: '項目名と値を、その説明どおりにしてください。',
      });
  } catch (error) {
    problems.push({
      where,
      what: `JSON として読めません: ${error instanceof Error ? error.message : error}`,
      why: '組の順番と期待する指摘は、このファイルで決まります。',
      fix: '余分なコンマや引用符の抜けを直してください。',
    });
  }
  return manifestSet.parse({});
}

function loadFile(
  base: string,
  path: string,
  set: ManifestSet,
  problems: Problem[],
): ManifestFile | undefined {
  const bytes = readFileSync(join(base, path));
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    problems.push({
      where: `manifests/${path}`,
      what: 'UTF-8 ではないバイトがあります。',
      why: 'kubectl は UTF-8 の YAML を読みます。表示とコピーも元のバイトと一致しません。',
      fix: 'UTF-8 で保存し直してください。',
    });
    return undefined;
  }
  if (text.includes('\r') || !text.endsWith('\n')) {
    problems.push({
      where: `manifests/${path}`,
      what: text.includes('\r') ? '改行が CRLF です。' : '最後の行に改行がありません。',
      why: '画面に出す文字と配るバイトを同じに保つため、行末を LF にそろえています。',
      fix: 'エディターで改行コードを LF にし、最後の行のあとで改行してください。',
    });
  }
  return {
    path,
    set: path.slice(0, path.indexOf('/')),
    text,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    size: bytes.length,
    objects: listObjects(text),
    entry: set.files[path] ?? {},
  };
}

/** Kinds and names for the card; what is wrong with the YAML is the lint engine's to say. */
function listObjects(text: string): ManifestObject[] {
  const lines = new LineCounter();
  const objects: ManifestObject[] = [];
  for (const document of parseAllDocuments(text, {
    lineCounter: lines,
    uniqueKeys: false,
    logLevel: 'silent',
  })) {
    const top = document.contents;
    if (!isMap(top)) continue;
    const apiVersion = top.get('apiVersion');
    const kind = top.get('kind');
    const name = document.getIn(['metadata', 'name']);
    if (typeof apiVersion !== 'string' || typeof kind !== 'string') continue;
    const line = lines.linePos(top.range?.[0] ?? 0).line;
    objects.push({ apiVersion, kind, line, ...(typeof name === 'string' && { name }) });
  }
  return objects;
}

/** Every path in set.json must exist; a step may apply a file of another set, but facts belong to a set's own files. */
function checkNames(set: string, { files, steps }: ManifestSet, registry: Registry): void {
  const all = registry.files.map(file => file.path);
  const own = all.filter(path => path.startsWith(`${set}/`));
  const named = [
    ...Object.keys(files).map(name => ({ name, known: own })),
    ...steps.flatMap(step => step.apply.map(name => ({ name, known: all }))),
  ];
  for (const { name, known } of named) {
    if (known.includes(name)) continue;
    const [like] = nearest(name, known);
    registry.problems.push({
      where: `manifests/${set}/set.json`,
      what: `「${name}」というファイルがありません。`,
      why: '手順や期待する指摘が、実在しないファイルを指しています。',
      fix: like
        ? `近い名前: ${like}`
        : `manifests/ からのパスで書いてください。${set} にあるファイル: ${own.join('、') || 'なし'}`,
    });
  }
}
