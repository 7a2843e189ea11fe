import { documentedRules } from '../../src/lint/docs.ts';
import type { Locale } from '../../src/lint/index.ts';
import { nearest } from '../../src/lint/near.ts';
import { Mistake } from './words.ts';

/** Every rule: one line each, or one JSON array. */
export function listRules(locale: Locale, json: boolean): string {
  const documented = documentedRules();
  if (json)
    return JSON.stringify(
      documented.map(({ id, level, doc }) => ({ id, level, ...doc[locale], source: doc.source })),
    );
  const width = Math.max(...documented.map(({ id }) => id.length));
  return documented
    .map(({ id, level, doc }) => `${id.padEnd(width)}  ${level.padEnd(7)}  ${doc[locale].title}`)
    .join('\n');
}

/** What a rule means, in four lines or one JSON object. Throws a `Mistake` for an unknown id. */
export function explainRule(id: string, locale: Locale, json: boolean): string {
  const documented = documentedRules();
  const rule = documented.find(other => other.id === id);
  if (!rule) {
    const ids = documented.map(other => other.id);
    throw new Mistake('rule', { id, near: nearest(id, ids) });
  }
  const { level, doc } = rule;
  if (json) return JSON.stringify({ id, level, ...doc[locale], source: doc.source });
  const { title, why, remedy } = doc[locale];
  return `${id} (${level}): ${title}\n${why}\n${remedy}\n${doc.source}`;
}
