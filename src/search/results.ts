import { searchResults as words } from '../site/strings.parts.ja.ts';
import type { Hit } from './query.ts';

/** List items for hits: a link with page, section and excerpt. Text only, never HTML from the index. */
export function hitItems(hits: readonly Hit[]): HTMLLIElement[] {
  return hits.map(({ url, page, section, excerpt }) => {
    const item = element('li', 'hit');
    const link = element('a', 'hit-link');
    link.href = url;
    const title = element('span', 'hit-title');
    title.append(section ? `${page} › ${section}` : page);
    const text = element('span', 'hit-excerpt');
    text.append(...excerpt.map(piece => (piece.match ? mark(piece.text) : piece.text)));
    link.append(title, text);
    item.append(link);
    return item;
  });
}

/** What a screen reader hears, and everybody sees above the list. */
export function statusText(query: string, count: number): string {
  return count > 0 ? words.found(query, count) : words.nothing(query);
}

function mark(text: string): HTMLElement {
  const node = document.createElement('mark');
  node.append(text);
  return node;
}

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  className: string,
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  node.className = className;
  return node;
}
