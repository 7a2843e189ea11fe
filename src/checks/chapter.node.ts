import type { Code, Heading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { headingId } from '../markdown/plugins/remark-heading-ids.ts';
import type { Field } from '../registry/fields.ts';
import { chapter } from '../schemas/chapter.ts';
import type { Problem } from '../site/error.ts';
import { nearest } from '../site/near.ts';
import { checkFields } from './fields.node.ts';
import { at, attribute, type Jsx, type MdxFile } from './mdx.node.ts';
import { checkPlaces } from './places.node.ts';

/** Everything a chapter may point to, by the component that points to it. */
export interface Targets {
  manifests: readonly string[];
  sessions: readonly string[];
  errata: readonly string[];
  sources: readonly string[];
  terms: readonly string[];
  /** Fields of a manifest; none when it does not exist. */
  fieldsOf: (path: string) => readonly Field[];
}

/** Kinds of things that are named by an id. */
type Named = 'manifests' | 'sessions' | 'errata' | 'sources' | 'terms';

interface Target {
  attribute: string;
  among: Named;
  noun: string;
}

const manifest = (name: string): Target => ({ attribute: name, among: 'manifests', noun: 'マニフェスト' });

/** Components an author may use, with what their attributes name; every name must exist. */
const components: Record<string, readonly Target[]> = {
  Manifest: [manifest('path')],
  ManifestDiff: [manifest('from'), manifest('to')],
  Note: [],
  Session: [{ attribute: 'id', among: 'sessions', noun: '端末の記録' }],
  Erratum: [{ attribute: 'id', among: 'errata', noun: '正誤' }],
  Ref: [{ attribute: 'id', among: 'sources', noun: '出典' }],
  Term: [{ attribute: 'id', among: 'terms', noun: '用語' }],
  Callout: [],
  ResourceTable: [],
  Steps: [],
  Step: [],
  Check: [],
  Tabs: [],
  Tab: [],
  FileTree: [],
  Quiz: [],
  Question: [],
  Answer: [],
};

/** Names of the components, for pages and tests that must know all of them. */
export const componentNames = Object.keys(components);

const fenceLanguages = ['yaml', 'yml', 'json', 'mermaid', 'topology', 'text'];

/** Checks one chapter by itself: its front matter, and what `checkText` checks. */
export function checkChapter(mdx: MdxFile, targets: Targets): Problem[] {
  return [...checkFrontMatter(mdx), ...checkText(mdx, targets)];
}

/** Checks the text of a chapter or page: headings, components and what they name, fences, bare links. */
export function checkText(mdx: MdxFile, targets: Targets): Problem[] {
  const problems: Problem[] = checkPlaces(mdx.file, mdx.tree);
  const ids = new Map<string, number>();
  visit(mdx.tree, node => {
    if (node.type === 'heading') problems.push(...checkHeading(mdx.file, node, ids));
    else if (node.type === 'code') problems.push(...checkFence(mdx.file, node));
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      problems.push(...checkComponent(mdx.file, node, targets));
    else if (node.type === 'link' && textOf(node) === node.url)
      problems.push({
        where: at(mdx.file, node),
        what: `裸の URL「${node.url}」があります。`,
        why: '日本語の文では、後ろの「）」や「。」までリンクに取り込まれます。',
        fix: '[読める名前](URL) と書くか、出典なら <Ref id="…" /> を使ってください。',
      });
  });
  return problems;
}

function checkFrontMatter({ file, frontMatter, lineOf }: MdxFile): Problem[] {
  const result = chapter.safeParse(frontMatter);
  return (result.error?.issues ?? []).map((issue): Problem => {
    const keys = issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0] ?? '')];
    const [like] =
      issue.code === 'unrecognized_keys' ? nearest(keys[0] ?? '', Object.keys(chapter.shape)) : [];
    return {
      where: `${file}:${lineOf(keys[0] ?? '')}`,
      what:
        issue.code === 'unrecognized_keys'
          ? `フロントマターに知らない項目「${keys.join('、')}」があります。`
          : `${issue.path.join('.')}: ${issue.message}`,
      why: '書ける項目は src/schemas/chapter.ts で決まっています。',
      fix: like ? `「${like}」のことですか。` : `使える項目: ${Object.keys(chapter.shape).join('、')}`,
    };
  });
}

/** Ids of a text's headings, in order. */
export function headingIds(tree: Root): string[] {
  const ids: string[] = [];
  visit(tree, 'heading', heading => {
    const id = headingIdOf(heading);
    if (id) ids.push(id);
  });
  return ids;
}

