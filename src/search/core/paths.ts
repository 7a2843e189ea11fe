import { neededWords } from './match.ts';
import type { PagefindIndex } from './pagefind.ts';
import { parseQuery } from './query.ts';
import { type Ranked, type Ranking, rank } from './rank.ts';
import type { Site } from './site.ts';
import type { Titles } from './titles.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A path of fields, such as `spec.template.spec.containers[0].image`. */
const fieldPath = /^\.?[a-z][a-z0-9]*(\[\d*\])?(\.[a-z][a-z0-9]*(\[\d*\])?)+$/;

/** Fields that most paths go through: what the path is about comes after them. */
const ways = new Set(['spec', 'template', 'metadata', 'containers', 'data', 'status', 'items', 'rules']);

/** What the names of a path count for, from the last one backwards. */
const nameWeights = [1, 0.5, 0.25];

/**
 * What it is worth that a manifest of the place has the field itself, the field of a part of an object, or fields below
 * it: times what the place says about the field, and by itself.
 */
const worth = {
  whole: { times: 1.6, plus: 0.3 },
  end: { times: 1.4, plus: 0.2 },
  beginning: { times: 1.2, plus: 0.1 },
};

/** The path without indexes that a query names, if it is one. */
export function queriedPath(query: string): string | undefined {
  return fieldPath.test(query) ? query.replace(/\[\d*\]/g, '').replace(/^\./, '') : undefined;
}

/** What to show and mark for a path: the path where it is spelled out, else its last field as a line of YAML. */
export function pathNeedles(path: string): string[] {
  const last = path.slice(path.lastIndexOf('.') + 1);
  return [path, `${last}:`, last];
}

interface Tools {
  site: Site;
  index: PagefindIndex;
  vocabulary: Vocabulary;
  titles: readonly Titles[];
}

/**
 * Places for a path of fields: those that say much about its last fields, and of these first those whose manifests have
 * it. YAML spells a path over many lines, so the index has only paths that a text spells out.
 * @param spelled Ranking for the path as it is written.
 */
export async function rankPath(path: string, spelled: Ranking, tools: Tools): Promise<Ranking> {
  const { site, index, vocabulary, titles } = tools;
  const known = manifestsWith(path, site);
  // A name with dots that no manifest has is a domain or a file.
  if (known.size === 0 && spelled.list.length > 0) return spelled;
  const names = path.split('.').reverse();
  const about = names.filter((name, at) => at === 0 || !ways.has(name)).slice(0, nameWeights.length);
  const query = parseQuery(about.join(' '), vocabulary);
  const units = query.units.map((unit, at) => ({
    ...unit,
    isOptional: at > 0,
    weight: unit.weight * (nameWeights[at] ?? 1),
  }));
  await index.prepare(neededWords(units));
  const ranking = rank({ text: names[0] ?? '', units }, index, site, titles);
  const rows = new Map<number, Ranked>();
  const put = (row: Ranked) => {
    if ((rows.get(row.record)?.score ?? 0) < row.score) rows.set(row.record, row);
  };
  for (const row of ranking.list) {
    const match = known.get(row.record);
    put(match ? { ...row, score: row.score * worth[match].times + worth[match].plus } : row);
  }
  for (const [record, match] of known)
    put({ record, score: worth[match].plus, zones: new Set(['manifest']), positions: [] });
  for (const row of spelled.list) put(row);
  const list = [...rows.values()].sort((a, b) => b.score - a.score || a.record - b.record);
  return { list, isPartial: list.length > 0 && known.size === 0, missing: [] };
}

/** Records whose manifests have the field, and how. */
function manifestsWith(path: string, site: Site): Map<number, keyof typeof worth> {
  const found = new Map<number, keyof typeof worth>();
  for (const [known, ...records] of site.paths) {
    const lower = known.toLowerCase();
    const match =
      lower === path
        ? 'whole'
        : lower.endsWith(`.${path}`)
          ? 'end'
          : lower.startsWith(`${path}.`)
            ? 'beginning'
            : undefined;
    if (!match) continue;
    for (const record of records) {
      const before = found.get(record);
      if (!before || worth[before].times < worth[match].times) found.set(record, match);
    }
  }
  return found;
}
