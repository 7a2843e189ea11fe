import { leaveForArrival } from '../../client/found.ts';
import { searchResults as words } from '../../site/strings.parts.ja.ts';
import { prepareSearch, search } from '../client.ts';
import type { Answer } from '../core/engine.ts';
import { normalize } from '../core/normalize.ts';
import { element } from './dom.ts';
import { filterButtons, type Narrowing } from './filters.ts';
import { idleContent, nothingContent, rememberSearch } from './idle.ts';
import { type ResultMode, resultGroups, statusText } from './results.ts';

const pageSize = 10;
/** Inside an IME composition the text changes with every key; elsewhere every letter is searched for at once. */
const composingPause = 120;
/** A screen reader hears the result when the reader stops typing. */
const speakPause = 500;
const loadingPause = 200;

interface Options {
  input: HTMLInputElement;
  mode: ResultMode;
  /** What to narrow the first search to. */
  narrowing?: Narrowing;
  /** Called when another query, or another narrowing, is shown. */
  changed?: (query: string, narrowing: Narrowing) => void;
  /** Called after new results are in place; `at` is the number of the one to go on with. */
  shown?: (at?: number) => void;
}

/** The part of the search below its field: filters, what was mended, results. */
export interface Panel {
  /** Elements in their order, to be put below the field. */
  parts: HTMLElement[];
  list: HTMLElement;
  /** Searches for what the field has. */
  now(): void;
}

/** Searches while the reader types; an older answer never replaces a newer one. */
export function createPanel({ input, mode, narrowing: first = {}, changed, shown }: Options): Panel {
  const filters = element('div', 'search-filters');
  const status = element('p', 'search-status', mode === 'options' ? words.hint : '');
  const notes = element('div', 'search-notes');
  const list = mode === 'options' ? element('div', 'hits') : element('ol', 'hits plain-list');
  const more = element('button', 'button hits-more', words.more);
  const idle = element('div', 'hits-idle');
  const spoken = element('p', 'hidden-text');
  spoken.setAttribute('role', 'status');
  more.type = 'button';
  more.hidden = true;
  let narrowing = first;
  let limit = pageSize;
  let asTyped = false;
  let opened: string[] = [];
  let newest = 0;
  let composing = false;
  let last = '';
  let needles: string[] = [];
  const timers: { search?: number; speak?: number; loading?: number } = {};

  const use = (query: string) => {
    input.value = query;
    input.focus();
    narrowing = {};
    restart();
  };
  const restart = () => {
    limit = pageSize;
    asTyped = false;
    opened = [];
    void run();
  };
  const showIdle = () => {
    status.textContent = mode === 'options' ? words.hint : '';
    for (const part of [filters, notes, list]) part.replaceChildren();
    more.hidden = true;
    idle.replaceChildren(...idleContent(use));
    changed?.('', {});
    shown?.();
  };
  const run = async (at = 0) => {
    const turn = ++newest;
    const query = composing ? input.value.replace(/[a-zａ-ｚ]+$/i, '') : input.value;
    clearTimeout(timers.speak);
    if (normalize(query) === '') {
      last = '';
      if (!composing || input.value === '') showIdle();
      return;
    }
    timers.loading = window.setTimeout(() => {
      if (turn === newest) status.textContent = words.loading;
    }, loadingPause);
    try {
      const answer = await search(query, { ...narrowing, asTyped, limit, opened });
      if (turn === newest && !(composing && answer.total === 0)) show(query, answer, at);
    } catch {
      if (turn === newest) showFailure();
    } finally {
      clearTimeout(timers.loading);
    }
  };
  const showFailure = () => {
    list.replaceChildren();
    status.textContent = words.failed;
    idle.replaceChildren(...nothingContent([], '', mode, use));
  };
  const show = (query: string, answer: Answer, at: number) => {
    last = query;
    needles = answer.needles;
    status.textContent = statusText(query.trim(), answer);
    // Says which query the list answers, when an older answer may still stand there.
    list.dataset['query'] = query.trim();
    filters.replaceChildren(
      ...filterButtons(answer, narrowing, next => {
        narrowing = next;
        limit = pageSize;
        void run();
      }),
    );
    notes.replaceChildren(...repairNote(answer));
    list.replaceChildren(...resultGroups(answer.results, mode));
    more.hidden = answer.isEnd;
    const isNothing = answer.total === 0 && answer.facets.length === 0;
    idle.replaceChildren(...(isNothing ? nothingContent(answer.missing, query, mode, use) : []));
    changed?.(query, narrowing);
    shown?.(at);
    timers.speak = window.setTimeout(() => {
      if (!composing) spoken.textContent = spokenText(query, answer);
    }, speakPause);
  };
  /** Lists all places of a page, and goes on where its button was. */
  const unfold = async (button: HTMLButtonElement) => {
    const at = [...list.querySelectorAll('a, button')].indexOf(button);
    opened.push(button.dataset['page'] ?? '');
    limit += Number.parseInt(button.dataset['folded'] ?? '0', 10);
    await run(at);
    if (mode === 'links') list.querySelectorAll<HTMLElement>('a, button')[at]?.focus();
  };
  const repairNote = ({ repairs }: Answer): HTMLElement[] => {
    if (repairs.length === 0) return [];
    const button = element('button', 'link-button', words.asTyped);
    button.type = 'button';
    button.addEventListener('click', () => {
      asTyped = true;
      void run();
    });
    return [element('p', 'repair', words.repaired(repairs), button)];
  };

  input.addEventListener('compositionstart', () => {
    composing = true;
  });
  input.addEventListener('compositionend', () => {
    composing = false;
    clearTimeout(timers.search);
    restart();
  });
  input.addEventListener('input', () => {
    clearTimeout(timers.search);
    if (composing) timers.search = window.setTimeout(restart, composingPause);
    else restart();
  });
  input.addEventListener('focus', prepareSearch, { once: true });
  more.addEventListener('click', () => {
    const before = list.querySelectorAll('a').length;
    limit += pageSize;
    void run().then(() => list.querySelectorAll('a')[before]?.focus());
  });
  list.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (button) void unfold(button);
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link) return;
    rememberSearch(last);
    leaveForArrival(link.href, needles);
  });
  return { parts: [filters, status, notes, list, more, idle, spoken], list, now: () => void run() };
}

function spokenText(query: string, answer: Answer): string {
  const [first] = answer.results;
  const title = first?.title.map(({ text }) => text).join('') ?? '';
  const repaired = answer.repairs.length > 0 ? words.repaired(answer.repairs) : '';
  return answer.total === 0 ? words.nothing(query) : repaired + words.spoken(answer.total, title);
}
