import { help, offline } from '../../site/strings.parts.ja.ts';
import { createPanel, type Panel } from '../offline-panel.ts';
import { createHeading, createSheet } from './dialog.ts';

let dialog: HTMLDialogElement | undefined;
let panel: Panel | undefined;

/** The list of keys, and the offline copy: opened with `?` or from the foot of the page. */
export function start(): void {
  panel ??= createPanel();
  dialog ??= createSheet(
    help.title,
    help.close,
    createList(),
    createNote(),
    createHeading(offline.title),
    panel.element,
  );
  dialog.showModal();
  void panel.refresh();
}

function createList(): HTMLElement {
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
  return list;
}

function createNote(): HTMLElement {
  const note = document.createElement('p');
  note.className = 'hint';
  note.textContent = help.note;
  return note;
}
