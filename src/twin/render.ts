import type { Code, Nodes } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

export type Jsx = MdxJsxFlowElement | MdxJsxTextElement;

/** What a component is in plain Markdown. `inner` is its content, already plain. */
export type Expand = (element: Jsx, inner: string) => string;

export interface Options {
  expand: Expand;
  /** Address of an internal link; undefined for a chapter that is not written: the link becomes text. */
  link: (path: string) => string | undefined;
  /** What a code block is instead; undefined leaves it. */
  code?: (node: Code) => string | undefined;
}

const headingId = /[ \t]*\[#[a-z][a-z0-9-]*\][ \t]*$/;

/**
 * The Markdown twin of a chapter's MDX: components become what they show, everything else stays as the author wrote it.
 * Works on the source, not on a tree printed again, so that no character changes without a reason.
 */
export function plainMarkdown(mdx: string, { expand, link, code }: Options): string {
  const tree = unified().use(remarkParse).use(remarkGfm).use(remarkMdx).parse(mdx);

  /** Source from one offset to another, with the given nodes replaced. */
  const between = (start: number, end: number, nodes: readonly Nodes[]): string => {
    let text = '';
    let at = start;
    for (const node of nodes) {
      const [from, to] = offsets(node);
      text += mdx.slice(at, from) + plain(node);
      at = to;
    }
    return text + mdx.slice(at, end);
  };

  const plain = (node: Nodes): string => {
    const [start, end] = offsets(node);
    const children = 'children' in node ? node.children : [];
    const [first] = offsets(children[0]);
    const [, last] = offsets(children.at(-1));
    if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement')
      return expand(node, between(first, last, children).trim());
    if (node.type === 'heading') return between(start, end, children).replace(headingId, '');
    if (node.type === 'link' && node.url.startsWith('/')) {
      const address = link(node.url);
      const words = between(first, last, children);
      return address === undefined ? words : `[${words}](${address})`;
    }
    return (node.type === 'code' ? code?.(node) : undefined) ?? between(start, end, children);
  };

  return `${plain(tree).trim()}\n`;
}

function offsets(node: Nodes | undefined): [start: number, end: number] {
  return [node?.position?.start.offset ?? 0, node?.position?.end.offset ?? 0];
}

/** A fence that its own text cannot close. */
export function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/^`+/gm)].map(([ticks]) => ticks.length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text.replace(/\n$/, '')}\n${ticks}`;
}

/** Text as a block quotation. */
export function quote(text: string): string {
  return text
    .split('\n')
    .map(line => (line ? `> ${line}` : '>'))
    .join('\n');
}
