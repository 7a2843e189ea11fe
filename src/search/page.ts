import { searchResults as words } from '../site/strings.parts.ja.ts';
import { searchWhileTyping } from './field.ts';
import { element, hitItems, statusText } from './results.ts';

/** Runs `/search/?q=…`: the query is in the address, so that a search can be shared. */
export function startSearchPage(form: HTMLFormElement, results: HTMLElement): void {
  const input = form.querySelector('input');
  if (!input) return;
  const status = element('p', 'search-status');
  const list = element('ol', 'hits');
  list.setAttribute('aria-label', words.list);
  results.append(status, list);
  input.value = new URL(location.href).searchParams.get('q') ?? '';
  const { now } = searchWhileTyping({
    input,
    show: (query, hits) => {
      status.textContent = hits ? statusText(query, hits.length) : '';
      list.replaceChildren(...hitItems(hits ?? []));
      const address = new URL(location.href);
      if (query) address.searchParams.set('q', query);
      else address.searchParams.delete('q');
      history.replaceState(null, '', address);
    },
    fail: () => {
      status.textContent = words.failed;
    },
  });
  form.addEventListener('submit', event => {
    event.preventDefault();
    now();
  });
  now();
}
