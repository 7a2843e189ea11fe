import { folding } from '../site/strings.ja.ts';

/** Long files open and fold. */
export function startCode(): void {
  for (const rest of document.querySelectorAll('.rest'))
    rest.addEventListener('beforematch', () => fold(rest as HTMLElement, false));

  document.addEventListener('click', event => {
    const { target } = event;
    if (!(target instanceof HTMLElement)) return;
    const rest =
      target.matches('[data-fold]') && target.closest('.card')?.querySelector<HTMLElement>('.rest');
    if (rest) fold(rest, !rest.hidden);
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
