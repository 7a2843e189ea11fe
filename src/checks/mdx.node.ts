import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Root } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { LineCounter, parseDocument } from 'yaml';
import type { Problem } from '../site/error.ts';

/** A chapter as it is on disk: positions are those of the file, front matter included. */
export interface MdxFile {
  /** Path from the project's root, with `/`. */
  file: string;
  slug: string;
  frontMatter: Record<string, unknown>;
  /** Line of each top-level key of the front matter. */
  lineOf: (key: string) => number;
  tree: Root;
}

export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

const fence = /^---\r?\n([\s\S]*?)\r?\n---[ \t]*\r?\n/;

/** Parses a chapter; syntax errors become problems with file, line and column. */
export function readMdx(root: string, file: string, problems: Problem[]): MdxFile | undefined {
  const text = readFileSync(join(root, file), 'utf8');
  const match = fence.exec(text);
  const lines = new LineCounter();
  const yaml = parseDocument(match?.[1] ?? '', { lineCounter: lines });
  const first = yaml.errors[0];
  if (!match || first) {
    problems.push({
      where: `${file}:${first ? lines.linePos(first.pos[0]).line + 1 : 1}`,
      what: first
        ? `フロントマターを YAML として読めません: ${first.message.split('\n')[0]}`
        : 'フロントマターがありません。',
      why: '題名や前提は、ここから目次と検索に使われます。',
      fix: '--- で囲み、docs/AUTHORING.md の項目を書いてください。',
    });
    return undefined;
  }
  // Blank lines in place of the front matter keep every position that of the file.
  const body = text.slice(0, match[0].length).replace(/[^\n]/g, '') + text.slice(match[0].length);
  try {
    return {
      file,
      slug: file.replace(/^.*\/|\.mdx$/g, ''),
      frontMatter: (yaml.toJS() ?? {}) as Record<string, unknown>,
      lineOf: key => lineOfKey(match[1] ?? '', key),
      tree: unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(body),
    };
  } catch (error) {
    const {
      line,
      column,
      reason = String(error),
    } = error as { line?: number; column?: number; reason?: string };
    // A tag that is never closed is reported at the end; the message says where it was opened.
    const opened = /\((\d+:\d+)-/.exec(reason)?.[1];
    problems.push({
      where: `${file}:${opened ?? `${line ?? 1}:${column ?? 1}`}`,
      what: `MDX として読めません: ${reason}`,
      why: 'このままではページになりません。',
      fix: '閉じていないタグや、本文中の { } と < を確かめてください（文字として書くときは `…` で囲みます）。',
    });
    return undefined;
  }
}

function lineOfKey(yaml: string, key: string): number {
  const index = yaml.split('\n').findIndex(line => line.startsWith(`${key}:`));
  return index + 2;
}

/** `file:line:column` of a node. */
export function at(
  file: string,
  node: { position?: { start: { line: number; column: number } } | undefined },
): string {
  const start = node.position?.start;
  return start ? `${file}:${start.line}:${start.column}` : file;
}

/** A JSX attribute written as a plain string; undefined when missing or an expression. */
export function attribute(node: Jsx, name: string): string | undefined {
  const found = node.attributes.find(item => item.type === 'mdxJsxAttribute' && item.name === name);
  return typeof found?.value === 'string' ? found.value : undefined;
}
