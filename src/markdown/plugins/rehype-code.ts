import type { Element, ElementContent, Root } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { highlight, type Token } from '../highlight.ts';

/** Fences become `<pre class="code"><code><span class="line">…`, with a class per kind of token and no style. */
export function rehypeCode() {
  return (tree: Root) => {
    visit(tree, 'element', node => {
      const code = node.children[0];
      if (node.tagName !== 'pre' || code?.type !== 'element' || code.tagName !== 'code') return;
      const language = languageOf(code);
      const lines = highlight(textOf(code).replace(/\n$/, ''), language);
      node.properties = { className: ['code'], tabIndex: 0, dataLanguage: language };
      code.properties = {};
      code.children = lines.flatMap(line => [lineElement(line), { type: 'text', value: '\n' } as const]);
    });
  };
}

function languageOf(code: Element): string {
  const names = code.properties?.['className'];
  const name = Array.isArray(names)
    ? names.map(String).find(text => text.startsWith('language-'))
    : undefined;
  const language = name?.slice('language-'.length) ?? 'text';
  return language === 'yml' ? 'yaml' : language;
}

function lineElement(line: readonly Token[]): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['line'] },
    children: line.map(tokenNode),
  };
}

function tokenNode({ text, kind }: Token): ElementContent {
  const value = { type: 'text', value: text } as const;
  if (!kind) return value;
  return { type: 'element', tagName: 'span', properties: { className: [`t-${kind}`] }, children: [value] };
}
