import { offline as words } from '../../site/strings.parts.ja.ts';
import { href } from '../../site/url.ts';
import { createPanel, type Panel } from '../offline-panel.ts';
import { createSheet } from './dialog.ts';

let panel: Panel | undefined;
let dialog: HTMLDialogElement | undefined;

/** The button of the home page: opens the panel, and starts at once, because the page has said the size. */
export function start(): void {
  panel ??= createPanel();
  dialog ??= createSheet(words.title, words.close, panel.element, createMore());
  dialog.showModal();
  void panel.refresh();
  void panel.save();
}

/** Where to read more about it. */
function createMore(): HTMLElement {
  const more = document.createElement('p');
  more.className = 'hint';
  const link = document.createElement('a');
  link.href = href('/offline/');
  link.textContent = words.more;
  more.append(link);
  return more;
}
