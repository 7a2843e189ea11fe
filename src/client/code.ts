import { folding } from '../site/strings.ja.ts';
import { remember } from './store.ts';

/** Long files open and fold; long lines wrap when the reader wants it, on every page. */
export function startCode(): void {
  for (const rest of document.querySelectorAll('.rest'))
    rest.addEventListener('beforematch', () => fold(rest as HTMLElement, false));

  document.addEventListener('click', event => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const rest =
      target.matches('[data-fold]') && target.closest('.card')?.querySelector<HTMLElement>('.rest');
    if (rest) fold(rest, !rest.hidden);
    if (!(target instanceof HTMLInputElement && 'wrap' in target.dataset)) return;
    document.documentElement.toggleAttribute('data-wrap', target.checked);
    for (const box of document.querySelectorAll<HTMLInputElement>('input[data-wrap]'))
      box.checked = target.checked;
    remember({ wrap: target.checked });
  });
}

/** `hidden=until-found` lets the browser's own search look inside; where it is unknown, it is an ordinary `hidden`. */
function fold(rest: HTMLElement, isFolded: boolean): void {
  if (isFolded) rest.setAttribute('hidden', 'until-found');
  else rest.removeAttribute('hidden');
  const button = rest.closest('.card')?.querySelector('[data-fold]');
  if (!button) return;
  button.ariaExpanded = `${!isFolded}`;
  button.textContent = isFolded ? folding.unfold(rest.childElementCount) : folding.fold;
}
