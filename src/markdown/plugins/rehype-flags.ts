import type { Element, Root } from 'hast';
import { SKIP, visit } from 'unist-util-visit';
import { splitFlags } from '../../site/flags.ts';

/** Inline code: the names of flags stay whole (src/site/flags.ts). */
export function rehypeFlags() {
  return (tree: Root) => {
    visit(tree, 'element', (node: Element) => {
      if (node.tagName === 'pre') return SKIP;
      const [text] = node.children;
      if (node.tagName !== 'code' || text?.type !== 'text') return;
      const parts = splitFlags(text.value);
      if (parts.length === 1) return;
      node.children = parts.map((value, index): Element['children'][number] =>
        index % 2
          ? { type: 'element', tagName: 'span', properties: {}, children: [{ type: 'text', value }] }
          : { type: 'text', value },
      );
      return SKIP;
    });
  };
}
