import { picture as words } from '../../site/strings.parts.ja.ts';
import { createDialog } from './dialog.ts';

/** Shows a diagram over the whole screen. Only inside it may the picture be larger than the screen. */
export function start(button: HTMLElement): void {
  const figure = button.closest('figure');
  const picture = figure?.querySelector('svg');
  if (!picture) return;
  const dialog = createDialog('zoom', picture.querySelector('title')?.textContent ?? '', words.close);
  const box = document.createElement('div');
  box.className = 'diagram zoom-box';
  box.tabIndex = 0;
  const copy = picture.cloneNode(true) as SVGElement;
  box.append(copy);

  const size = document.createElement('button');
  size.type = 'button';
  size.className = 'tool';
  size.ariaPressed = 'false';
  size.textContent = words.larger;
  size.addEventListener('click', () => {
    size.ariaPressed = `${box.classList.toggle('large')}`;
  });
  dialog.prepend(size);
  dialog.append(box);
  dialog.addEventListener('close', () => dialog.remove());
  dialog.showModal();
}
