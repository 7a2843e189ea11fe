import { nearest } from '../../site/near.ts';

/** The page of an unknown address: chapters whose names are like it come first. */
export function start(list: HTMLElement): void {
  const words = location.pathname.split('/').filter(Boolean);
  const items = new Map(
    [...list.querySelectorAll('li')].map(item => [
      item.querySelector('a')?.pathname.split('/').at(-2) ?? '',
      item,
    ]),
  );
  const names = words.flatMap(word => nearest(word.replace(/\.\w+$/, ''), [...items.keys()], 3));
  const found = [...new Set(names)].flatMap(name => items.get(name) ?? []);
  if (found.length === 0) return;
  const near = document.querySelector('[data-near]');
  near?.querySelector('ul')?.append(...found.map(item => item.cloneNode(true)));
  near?.removeAttribute('hidden');
}
