import { settings as words } from '../../site/strings.parts.ja.ts';
import { type Memory, remember } from '../store.ts';
import './style.ts';

/** Makes the menu of themes at its first use: light, dark, and what the device says. The browser opens and closes it. */
export function start(button: HTMLElement): void {
  if (!(button instanceof HTMLButtonElement) || button.popoverTargetElement) return;
  const menu = document.createElement('fieldset');
  menu.className = 'menu-box';
  menu.popover = 'auto';
  menu.ariaLabel = button.ariaLabel;
  const chosen = document.documentElement.dataset['theme'] ?? 'system';
  for (const [value, name] of Object.entries(words.themes)) {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = 'theme';
    radio.value = value;
    radio.checked = value === chosen;
    radio.addEventListener('change', () => choose(value));
    label.append(radio, name);
    menu.append(label);
  }
  button.after(menu);
  button.popoverTargetElement = menu;
  // Pressed by the browser's own rules, so that it knows which button the menu belongs to.
  button.click();
}

function choose(value: string): void {
  const { dataset } = document.documentElement;
  const theme = value === 'system' ? undefined : (value as Memory['theme']);
  if (theme) dataset['theme'] = theme;
  else delete dataset['theme'];
  remember({ theme });
}
