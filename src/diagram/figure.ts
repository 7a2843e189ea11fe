import type { Element, ElementContent } from 'hast';
import type { Node } from 'mdast';
import type { MdxJsxFlowElementHast } from 'mdast-util-mdx-jsx';
import { provenArrows } from '../site/strings.ja.ts';
import type { Drawing } from './draw.node.ts';
import type { Proof } from './proof.node.ts';

/** What a fence becomes in the Markdown tree. Later plugins can read its texts; the picture itself is finished. */
export interface DiagramNode extends Node {
  type: 'diagram';
  title: string;
  description: string;
  children: [];
  data: { hName: 'figure'; hProperties: Element['properties']; hChildren: ElementContent[] };
}

declare module 'mdast' {
  interface RootContentMap {
    diagram: DiagramNode;
  }
}

/**
 * The figure of a diagram: a picture that scrolls in its own box, a caption, the picture in words, and who has proven its arrows.
 *
 * The box is a JSX element with Astro's `set:html`, for three reasons: the SVG reaches the page byte for byte, no rehype plugin
 * changes the text inside it, and a chapter does not compile to a function call for each of its hundreds of shapes.
 */
export function figureNode(id: string, { svg, title, description }: Drawing, proof?: Proof): DiagramNode {
  const caption = element('figcaption', {}, [
    text(title),
    element('details', {}, [
      element('summary', {}, [text('図の説明')]),
      element('p', {}, [text(description)]),
    ]),
    ...(proof ? [element('a', { href: '/ledger/#routes' }, [text(provenArrows(proof))])] : []),
  ]);
  return {
    type: 'diagram',
    title,
    description,
    children: [],
    data: {
      hName: 'figure',
      hProperties: { className: ['diagram'] },
      hChildren: [scrollBox(id, svg), caption],
    },
  };
}

/** Focusable, because a browser may not let the keyboard scroll a box that is not. */
function scrollBox(id: string, svg: string): MdxJsxFlowElementHast {
  const attributes = {
    class: 'diagram-scroll',
    role: 'group',
    'aria-labelledby': `${id}-t`,
    tabindex: '0',
    'set:html': svg,
  };
  return {
    type: 'mdxJsxFlowElement',
    name: 'div',
    attributes: Object.entries(attributes).map(([name, value]) => ({ type: 'mdxJsxAttribute', name, value })),
    children: [],
  };
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
