import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { withBase } from '../../site/url.ts';

/** Internal links (`/services/#dns`) get the site's base path; links to other sites say so to the style sheet. */
export function rehypeLinks({ base }: { base: string }) {
  return (tree: Root) => {
    visit(tree, 'element', node => {
      const target = node.properties['href'];
      if (node.tagName !== 'a' || typeof target !== 'string') return;
      if (target.startsWith('/')) node.properties['href'] = withBase(base, target);
      else if (/^https?:/.test(target)) node.properties['className'] = ['external'];
    });
  };
}
