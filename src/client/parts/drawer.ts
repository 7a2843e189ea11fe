import { drawer as words } from '../../site/strings.parts.ja.ts';
import { createDialog } from './dialog.ts';

let dialog: HTMLDialogElement | undefined;

/** On narrow screens the link to the contents shows the sidebar in a dialog. A page without a sidebar follows the link. */
export function start(link: HTMLElement): void {
  const nav = document.querySelector('.sidebar');
  if (!nav) {
    location.assign((link as HTMLAnchorElement).href);
    return;
  }
  if (!dialog) {
    dialog = createDialog('drawer', nav.ariaLabel ?? '', words.close);
    matchMedia('(width >= 72rem)').addEventListener('change', () => dialog?.close());
  }
  // The list moves into the dialog and back: there is one of it, and its place in the page stays marked.
  const place = document.createComment('');
  nav.replaceWith(place);
  dialog.append(nav);
  dialog.addEventListener('close', () => place.replaceWith(nav), { once: true });
  dialog.showModal();
  nav.querySelector('[aria-current]')?.scrollIntoView({ block: 'center' });
}
