import type { Draft, Level } from '../draft.ts';
import type { MessageId, MessageParams } from '../messages/params.ts';
import { isAtLeast, type Target } from '../schema/catalogue.ts';
import type { Cursor } from './cursor.ts';
import type { Rule } from './rule.ts';

/** One object of a text, recognised as a kind that the minor serves. */
export interface TargetObject {
  apiVersion: string;
  kind: string;
  namespaced: boolean;
  root: Cursor;
  /** Index of its document. */
  document: number;
}

/** What a rule sees of one object, and how it reports. */
export interface ObjectContext extends TargetObject {
  minor: string;
  /** Whether the checked minor is `other` or later. */
  isAtLeast(other: string): boolean;
  /** Reports about the value at a place. */
  report<Id extends MessageId>(at: Cursor, message: Id, params: MessageParams[Id]): void;
  /** Reports about the key itself: it may not be here. */
  reportKey<Id extends MessageId>(at: Cursor, message: Id, params: MessageParams[Id]): void;
}

/** Runs a rule of the object's kind on it, if the minor has the rule. */
export function runRule(rule: Rule, object: TargetObject, target: Target, drafts: Draft[]): void {
  if (!rule.check || !isIn(rule, target)) return;
  const add = (
    span: Draft['span'],
    at: Cursor,
    message: MessageId,
    params: MessageParams[MessageId],
    level: Level,
  ) => {
    // `report` pairs message and params by its own signature.
    drafts.push({
      rule: rule.id,
      level,
      message,
      params,
      span,
      path: at.path,
      document: object.document,
    } as Draft);
  };
  rule.check({
    ...object,
    minor: target.minor,
    isAtLeast: other => isAtLeast(target, other),
    report: (at, message, params) => add(at.span, at, message, params, rule.level),
    reportKey: (at, message, params) => add(at.keySpan, at, message, params, rule.level),
  });
}

function isIn({ since, until }: Rule, target: Target): boolean {
  if (since !== undefined && !isAtLeast(target, since)) return false;
  return until === undefined || !isAtLeast(target, nextMinor(until));
}

function nextMinor(minor: string): string {
  return `1.${Number(minor.split('.')[1]) + 1}`;
}
