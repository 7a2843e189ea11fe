import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { asks } from '../../schemas/term.ts';

const file = 'src/data/asks.yaml';
/** The chapter that lists what readers want to do, each with links to places: `- データを残したい → [ストレージ](/storage/#pv-pvc)`. */
const tasks = 'src/content/chapters/getting-started.mdx';

/**
 * Phrases with which readers ask for a place, from the data file and from the list of tasks.
 * @param root The project's root.
 * @returns By root-relative address: `/services/#dns`.
 */
export function readAsks(root: string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  const add = (place: string, phrases: readonly string[]) =>
    found.set(place, [...(found.get(place) ?? []), ...phrases]);
  for (const [place, phrases] of Object.entries(asks.parse(parse(readFileSync(join(root, file), 'utf8'))))) {
    const [slug, id] = place.split('#');
    add(`/${slug}/${id ? `#${id}` : ''}`, phrases);
  }
  for (const [, phrase = '', links = ''] of readFileSync(join(root, tasks), 'utf8').matchAll(
    /^- (.+) → (.+)$/gm,
  ))
    for (const [, place = ''] of links.matchAll(/\]\((\/[^)]+)\)/g)) add(place, [phrase]);
  return found;
}
