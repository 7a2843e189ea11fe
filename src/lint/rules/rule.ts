import type { Level } from '../draft.ts';
import type { Locale } from '../messages/index.ts';
import type { ObjectContext } from './context.ts';

export type { Level } from '../draft.ts';

/** What a reader is told about a rule, in one language. */
export interface RuleText {
  title: string;
  /** Why it matters, in a sentence or two. */
  why: string;
  /** How to mend what it finds. */
  remedy: string;
}

/** A rule: what it is, and for rules about objects, the check itself. */
export interface Rule {
  /** `area/name`: the only published name, never changed. */
  id: string;
  level: Level;
  /** Kinds whose objects are checked; left out, all. */
  kinds?: readonly string[];
  /** First and last minor in which it applies. */
  since?: string;
  until?: string;
  text: Record<Locale, RuleText>;
  /** Where the condition is written down or was measured. */
  source: string;
  /** Looks at one object. Rules that the engine itself reports (yaml, api, schema) have none. */
  check?(context: ObjectContext): void;
}

/** Helps the compiler to check a rule where it is written. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
