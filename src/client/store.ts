/**
 * What the site remembers about a reader, on the reader's own device and nowhere else: one JSON value under one key.
 *
 * `public/theme.js` reads `theme` and `wrap` from it before the first paint, so that the saved theme never flashes, and says
 * that scripts run (`data-js`), so that their controls appear at once. When storage is blocked, the device decides. Comments
 * there are sent to every reader: this is its comment. When the shape changes, raise `version` and
 * turn old values into new ones in `migrate`; a value that is newer or broken counts as empty. When storage is blocked,
 * everything works and lasts as long as the page.
 */
export interface Memory {
  v: typeof version;
  /** Left out: as the device says. */
  theme?: 'light' | 'dark' | undefined;
  /** Long lines of code are wrapped. */
  wrap?: boolean | undefined;
  /** The tab chosen in each group of tabs: `{ tool: 'minikube' }`. */
  tabs: Record<string, string>;
  /** Chapters that were read, with the day: `{ services: '2026-11-21' }`. */
  done: Record<string, string>;
  /** The chapter that was open last, and the id and words of the section that was being read. */
  last?: { slug: string; title: string; section: string; heading: string } | undefined;
  /** Recent searches, newest first. */
  searches?: string[] | undefined;
  /** `false`: searches are not remembered. */
  recent?: boolean | undefined;
  /** `false`: the key `/` does not open the search. */
  slash?: boolean | undefined;
}

const version = 1;
export const storeKey = 'kubernetes-notes';

let blocked: Memory | undefined;

/** Everything that is remembered; never throws. */
export function recall(): Memory {
  if (blocked) return blocked;
  try {
    return migrate(JSON.parse(localStorage.getItem(storeKey) ?? ''));
  } catch {
    return empty();
  }
}

/** Changes what is remembered. Reads first, so that another tab's changes survive. */
export function remember(change: Partial<Memory>): void {
  const next = { ...recall(), ...change };
  try {
    localStorage.setItem(storeKey, JSON.stringify(next));
  } catch {
    blocked = next;
  }
}

/** Nothing. */
export function empty(): Memory {
  return { v: version, tabs: {}, done: {} };
}

/** A stored value as today's shape. Only `remember` writes it, so a known version is trusted. */
function migrate(value: Memory): Memory {
  return value.v === version ? { ...empty(), ...value } : empty();
}
