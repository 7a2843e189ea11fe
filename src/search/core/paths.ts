import type { Ranked } from './rank.ts';
import type { Site } from './site.ts';

/** A path of fields, such as `spec.template.spec.containers[0].image`. */
const fieldPath = /^\.?[a-z][a-z0-9]*(\[\d*\])?(\.[a-z][a-z0-9]*(\[\d*\])?)+$/;

/** What a place is worth whose manifests have the field itself, the field of a part of an object, or fields below it. */
const worth = { whole: 0.8, end: 0.55, beginning: 0.4 };

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
    const match =
      lower === path
        ? 'whole'
        : lower.endsWith(`.${path}`)
          ? 'end'
          : lower.startsWith(`${path}.`) && 'beginning';
    if (!match) continue;
    for (const record of records) {
      const base = about.get(record) ?? { record, score: 0, zones: new Set(), positions: [] };
      const score = worth[match] + base.score / 3;
      const row = rows.get(record);
      if (!row || row.score < score)
        rows.set(record, { ...base, score, zones: new Set([...base.zones, 'manifest']) });
    }
  }
  return [...rows.values()].sort((a, b) => b.score - a.score || a.record - b.record);
}
