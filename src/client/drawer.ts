import { client } from '../site/strings.ja.ts';

/** On narrow screens the link to the contents becomes a button that shows the sidebar in a dialog. */
export function startDrawer(): void {
  const link = document.querySelector('[data-menu]');
  const nav = document.querySelector('.sidebar');
  if (!link || !nav) return;
  centre(nav);

  const button = document.createElement('button');
  button.type = 'button';
  button.className = link.className;
  button.append(...link.childNodes);
  link.replaceWith(button);

  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'tool';
  close.textContent = client.close;

  const dialog = document.createElement('dialog');
  dialog.className = 'drawer';
  dialog.ariaLabel = nav.ariaLabel;
  dialog.append(close);
  document.body.append(dialog);

  // The list moves into the dialog and back: there is one of it, and its place in the page stays marked.
  const place = document.createComment('');
  button.addEventListener('click', () => {
    nav.replaceWith(place);
    dialog.append(nav);
    dialog.showModal();
    centre(dialog);
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', event => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => place.replaceWith(nav));
  matchMedia('(width >= 72rem)').addEventListener('change', () => dialog.close());
}

/** Scrolls a list so that the current chapter is in the middle, when it would be out of sight. */
function centre(box: Element): void {
  const current = box.querySelector('[aria-current]');
  if (!current) return;
  const below = current.getBoundingClientRect().bottom - box.getBoundingClientRect().top;
  if (below > box.clientHeight) box.scrollTop = below - box.clientHeight / 2;
}
