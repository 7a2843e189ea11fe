import type { Heading, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';

/** `[#dns]` at the end of a heading. MDX reads `{#dns}` as an expression, so that form cannot be used. */
export const headingId = /\s*\[#([a-z][a-z0-9-]*)\]$/;

/** Takes the id off a heading's last text node; undefined when there is none. */
export function takeHeadingId(heading: Heading): string | undefined {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return undefined;
  const match = headingId.exec(last.value);
  if (!match) return undefined;
  last.value = last.value.slice(0, match.index);
  return match[1];
}

/** Gives each heading its written id, so that links to it survive every change of its words. */
export function remarkHeadingIds() {
  return (tree: Root) => {
    visit(tree, 'heading', heading => {
      const id = takeHeadingId(heading);
      if (id) heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } };
      else if (heading.depth < 4) throw new Error(`見出し「${textOf(heading)}」に [#id] がありません。`);
    });
  };
}
