/** public/theme.js reads the same key before the first paint. */
const key = 'kubernetes-notes.theme';

/** The three choices of the header: light, dark, and what the device says. */
export function startTheme(): void {
  const { dataset } = document.documentElement;
  for (const radio of document.querySelectorAll<HTMLInputElement>('input[name=theme]')) {
    radio.checked = radio.value === (dataset['theme'] ?? 'system');
    radio.addEventListener('change', () => {
      if (radio.value === 'system') delete dataset['theme'];
      else dataset['theme'] = radio.value;
      try {
        localStorage.setItem(key, radio.value);
      } catch {
        // Storage is blocked: the choice holds for this page.
      }
    });
  }
}
