import { progress as words } from '../../site/strings.ja.ts';
import { announce } from '../announce.ts';
import { recall, remember } from '../store.ts';

/** The button at a chapter's end was pressed: the chapter is read, or it is not. */
export function start(button: HTMLElement): void {
  const slug = button.dataset['finish'] ?? '';
  const { done } = recall();
  const isDone = !(slug in done);
  if (isDone) done[slug] = new Date().toISOString().slice(0, 10);
  else delete done[slug];
  remember({ done });
  show();
  announce(isDone ? words.finished : words.unfinished);
}

/** Shows what was read: marks in both lists of chapters, and the state of the button at the chapter's end. */
export function show(): void {
  const { done } = recall();
  for (const mark of document.querySelectorAll('.done')) mark.remove();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.sidebar a, .contents li a')) {
    if (!((link.pathname.split('/').at(-2) ?? '') in done)) continue;
    const mark = document.createElement('span');
    mark.className = 'done';
    mark.textContent = words.mark;
    link.append(mark);
  }
  const button = document.querySelector<HTMLElement>('[data-finish]');
  if (!button) return;
  const isDone = (button.dataset['finish'] ?? '') in done;
  button.ariaPressed = `${isDone}`;
  button.textContent = isDone ? words.finished : words.finish;
}
