import { searchResults as words } from '../site/strings.parts.ja.ts';
import { href } from '../site/url.ts';
import { isComposing, searchWhileTyping } from './field.ts';
import { element, hitItems, statusText } from './results.ts';

let dialog: HTMLDialogElement | undefined;

/** Opens the search dialog; it is made at the first call. Focus returns to where it was when the dialog closes. */
export function openSearch(): void {
  dialog ??= createDialog();
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input');
  input?.select();
}

function createDialog(): HTMLDialogElement {
  const box = element('dialog', 'search-dialog');
  box.setAttribute('aria-label', words.label);
  const form = element('form', 'search-form');
  form.action = href('/search/');
  form.setAttribute('role', 'search');
  const input = element('input', 'search-input');
  input.type = 'search';
  input.name = 'q';
  input.autocomplete = 'off';
  input.placeholder = words.placeholder;
  input.setAttribute('aria-label', words.field);
  const close = element('button', 'button');
  close.type = 'button';
  close.append(words.close);
  close.addEventListener('click', () => box.close());
  const status = element('p', 'search-status');
  status.setAttribute('role', 'status');
  status.append(words.hint);
  const list = element('ol', 'hits');
  list.setAttribute('aria-label', words.list);
  form.append(input, close);
  box.append(form, status, list);
  document.body.append(box);

  searchWhileTyping({
    input,
    show: (query, hits) => {
      status.textContent = hits ? statusText(query, hits.length) : words.hint;
      list.replaceChildren(...hitItems(hits ?? []));
    },
    fail: () => {
      status.textContent = words.failed;
    },
  });
  box.addEventListener('keydown', event => moveOrOpen(event, input, list));
  box.addEventListener('click', event => {
    if (event.target === box) box.close();
    if (event.target instanceof Element && event.target.closest('a')) box.close();
  });
  return box;
}

/** Arrow keys walk from the field through the results and back; Enter in the field opens the first result. */
function moveOrOpen(event: KeyboardEvent, input: HTMLInputElement, list: HTMLOListElement): void {
  if (isComposing(event)) return;
  const links = [...list.querySelectorAll('a')];
  const current = links.findIndex(link => link.matches(':focus'));
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    const next = current + (event.key === 'ArrowDown' ? 1 : -1);
    if (event.key === 'ArrowUp' && current < 0) return;
    event.preventDefault();
    (links[Math.min(next, links.length - 1)] ?? input).focus();
  } else if (event.key === 'Enter' && document.activeElement === input && links[0]) {
    event.preventDefault();
    links[0].click();
  }
}
