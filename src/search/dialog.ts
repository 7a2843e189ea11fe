import { searchResults as words } from '../site/strings.parts.ja.ts';
import { href } from '../site/url.ts';
import { followSelection } from './ui/combobox.ts';
import { element } from './ui/dom.ts';
import { createPanel } from './ui/panel.ts';

let dialog: HTMLDialogElement | undefined;

/** Opens the search dialog; it is made at the first call. Focus returns to where it was when the dialog closes. */
export function openSearch(): HTMLInputElement | null {
  dialog ??= createDialog();
  if (!dialog.open) dialog.showModal();
  const input = dialog.querySelector('input');
  input?.select();
  return input;
}

function createDialog(): HTMLDialogElement {
  const box = element('dialog', 'search-dialog');
  box.setAttribute('aria-label', words.label);
  const form = element('form', 'search-form');
  form.action = href('/search/');
  form.setAttribute('role', 'search');
  const input = element('input', 'search-input');
  Object.assign(input, {
    type: 'search',
    name: 'q',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: false,
    enterKeyHint: 'go',
    placeholder: words.placeholder,
    ariaLabel: words.field,
  });
  const close = element('button', 'button', words.close);
  close.type = 'button';
  close.addEventListener('click', () => box.close());
  form.append(input, close);

  let select: (at?: number) => void = () => {};
  const panel = createPanel({ input, mode: 'options', shown: at => select(at) });
  select = followSelection(input, panel.list, () => box.close());
  const body = element('div', 'search-body', ...panel.parts);
  const foot = element(
    'p',
    'search-foot',
    ...words.keys.flatMap(([key, text]) => [element('kbd', '', key), text]),
  );
  foot.setAttribute('aria-hidden', 'true');
  box.append(form, body, foot);
  document.body.append(box);
  box.addEventListener('click', event => {
    if (event.target === box) box.close();
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) box.close();
  });
  panel.now();
  return box;
}
