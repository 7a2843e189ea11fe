import type { Ranked } from './rank.ts';
import type { Site } from './site.ts';

/** A path of fields, such as `spec.template.spec.containers[0].image`. */
const fieldPath = /^\.?[a-z][a-z0-9]*(\[\d*\])?(\.[a-z][a-z0-9]*(\[\d*\])?)+$/;

/** What a place is worth whose manifests have the field itself, or fields below it. */
const worthExact = 0.5;
const worthBeginning = 0.35;

/** The path without indexes that a query names, if it is one. */
export function queriedPath(query: string): string | undefined {
  return fieldPath.test(query) ? query.replace(/\[\d*\]/g, '').replace(/^\./, '') : undefined;
}

/**
 * Adds the places whose manifests have the field that a query names: YAML spells a path over many lines, so the index
 * does not have it. Of these, places that say much about the field come first.
 * @param aboutField Ranking for the last name of the path alone.
 */
export function withPath(
  path: string,
  found: readonly Ranked[],
  aboutField: readonly Ranked[],
  site: Site,
): Ranked[] {
  const rows = new Map(found.map(row => [row.record, row]));
  const about = new Map(aboutField.map(row => [row.record, row]));
  for (const [known, ...records] of site.paths) {
    const lower = known.toLowerCase();
    const isEnd = lower === path || lower.endsWith(`.${path}`);
    if (!isEnd && !lower.startsWith(`${path}.`)) continue;
    for (const record of records) {
      const base = about.get(record) ?? { record, score: 0, zones: new Set(), positions: [] };
      const score = (isEnd ? worthExact : worthBeginning) + base.score / 2;
      const row = rows.get(record);
      if (!row || row.score < score)
        rows.set(record, { ...base, score, zones: new Set([...base.zones, 'manifest']) });
    }
  }
  return [...rows.values()].sort((a, b) => b.score - a.score || a.record - b.record);
}