/** `dns` of `## 名前で見つける [#dns]`. */
export const headingIdOf = (heading: Heading): string | undefined => headingId.exec(textOf(heading))?.[1];

function checkHeading(file: string, heading: Heading, ids: Map<string, number>): Problem[] {
  const where = at(file, heading);
  if (heading.depth === 1)
    return [
      {
        where,
        what: '本文に # の見出しがあります。',
        why: '題名はフロントマターの title から作られ、ページに 1 つだけです。',
        fix: '## から始めてください。',
      },
    ];
  const id = headingId.exec(textOf(heading))?.[1];
  if (!id)
    return heading.depth > 3
      ? []
      : [
          {
            where,
            what: `見出し「${textOf(heading)}」に id がありません。`,
            why: '見出しの文を直しても、外からのリンクが切れないようにするためです。',
            fix: '「## 名前で見つける [#dns]」のように、末尾に英小文字の id を書いてください。',
          },
        ];
  const first = ids.get(id);
  ids.set(id, first ?? heading.position?.start.line ?? 0);
  if (first === undefined) return [];
  return [
    {
      where,
      what: `id「${id}」が ${first} 行目の見出しと同じです。`,
      why: '同じ id が 2 つあると、リンクは最初の見出しにしか行けません。',
      fix: 'どちらかの id を変えてください。',
    },
  ];
}

function checkFence(file: string, node: Code): Problem[] {
  const language = node.lang ?? '';
  if (fenceLanguages.includes(language)) return [];
  const isShell = ['bash', 'sh', 'shell', 'console', 'zsh'].includes(language);
  return [
    {
      where: at(file, node),
      what: language ? `${language} のコードブロックは使えません。` : 'コードブロックに言語がありません。',
      why: isShell
        ? 'コマンドと出力は、実機で記録したものだけを載せます。'
        : '検査できる種類だけを載せます。',
      fix: isShell
        ? 'src/content/sessions/ に書き、<Session id="…" /> で入れてください。'
        : `使える言語: ${fenceLanguages.join('、')}`,
    },
  ];
}

function checkComponent(file: string, node: Jsx, targets: Targets): Problem[] {
  const name = node.name ?? '';
  const where = at(file, node);
  if (!Object.hasOwn(components, name)) {
    const [like] = nearest(name, Object.keys(components));
    return [
      {
        where,
        what: `<${name}> という部品はありません。`,
        why: '章で使える部品は決まっています（docs/AUTHORING.md）。',
        fix: like ? `<${like}> のことですか。` : `使える部品: ${Object.keys(components).join('、')}`,
      },
    ];
  }
  const targeted = (components[name] ?? []).flatMap(target => checkTarget(where, node, target, targets));
  if (name !== 'Manifest' || targeted.length > 0) return targeted;
  return checkFields(file, node, targets.fieldsOf(attribute(node, 'path') ?? ''));
}

function checkTarget(where: string, node: Jsx, target: Target, targets: Targets): Problem[] {
  const value = attribute(node, target.attribute);
  if (value === undefined)
    return [
      {
        where,
        what: `<${node.name}> に ${target.attribute} がありません。`,
        why: '何を載せるのかが決まりません。',
        fix: `<${node.name} ${target.attribute}="…" /> と、文字列で書いてください。`,
      },
    ];
  if (targets[target.among].includes(value)) return [];
  if (target.among === 'manifests' && /(^|\/)\.\.(\/|$)|^\//.test(value))
    return [
      {
        where,
        what: `マニフェスト「${value}」は manifests/ の外を指しています。`,
        why: '配布するファイルは、検査と版管理が届く manifests/ の中だけに置きます。',
        fix: 'manifests/ からの相対パスで書いてください。例: services/clusterip.yaml',
      },
    ];
  return [missing(where, target.noun, value, targets[target.among])];
}

/** The message for an id that nothing has. */
export function missing(where: string, noun: string, value: string, known: readonly string[]): Problem {
  const like = nearest(value, known, 3);
  return {
    where,
    what: `${noun}「${value}」がありません。`,
    why: 'ページに載せるものが見つからないため、ビルドを止めました。',
    fix:
      like.length > 0
        ? `登録済みの近い名前: ${like.join('、')}`
        : `登録済み: ${known.slice(0, 8).join('、') || 'なし'}`,
  };
}
