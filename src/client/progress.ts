import { section } from './spy.ts';
import { recall, remember } from './store.ts';

/** Shows which chapters were read, when any was, and remembers where a chapter was left. */
export function startProgress(): void {
  if (Object.keys(recall().done).length > 0) void import('./parts/progress.ts').then(part => part.show());
  const slug = document.querySelector<HTMLElement>('[data-finish]')?.dataset['finish'];
  if (!slug) return;
  addEventListener('pagehide', () => {
    const title = document.querySelector('h1')?.textContent ?? '';
    remember({ last: { slug, title, section: section?.id ?? '', heading: section?.textContent ?? '' } });
  });
}
