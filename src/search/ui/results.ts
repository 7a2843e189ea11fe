import { searchResults as words } from '../../site/strings.parts.ja.ts';
import { href } from '../../site/url.ts';
import type { Answer } from '../core/engine.ts';
import type { Result } from '../core/result.ts';
import type { Facet } from '../core/site.ts';
import { element, marked } from './dom.ts';

/** How results are built: links that are tabbed through, or options of a combobox. */
export type ResultMode = 'links' | 'options';

/** Results in their order; neighbours of one page stand under its title. */
export function resultGroups(results: readonly Result[], mode: ResultMode): HTMLElement[] {
  const groups: Result[][] = [];
  for (const result of results) {
    const last = groups.at(-1);
    if (last?.[0]?.page === result.page) last.push(result);
    else groups.push([result]);
  }
  let number = 0;
  return groups.map(items => {
    // A group that begins with the page itself has its title already.
    const [first] = items;
    const title = first?.path[0] ?? '';
    const page = first?.url === first?.page ? '' : title;
    const links = items.flatMap(item => {
      const link = resultLink(item, mode, number++);
      return item.folded > 0 ? [link, unfoldButton(item, mode, number++)] : [link];
    });
    if (mode === 'options') {
      const group = element('div', 'hit-group', ...(page ? [element('p', 'hit-page', page)] : []), ...links);
      group.setAttribute('role', 'group');
      group.setAttribute('aria-label', title);
      group.querySelector('.hit-page')?.setAttribute('aria-hidden', 'true');
      return group;
    }
    const list = element('ol', 'plain-list', ...links.map(link => element('li', '', link)));
    return element('li', 'hit-group', ...(page ? [element('p', 'hit-page', page)] : []), list);
  });
}

function resultLink(result: Result, mode: ResultMode, number: number): HTMLAnchorElement {
  const { url, facet, title, path, excerpt, isCode } = result;
  const link = element('a', 'hit');
  link.href = href(url);
  const head = element('span', 'hit-title', ...marked(title));
  if (facet !== 'text') head.append(facetMark(facet));
  link.append(head);
  const inside = path.slice(1).join(' › ');
  if (inside) link.append(element('span', 'hit-path', inside));
  if (excerpt.length > 0)
    link.append(element('span', isCode ? 'hit-text hit-code' : 'hit-text', ...marked(excerpt)));
  if (mode === 'options') makeOption(link, number);
  return link;
}

/** Shows the other places of a page; `panel.ts` follows it. */
function unfoldButton({ page, folded }: Result, mode: ResultMode, number: number): HTMLButtonElement {
  const button = element('button', 'hit-unfold', words.unfold(folded));
  button.type = 'button';
  button.dataset['page'] = page;
  button.dataset['folded'] = String(folded);
  if (mode === 'options') makeOption(button, number);
  return button;
}

function makeOption(node: HTMLElement, number: number): void {
  node.id = `_hit-${number}`;
  node.tabIndex = -1;
  node.setAttribute('role', 'option');
  node.setAttribute('aria-selected', 'false');
}

function facetMark(facet: Facet): HTMLElement {
  const mark = element('span', 'hit-facet', words.facets[facet]);
  mark.dataset['facet'] = facet;
  return mark;
}

/** What is said about an answer: how many places, what was mended, what is missing. */
export function statusText(query: string, { total, missing, isPartial, facets }: Answer): string {
  if (total === 0) return facets.length > 0 ? words.nothingHere(query) : words.nothing(query);
  if (missing.length > 0) return `${words.found(total)}${words.without(missing)}`;
  return isPartial ? `${words.found(total)}${words.partial}` : words.found(total);
}
