import type { Level } from '../draft.ts';
import type { MessageId, MessageParams } from '../messages/params.ts';
import type { Cursor } from '../rules/cursor.ts';
import type { Rule } from '../rules/rule.ts';
import type { ObjectSet, SetObject } from './objects.ts';

/** What a rule sees: one object, and everything that is applied with it. */
export interface SetContext extends SetObject {
  set: ObjectSet;
  /** Reports about the value at a place of this object. */
  report<Id extends MessageId>(at: Cursor, message: Id, params: MessageParams[Id], level?: Level): void;
}

/** A rule about an object among others. `look` is called for each object of its kinds. */
export interface SetRule extends Omit<Rule, 'check' | 'since' | 'until'> {
  look?(context: SetContext): void;
}

/** Helps the compiler to check a rule where it is written. */
export function defineSetRule(rule: SetRule): SetRule {
  return rule;
}
