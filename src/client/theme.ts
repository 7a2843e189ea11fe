import { type Memory, remember } from './store.ts';

/** The three choices of the header: light, dark, and what the device says. */
export function startTheme(): void {
  const { dataset } = document.documentElement;
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=theme]')) {
    radio.checked = radio.value === (dataset['theme'] ?? 'system');
    radio.addEventListener('change', () => {
      const theme = radio.value === 'system' ? undefined : (radio.value as Memory['theme']);
      if (theme) dataset['theme'] = theme;
      else delete dataset['theme'];
      remember({ theme });
    });
  }
}
