import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { chapter } from '../../site/strings.ja.ts';

/** Each section can be linked to: its heading ends with a link to itself. The mark is the style sheet's, not text. */
export function rehypeAnchors() {
  return (tree: Root) => {
    visit(tree, 'element', node => {
      const id = node.properties['id'];
      if (!/^h[23]$/.test(node.tagName) || typeof id !== 'string' || id === 'footnote-label') return;
      node.children.push({
        type: 'element',
        tagName: 'a',
        properties: { className: ['anchor'], href: `#${id}`, dataCopy: 'link', ariaLabel: chapter.anchor },
        children: [],
      });
    });
  };
}
