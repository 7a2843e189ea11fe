import { zoom } from '../site/strings.ja.ts';
import { takeArrival } from './found.ts';

/** A part that is loaded when it is used: it gets the element that was pressed or found. */
type Load = () => Promise<{ start: (element: HTMLElement) => void }>;

/** Controls whose code is loaded when they are first pressed. */
const onClick: Record<string, Load> = {
  '[data-menu]': () => import('./parts/drawer.ts'),
  '[data-search]': () => import('./parts/search.ts'),
  '[data-help]': () => import('./parts/help.ts'),
  '[data-finish]': () => import('./parts/progress.ts'),
  '[data-zoom]': () => import('./parts/zoom.ts'),
  '[data-more]': () => import('./parts/menu.ts'),
  '[data-theme-menu]': () => import('./parts/theme.ts'),
  '[data-record]': () => import('./parts/record.ts'),
  '[data-save]': () => import('./parts/save.ts'),
};

/** Elements whose code is loaded with the page, where they are. */
const onPage: Record<string, Load> = {
  '.search-page form': () => import('./parts/search-page.ts'),
  '[data-lost]': () => import('./parts/lost.ts'),
  '[data-start]': () => import('./parts/resume.ts'),
  '[data-settings]': () => import('./parts/settings.ts'),
  '.tabs': () => import('./parts/tabs.ts'),
  '[data-keep]': () => import('./parts/keep.ts'),
};

/** Interactive parts that most readers of a page never use stay out of the script that every page loads. */
export function startParts(): void {
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey) return;
    for (const [selector, load] of Object.entries(onClick)) {
      const control = event.target.closest<HTMLElement>(selector);
      if (!control) continue;
      if (control.matches('a')) event.preventDefault();
      void load().then(part => part.start(control));
    }
  });
  for (const caption of document.querySelectorAll('.diagram figcaption')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.dataset['zoom'] = '';
    button.textContent = zoom;
    caption.prepend(button);
  }
  for (const [selector, load] of Object.entries(onPage)) {
    const element = document.querySelector<HTMLElement>(selector);
    if (element) void load().then(part => part.start(element));
  }
  // Readers who keep the site on this device; everybody else loads nothing for it.
  if (navigator.serviceWorker?.controller) void import('./parts/saved.ts').then(part => part.start());
  const needles = takeArrival();
  if (needles.length > 0) void import('./parts/arrival.ts').then(part => part.start(needles));
}
