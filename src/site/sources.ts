import { getEntry } from 'astro:content';
import type { Source } from '../schemas/source.ts';

/** Sources by id, in the order given. An id that nothing has stops the build. */
export function getSources(ids: readonly string[]): Promise<(Source & { id: string })[]> {
  return Promise.all(
    ids.map(async id => {
      const source = await getEntry('sources', id);
      if (!source) throw new Error(`出典「${id}」がありません。`);
      return { id, ...source.data };
    }),
  );
}
