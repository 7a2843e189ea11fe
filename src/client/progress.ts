import { progress as words } from '../site/strings.ja.ts';
import { announce } from './announce.ts';
import { section } from './spy.ts';
import { recall, remember } from './store.ts';

/** What a reader has read: done marks in both lists of chapters, the button at a chapter's end. */
export function startProgress(): void {
  const { done } = recall();
  showMarks(done);

  const button = document.querySelector<HTMLElement>('[data-finish]');
  const slug = button?.dataset['finish'];
  if (button && slug) {
    showButton(button, slug in done);
    button.addEventListener('click', () => toggle(button, slug));
    addEventListener('pagehide', () => {
      const title = button.dataset['title'] ?? '';
      remember({ last: { slug, title, section: section?.id ?? '', heading: section?.textContent ?? '' } });
    });
  }
}

function toggle(button: HTMLElement, slug: string): void {
  const { done } = recall();
  const isDone = !(slug in done);
  if (isDone) done[slug] = new Date().toISOString().slice(0, 10);
  else delete done[slug];
  remember({ done });
  showButton(button, isDone);
  showMarks(done);
  announce(isDone ? words.finished : words.unfinished);
}

function showButton(button: HTMLElement, isDone: boolean): void {
  button.ariaPressed = `${isDone}`;
  button.textContent = isDone ? words.finished : words.finish;
}

function showMarks(done: Record<string, string>): void {
  for (const mark of document.querySelectorAll('.done')) mark.remove();
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.sidebar a, .contents li a')) {
    if (!((link.pathname.split('/').at(-2) ?? '') in done)) continue;
    const mark = document.createElement('span');
    mark.className = 'done';
    mark.textContent = words.mark;
    link.append(mark);
  }
}
