import { searchResults as words } from '../../site/strings.parts.ja.ts';
import { isComposing } from './dom.ts';

/**
 * Makes a field and a list of options one combobox (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/): the focus stays
 * in the field, arrow keys move the selection, Enter opens it, Ctrl+Enter opens it in a new tab. Escape first empties the
 * field, then closes. Keys that belong to an IME do nothing here.
 * @returns To be called when the list has new options, with the number of the one to select.
 */
export function followSelection(
  input: HTMLInputElement,
  list: HTMLElement,
  close: () => void,
): (at?: number) => void {
  list.id = '_hits';
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.list);
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-expanded', 'false');

  const options = () => [...list.querySelectorAll<HTMLElement>('[role=option]')];
  const current = () => list.querySelector<HTMLElement>('[aria-selected=true]');
  const select = (option: HTMLElement | undefined) => {
    current()?.setAttribute('aria-selected', 'false');
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) input.setAttribute('aria-activedescendant', option.id);
    else input.removeAttribute('aria-activedescendant');
  };
  const move = (step: number) => {
    const all = options();
    const at = all.indexOf(current() as HTMLElement);
    select(all[(at + step + all.length) % all.length]);
  };

  input.addEventListener('keydown', event => {
    if (isComposing(event)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) move(step);
    else if (event.key === 'Enter') open(current(), event);
    else if (event.key === 'Escape' && input.value) {
      input.value = '';
      input.dispatchEvent(new Event('input'));
    } else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
  // The mouse chooses only when it moves: a list that changes under it must not.
  list.addEventListener('mousemove', event => {
    const option =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[role=option]') : null;
    if (option && option !== current()) select(option);
  });
  return (at = 0) => {
    const all = options();
    input.setAttribute('aria-expanded', String(all.length > 0));
    select(all[at] ?? all[0]);
  };
}

function open(option: HTMLElement | null, { ctrlKey, metaKey }: KeyboardEvent): void {
  option?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey }));
}
