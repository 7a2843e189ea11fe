import type { Root } from 'hast';
import { visit } from 'unist-util-visit';
import { withBase } from '../../site/url.ts';

interface Options {
  base: string;
  /** Slugs of chapters that are planned but not written. */
  planned: ReadonlySet<string>;
}

/**
 * Internal links (`/services/#dns`) get the site's base path; links to other sites say so to the style sheet.
 * A link to a chapter that is planned but not written yet is plain text until it exists.
 */
export function rehypeLinks({ base, planned }: Options) {
  return (tree: Root) => {
    visit(tree, 'element', (node, index, parent) => {
      const target = node.properties['href'];
      if (node.tagName !== 'a' || typeof target !== 'string') return undefined;
      if (planned.has(target.split('/')[1] ?? '') && parent && index !== undefined) {
        parent.children.splice(index, 1, ...node.children);
        return index;
      }
      if (target.startsWith('/')) node.properties['href'] = withBase(base, target);
      else if (/^https?:/.test(target)) node.properties['className'] = ['external'];
      return undefined;
    });
  };
}
