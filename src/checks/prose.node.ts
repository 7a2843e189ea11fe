import type { Nodes, Root } from 'mdast';
import { CONTINUE, SKIP, visit } from 'unist-util-visit';
import { PLACE } from '../diagram/bound/fill.ts';
import { headingId } from '../markdown/plugins/remark-heading-ids.ts';
import type { Erratum } from '../schemas/erratum.ts';
import type { ChapterSessions } from '../schemas/session.ts';
import type { Term } from '../schemas/term.ts';
import { at, type MdxFile } from './mdx.node.ts';

/** Stands where code was: a run of characters ends here, and no rule looks inside. */
export const code = '\uFFFC';

/** Japanese text that a reader sees: one paragraph, heading, cell, label or data field. */
export interface Prose {
  /** `file:line:column`, or the file and the field. */
  where: string;
  /** Without markup; code in it is the one character `code`. */
  text: string;
  /** Whole sentences, or words that stand alone (titles, labels). */
  form: 'sentences' | 'words';
  /** Whether a source is named in it or right beside it; undefined where none can be. */
  sourced?: boolean;
}

/** Attributes of components that are shown to the reader. */
const shown = ['title', 'label', 'caption', 'name', 'alt'];

/** All prose of a chapter or page: front matter, paragraphs, headings, tables, and the words of its diagrams. */
export function proseOf({ file, frontMatter, lineOf, tree }: MdxFile): Prose[] {
  const result: Prose[] = [];
  const { title, summary, goals } = frontMatter;
  const field = (key: string, text: unknown, form: Prose['form']) => {
    if (typeof text === 'string')
      result.push({ where: `${file}:${lineOf(key)}`, text: plain(text).replaceAll('|', ''), form });
  };
  field('title', title, 'words');
  field('summary', summary, 'sentences');
  for (const goal of Array.isArray(goals) ? goals : []) field('goals', goal, 'words');
  visit(tree, node => {
    if (node.type === 'mdxJsxFlowElement' && node.name === 'FileTree') {
      result.push(...fileTreeProse(file, node));
      return SKIP;
    }
    if (node.type === 'paragraph' || node.type === 'tableRow')
      result.push({
        where: at(file, node),
        text: textOf(node).trim(),
        form: node.type === 'paragraph' ? 'sentences' : 'words',
        sourced: namesSource(node),
      });
    else if (node.type === 'heading')
      result.push({ where: at(file, node), text: textOf(node).replace(headingId, ''), form: 'words' });
    else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
      for (const { type, ...attribute } of node.attributes)
        if (type === 'mdxJsxAttribute' && 'name' in attribute && shown.includes(attribute.name))
          if (typeof attribute.value === 'string')
            result.push({ where: at(file, node), text: plain(attribute.value), form: 'words' });
    } else if (node.type === 'code' && node.lang === 'mermaid') result.push(...diagramProse(file, node));
    return CONTINUE;
  });
  return result.filter(({ text }) => text);
}

/** The words of an erratum, whose sources are fields of it: what a reader sees, without quoted commands and YAML. */
export function proseOfErratum(id: string, erratum: Erratum): Prose[] {
  const where = (key: string) => `src/content/errata/${id}.yaml (${key})`;
  const forms = (['old', 'now'] as const).flatMap(key =>
    erratum[key].as === 'prose'
      ? [{ where: where(key), text: plain(erratum[key].text), form: 'words' as const }]
      : [],
  );
  return [
    { where: where('title'), text: plain(erratum.title), form: 'words' as const },
    { where: where('reason'), text: plain(erratum.reason), form: 'sentences' as const },
    { where: where('since'), text: plain(erratum.since), form: 'words' as const },
    ...forms,
  ].map(prose => ({ ...prose, sourced: true }));
}

/** Titles of terminal sessions, and why one was not recorded. */
export function proseOfSessions(slug: string, { sessions }: ChapterSessions): Prose[] {
  const file = `src/content/sessions/${slug}.yaml`;
  return sessions.flatMap(({ id, title, reason }): Prose[] => [
    { where: `${file} (${id})`, text: plain(title), form: 'words' },
    ...(reason ? [{ where: `${file} (${id})`, text: plain(reason), form: 'sentences' as const }] : []),
  ]);
}

/** The text of a glossary entry. */
export function proseOfTerm(id: string, { text }: Term): Prose {
  return { where: `src/data/glossary.yaml (${id})`, text: plain(text), form: 'sentences' };
}

/** Comments of a manifest. What an old one says of versions, the erratum that shows it proves. */
export function proseOfManifest(path: string, yaml: string): Prose[] {
  return yaml.split('\n').flatMap((line, index): Prose[] => {
    const comment = /(?:^|\s)#\s?(.*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}].*)$/u.exec(
      line,
    )?.[1];
    if (!comment) return [];
    const prose: Prose = { where: `manifests/${path}:${index + 1}`, text: plain(comment), form: 'words' };
    return [path.startsWith('legacy/') ? { ...prose, sourced: true } : prose];
  });
}

/** Text with `code` in backticks taken out. */
function plain(text: string): string {
  return text.replace(/`[^`]*`/g, code).trim();
}

/** Text of a node; code becomes one mark, unless it is a version, and a component inside a sentence leaves only its own text. */
function textOf(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'inlineCode') return /^v\d+\.\d+(?:\.\d+)?$/.test(node.value) ? node.value : code;
  if (node.type === 'code') return code;
  if (node.type === 'tableCell') return `${node.children.map(textOf).join('')}\n`;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}

function namesSource(node: Nodes): boolean {
  let found = false;
  visit(node as Root, child => {
    if ('name' in child && (child.name === 'Ref' || child.name === 'Erratum')) found = true;
    if (child.type === 'link' && child.url.startsWith('/errata/#e')) found = true;
  });
  return found;
}

/** What is said of each file of a tree: `- \`name\` words`. */
function fileTreeProse(file: string, tree: Nodes): Prose[] {
  const result: Prose[] = [];
  visit(tree as Root, 'paragraph', node => {
    const text = textOf(node).replace(new RegExp(`^${code} ?`), '');
    if (text) result.push({ where: at(file, node), text, form: 'words' });
  });
  return result;
}

/** Labels and descriptions of a Mermaid fence; a field of a manifest counts as a number. */
function diagramProse(file: string, node: Extract<Nodes, { type: 'code' }>): Prose[] {
  const start = node.position?.start.line ?? 0;
  return node.value.split('\n').flatMap((raw, index): Prose[] => {
    const where = `${file}:${start + 1 + index}`;
    const line = /^\s*%%/.test(raw) ? '' : raw.replace(PLACE, '0');
    const words = [...line.matchAll(/"([^"]+)"/g)].map(([, label = '']) => label.replace(/<br\/?>/g, ''));
    const sentence = /^\s*(?:accTitle:|accDescr:)?\s*(.+。)\s*$/.exec(line)?.[1];
    return [
      ...words.map(text => ({ where, text, form: 'words' as const })),
      ...(sentence ? [{ where, text: sentence, form: 'sentences' as const }] : []),
    ];
  });
}
