import { menu as words } from '../../site/strings.parts.ja.ts';
import { remember } from '../store.ts';
import './style.ts';

/** Makes the menu of a manifest at its first use: other forms of copying, and wrapping. The browser opens and closes it. */
export function start(button: HTMLElement): void {
  if (!(button instanceof HTMLButtonElement) || button.popoverTargetElement) return;
  const menu = document.createElement('div');
  menu.className = 'menu-box';
  menu.popover = 'auto';
  menu.role = 'group';
  menu.ariaLabel = button.ariaLabel;
  for (const part of JSON.parse(button.dataset['parts'] ?? '[]') as [string, string, string][]) {
    const [kind, name, lines] = part;
    menu.append(copyButton('part', words.part(kind, name), lines));
  }
  menu.append(copyButton('heredoc', words.heredoc), wrapBox());
  button.after(menu);
  button.popoverTargetElement = menu;
  // Pressed by the browser's own rules, so that it knows which button the menu belongs to and stands beside.
  button.click();
}

function copyButton(copy: string, word: string, lines = ''): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['copy'] = copy;
  if (lines) button.dataset['lines'] = lines;
  button.textContent = word;
  return button;
}

function wrapBox(): HTMLLabelElement {
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  box.dataset['wrap'] = '';
  box.checked = 'wrap' in document.documentElement.dataset;
  box.addEventListener('change', () => wrap(box.checked));
  label.append(box, words.wrap);
  return label;
}

/** Long lines wrap in all code of this page and the next ones. */
function wrap(isWrapped: boolean): void {
  document.documentElement.toggleAttribute('data-wrap', isWrapped);
  for (const box of document.querySelectorAll<HTMLInputElement>('input[data-wrap]')) box.checked = isWrapped;
  remember({ wrap: isWrapped });
}
