import type { Level } from '../draft.ts';
import type { ObjectContext } from './context.ts';

export type { Level } from '../draft.ts';

/** A rule as the engine needs it. What readers are told about it is in `docs/`, so that a page need not load it. */
export interface Rule {
  /** `area/name`: the only published name, never changed. */
  id: string;
  level: Level;
  /** Kinds whose objects are checked; left out, all. */
  kinds?: readonly string[];
  /** First and last minor in which it applies. */
  since?: string;
  until?: string;
  /** Looks at one object. Rules that the engine itself reports (yaml, api, schema) have none. */
  check?(context: ObjectContext): void;
}

/** Helps the compiler to check a rule where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
