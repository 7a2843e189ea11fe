import { help, offline } from '../../site/strings.parts.ja.ts';
import { createPanel, type Panel } from '../offline-panel.ts';
import { createDialog } from './dialog.ts';

let dialog: HTMLDialogElement | undefined;
let panel: Panel | undefined;

/** The list of keys, and the offline copy: opened with `?` or from the foot of the page. */
export function start(): void {
  panel ??= createPanel();
  dialog ??= create(panel.element);
  dialog.showModal();
  void panel.refresh();
}

function create(offlineCopy: HTMLElement): HTMLDialogElement {
  const box = createDialog('sheet', help.title, help.close);
  const title = document.createElement('h2');
  title.textContent = help.title;
  const list = document.createElement('dl');
  list.className = 'keys';
  for (const [keys, meaning] of help.keys) {
    const row = document.createElement('div');
    const term = document.createElement('dt');
    for (const key of keys) {
      const cap = document.createElement('kbd');
      cap.textContent = key;
      term.append(cap);
    }
    const text = document.createElement('dd');
    text.textContent = meaning;
    row.append(term, text);
    list.append(row);
  }
  const note = document.createElement('p');
  note.className = 'hint';
  note.textContent = help.note;
  const keep = document.createElement('h2');
  keep.textContent = offline.title;
  box.append(title, list, note, keep, offlineCopy);
  return box;
}
