import type { Query } from './query.ts';
import type { Ranked } from './rank.ts';
import type { Site } from './site.ts';

/** A path of fields, such as `spec.template.spec.containers[0].image`. */
const fieldPath = /^\.?[a-z][a-z0-9]*(\[\d*\])?(\.[a-z][a-z0-9]*(\[\d*\])?)+$/;

/** What a place is worth whose manifests have the field, beside places that spell the path out. */
const worthExact = 0.6;
const worthBeginning = 0.45;

/**
 * Adds the places whose manifests have the field that a query names: YAML spells a path over many lines, so the index
 * does not have it.
 */
export function pathRecords(query: Query, found: readonly Ranked[], site: Site): Ranked[] {
  const path = query.text.replace(/\[\d*\]/g, '').replace(/^\./, '');
  if (!fieldPath.test(query.text)) return [...found];
  const scores = new Map(found.map(row => [row.record, row]));
  for (const [known, ...records] of site.paths) {
    const lower = known.toLowerCase();
    const isEnd = lower === path || lower.endsWith(`.${path}`);
    if (!isEnd && !lower.startsWith(`${path}.`)) continue;
    for (const record of records) {
      const row = scores.get(record) ?? { record, score: 0, zones: new Set(), positions: [] };
      const extra = isEnd ? worthExact : worthBeginning;
      if (!row.zones.has('manifest'))
        scores.set(record, { ...row, score: row.score + extra, zones: new Set([...row.zones, 'manifest']) });
    }
  }
  return [...scores.values()].sort((a, b) => b.score - a.score || a.record - b.record);
}
