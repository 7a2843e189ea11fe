import { type Hit, search } from './query.ts';

const pause = 120;

interface Field {
  input: HTMLInputElement;
  /** Called with the hits of the newest query; `null` while the field is empty. */
  show: (query: string, hits: Hit[] | null) => void;
  /** Called when the index cannot be loaded. */
  fail: (error: unknown) => void;
}

/** Searches while the reader types, but never inside an IME composition, and never shows an older answer after a newer one. */
export function searchWhileTyping({ input, show, fail }: Field): { now: () => void } {
  let newest = 0;
  let timer: number | undefined;
  let composing = false;

  const run = async () => {
    const turn = ++newest;
    const query = input.value.trim();
    if (!query) return show('', null);
    try {
      const hits = await search(query);
      if (turn === newest) show(query, hits);
    } catch (error) {
      if (turn === newest) fail(error);
    }
  };
  const soon = () => {
    clearTimeout(timer);
    if (!composing) timer = window.setTimeout(run, pause);
  };

  input.addEventListener('compositionstart', () => {
    composing = true;
    clearTimeout(timer);
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    soon();
  });
  input.addEventListener('input', soon);
  return { now: () => void run() };
}

/** True for key presses that belong to an IME: the Enter that confirms a conversion must not open a result. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}
