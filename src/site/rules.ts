import type { DocumentedRule } from '../lint/docs.ts';
import { rulePages as words } from './strings.ja.ts';

/** Rules of one area, in the order of the engine's list. */
export interface RuleArea {
  /** First half of the ids: `pod`. */
  id: string;
  name: string;
  rules: DocumentedRule[];
}

/** First half of a rule's id. */
export function areaOf(id: string): string {
  return id.split('/')[0] ?? id;
}

/** What readers call an area; its id when nobody has given it a name. */
export function areaName(id: string): string {
  return (words.areas as Record<string, string>)[id] ?? id;
}

/** Rules by area, in the order of the names above; areas without a name come last. */
export function groupRules(rules: readonly DocumentedRule[]): RuleArea[] {
  const named = Object.keys(words.areas);
  const ids = [...new Set(rules.map(({ id }) => areaOf(id)))];
  const place = (id: string) => (named.includes(id) ? named.indexOf(id) : named.length);
  return ids
    .sort((a, b) => place(a) - place(b))
    .map(id => ({ id, name: areaName(id), rules: rules.filter(rule => areaOf(rule.id) === id) }));
}

/** Address of a rule's page, as a path of the site. */
export function rulePath(id: string): string {
  return `/rules/${id}/`;
}

const japanese = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー]';
const gap = new RegExp(`(?<=${japanese}) (?=[!-~])|(?<=[!-~]) (?=${japanese})`, 'gu');

/** Words of the linter as the site sets them: on a terminal a space parts Japanese from Latin, on a page the style sheet does. */
export function withoutGaps(text: string): string {
  return text.replace(gap, '');
}
