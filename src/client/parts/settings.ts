import { settings as words } from '../../site/strings.parts.ja.ts';
import { announce } from '../announce.ts';
import { empty, type Memory, recall, remember, storeKey } from '../store.ts';

/** What can be switched off; see `words.choices`. */
type Choice = 'slash' | 'recent';

/** The settings page: shows what is remembered, saves it as a file, reads such a file, and forgets it. */
export function start(box: HTMLElement): void {
  const show = () => {
    const { done, last, tabs, theme, wrap, searches = [], ...choices } = recall();
    const values: Record<string, string> = {
      done: words.chapters(Object.keys(done).length),
      last: last ? [last.title, last.heading].filter(Boolean).join('：') : words.none,
      theme: words.themes[theme ?? 'system'],
      wrap: wrap ? words.on : words.off,
      tabs: Object.values(tabs).join('、') || words.none,
      searches: searches.join('、') || words.none,
    };
    for (const cell of box.querySelectorAll<HTMLElement>('[data-value]'))
      cell.textContent = values[cell.dataset['value'] ?? ''] ?? '';
    for (const choice of box.querySelectorAll<HTMLInputElement>('[data-choice]'))
      choice.checked = choices[choice.dataset['choice'] as Choice] !== false;
  };
  const say = (text: string) => {
    const line = box.querySelector('[data-said]');
    if (line) line.textContent = text;
    announce(text);
  };
  const file = box.querySelector<HTMLInputElement>('input[type=file]');

  for (const choice of box.querySelectorAll<HTMLInputElement>('[data-choice]'))
    choice.addEventListener('change', () => {
      const key = choice.dataset['choice'] as Choice;
      remember({
        [key]: choice.checked ? undefined : false,
        ...(key === 'recent' && { searches: undefined }),
      });
      show();
    });
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
  const none = { theme: undefined, wrap: undefined, last: undefined, searches: undefined };
  remember({ ...none, recent: undefined, slash: undefined, ...empty() });
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
    const { theme, wrap, last, searches, recent, slash } = value as Partial<Memory>;
    return {
      ...empty(),
      theme: theme === 'light' || theme === 'dark' ? theme : undefined,
      wrap: wrap === true,
      tabs: textsOf(value['tabs']),
      done: textsOf(value['done']),
      searches: Array.isArray(searches)
        ? searches.filter(text => typeof text === 'string').slice(0, 5)
        : undefined,
      recent: recent === false ? false : undefined,
      slash: slash === false ? false : undefined,
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
