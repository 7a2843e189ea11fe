import { getCollection } from 'astro:content';
import type { ManifestRecord } from '../schemas/ledger.ts';

/** The ledger's records, by path under `manifests/`. */
export async function getRecords(): Promise<Map<string, ManifestRecord>> {
  const sets = await getCollection('ledger');
  return new Map(sets.flatMap(({ data }) => Object.entries(data.manifests)));
}
