import { recall, remember } from '../../client/store.ts';
import { searchResults as words } from '../../site/strings.parts.ja.ts';
import { href } from '../../site/url.ts';
import { normalize } from '../core/normalize.ts';
import { element } from './dom.ts';
import type { ResultMode } from './results.ts';

const most = 5;

/** Remembers a query whose result was opened, unless the reader has switched that off. */
export function rememberSearch(query: string): void {
  const { searches = [], recent } = recall();
  if (recent === false || !query.trim()) return;
  remember({ searches: [query.trim(), ...searches.filter(known => known !== query.trim())].slice(0, most) });
}

/** What is shown while the field is empty: recent searches, which can be forgotten, and some to begin with. */
export function idleContent(use: (query: string) => void): HTMLElement[] {
  const { searches = [], recent } = recall();
  const blocks = [queries(words.suggested, words.suggestions, use)];
  if (recent === false || searches.length === 0) return blocks;
  const mine = queries(words.recent, searches, use);
  const forget = element('button', 'link-button', words.forget);
  forget.type = 'button';
  forget.addEventListener('click', () => {
    remember({ searches: [] });
    mine.remove();
  });
  mine.firstElementChild?.append(forget);
  return [mine, ...blocks];
}

/**
 * What is offered when nothing is found: the query without what is unknown, and other ways in. The search page has these
 * ways at its foot; its main part has no link but results.
 */
export function nothingContent(
  missing: readonly string[],
  query: string,
  mode: ResultMode,
  use: (query: string) => void,
): HTMLElement[] {
  const rest = missing.reduce((text, word) => text.replace(word, ' '), normalize(query)).trim();
  const shorter = rest !== normalize(query) && rest.length > 1 ? [queries(words.shorter, [rest], use)] : [];
  if (mode === 'links') return [...shorter, element('p', 'hit-links', words.otherWays)];
  const links = [
    link('/glossary/', words.toGlossary),
    link('/#contents', words.toContents),
    link('/errata/', words.toErrata),
  ];
  return [...shorter, element('p', 'hit-links', ...links)];
}

function queries(title: string, list: readonly string[], use: (query: string) => void): HTMLElement {
  const items = list.map(query => {
    const button = element('button', 'query-button', query);
    button.type = 'button';
    button.addEventListener('click', () => use(query));
    return element('li', '', button);
  });
  return element('div', 'idle', element('p', 'idle-title', title), element('ul', 'plain-list', ...items));
}

function link(path: string, name: string): HTMLAnchorElement {
  const node = element('a', '', name);
  node.href = href(path);
  return node;
}
