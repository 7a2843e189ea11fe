import { progress as words } from '../../site/strings.ja.ts';
import { recall } from '../store.ts';

/** 続きから on the home page: the first button leads to the section that was read last. */
export function start(link: HTMLElement): void {
  const { last } = recall();
  if (!last || !(link instanceof HTMLAnchorElement)) return;
  link.href = `${link.dataset['start']}${last.slug}/${last.section && `#${last.section}`}`;
  for (const [index, text] of [words.resume, last.title, last.heading].entries()) {
    const line = link.children[index];
    if (line) line.textContent = text;
  }
}
