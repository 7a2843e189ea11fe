import { offline as words } from '../../site/strings.parts.ja.ts';
import { href } from '../../site/url.ts';
import { createPanel, type Panel } from '../offline-panel.ts';
import { createDialog } from './dialog.ts';

let panel: Panel | undefined;
let dialog: HTMLDialogElement | undefined;

/** The button of the home page: opens the panel, and starts at once, because the page has said the size. */
export function start(): void {
  panel ??= createPanel();
  dialog ??= createSheet(panel.element);
  dialog.showModal();
  void panel.refresh();
  void panel.save();
}

function createSheet(panel: HTMLElement): HTMLDialogElement {
  const sheet = createDialog('sheet', words.title, words.close);
  const title = document.createElement('h2');
  title.textContent = words.title;
  const more = document.createElement('p');
  more.className = 'hint';
  const link = document.createElement('a');
  link.href = href('/offline/');
  link.textContent = words.more;
  more.append(link);
  sheet.append(title, panel, more);
  return sheet;
}
