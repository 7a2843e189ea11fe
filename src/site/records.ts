import { getCollection, getEntry } from 'astro:content';
import type { ManifestRecord } from '../schemas/ledger.ts';

/** The ledger's records, by path under `manifests/`. */
export async function getRecords(): Promise<Map<string, ManifestRecord>> {
  const sets = await getCollection('ledger');
  return new Map(sets.flatMap(({ data }) => Object.entries(data.manifests)));
}

/** The last day on which a chapter's manifests were sent to servers or its sessions recorded; none without either. */
export async function lastVerified(slug: string): Promise<string | undefined> {
  const manifests = Object.values((await getEntry('ledger', slug))?.data.manifests ?? {});
  const sessions = Object.values((await getEntry('recordings', slug))?.data.sessions ?? {});
  const sent = manifests.flatMap(({ servers }) => Object.values(servers).map(({ date }) => date));
  return [...sent, ...sessions.map(({ date }) => date)].sort().at(-1);
}
