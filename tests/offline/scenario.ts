import type { Stage } from './stage.ts';

/** One thing that goes wrong, or one promise, played with a real browser. */
export interface Scenario {
  id: string;
  /** A sentence: what holds. */
  name: string;
  /** Resolves to the figure for docs/RELIABILITY.md; rejects when it does not hold. */
  play: (stage: Stage) => Promise<string>;
}

/** Pages that a scenario opens; the harness fills in the rest of the build for `everyPage`. */
export const somePages = ['', 'search/', 'errata/', 'glossary/', 'about/'];
