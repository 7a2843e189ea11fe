import { recall } from './store.ts';

/** Keys of the site, and the control that each of them presses. */
const controls: Record<string, string> = {
  '/': '[data-search]',
  '[': '.neighbours [rel=prev]',
  ']': '.neighbours [rel=next]',
  '?': '[data-help]',
};

/** What was typed after the key that opens the search, while its code was still being loaded. */
let typed: string | undefined;

/** The letters that were typed ahead; they belong into the field of the search. */
export function takeTyped(): string {
  const text = typed ?? '';
  typed = undefined;
  return text;
}

/** Presses controls by key, unless the reader is typing, choosing kanji, or has a dialog open. Ctrl+K and ⌘K search too. */
export function startKeys(): void {
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.altKey) return;
    const { target } = event;
    const isTyping = target instanceof Element && target.closest('input:not([type=radio]), textarea, select');
    const hasModifier = event.ctrlKey || event.metaKey;
    const isSearch = hasModifier && event.key.toLowerCase() === 'k';
    if (!isSearch && (hasModifier || isTyping || document.querySelector('dialog[open]'))) return;
    if (typed !== undefined && event.key.length === 1) {
      typed += event.key;
      event.preventDefault();
      return;
    }
    const selector = isSearch ? controls['/'] : controls[event.key];
    const control = selector && document.querySelector<HTMLElement>(selector);
    if (!control || (event.key === '/' && recall().slash === false)) return;
    event.preventDefault();
    if (selector === controls['/']) {
      typed = '';
      setTimeout(takeTyped, 3000);
    }
    control.click();
  });
}
