import { settings as words } from '../../site/strings.parts.ja.ts';
import { announce } from '../announce.ts';
import { empty, type Memory, recall, remember, storeKey } from '../store.ts';

/** The settings page: shows what is remembered, saves it as a file, reads such a file, and forgets it. */
export function start(box: HTMLElement): void {
  const show = () => {
    const { done, last, tabs, theme, wrap } = recall();
    const values: Record<string, string> = {
      done: words.chapters(Object.keys(done).length),
      last: last ? [last.title, last.heading].filter(Boolean).join('：') : words.none,
      theme: words.themes[theme ?? 'system'],
      wrap: wrap ? words.on : words.off,
      tabs: Object.values(tabs).join('、') || words.none,
    };
    for (const cell of box.querySelectorAll<HTMLElement>('[data-value]'))
      cell.textContent = values[cell.dataset['value'] ?? ''] ?? '';
  };
  const say = (text: string) => {
    const line = box.querySelector('[data-said]');
    if (line) line.textContent = text;
    announce(text);
  };
  const file = box.querySelector<HTMLInputElement>('input[type=file]');

  box.querySelector('[data-export]')?.addEventListener('click', save);
  box.querySelector('[data-import]')?.addEventListener('click', () => file?.click());
  box.querySelector('[data-reset]')?.addEventListener('click', () => {
    if (!confirm(words.confirm)) return;
    forget();
    show();
    say(words.forgotten);
  });
  file?.addEventListener('change', async () => {
    const text = (await file.files?.[0]?.text()) ?? '';
    file.value = '';
    const memory = readMemory(text);
    if (memory) remember(memory);
    show();
    say(memory ? words.imported : words.unreadable);
  });
  show();
}

function save(): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(
    new Blob([JSON.stringify(recall(), null, 2)], { type: 'application/json' }),
  );
  link.download = words.fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href));
}

function forget(): void {
  remember({ theme: undefined, wrap: undefined, last: undefined, ...empty() });
  try {
    localStorage.removeItem(storeKey);
  } catch {
    // Storage is blocked: there was nothing in it.
  }
}

/** A file that this page wrote, field by field; anything else is undefined. */
function readMemory(text: string): Memory | undefined {
  try {
    const value: Record<string, unknown> = JSON.parse(text);
    if (value['v'] !== empty().v) return undefined;
    const { theme, wrap, last } = value as Partial<Memory>;
    return {
      ...empty(),
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
      wrap: wrap === true,
      tabs: textsOf(value['tabs']),
      done: textsOf(value['done']),
      last: last && Object.values(last).every(part => typeof part === 'string') ? last : undefined,
    };
  } catch {
    return undefined;
  }
}

function textsOf(value: unknown): Record<string, string> {
  const entries = Object.entries(value ?? {});
  return Object.fromEntries(entries.filter(([, text]) => typeof text === 'string'));
}
