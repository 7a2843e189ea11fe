import { getCollection } from 'astro:content';
import { isMeantToWork } from '../ledger/check.ts';
import { getRecords, lastVerified } from './records.ts';

/** The ledger in figures. Every manifest is either in use or wrong on purpose, and either sent to servers or read by its tool. */
export interface Evidence {
  /** Files of manifests/ that readers are meant to use. */
  inUse: number;
  /** Files that are wrong on purpose: old forms, and examples of a fault. */
  wrong: number;
  /** Files that were sent to API servers, byte for byte. */
  sent: number;
  /** Files that are no Kubernetes objects, and were read by the tool that they belong to. */
  read: number;
  /** Terminal sessions with recorded output. */
  sessions: number;
  /** The last day on which something was sent or recorded; ISO date. */
  verified: string | undefined;
}

/** Counts what the records say about today's bytes: a file without a record of them is neither sent nor read. */
export async function getEvidence(): Promise<Evidence> {
  const files = (await getCollection('manifests')).map(({ data }) => data);
  const records = await getRecords();
  const recorded = files.flatMap(({ path, sha256 }) => {
    const record = records.get(path);
    return record?.sha256 === sha256 ? [record] : [];
  });
  const sent = recorded.filter(({ servers }) => Object.keys(servers).length > 0).length;
  const inUse = files.filter(isMeantToWork).length;
  const recordings = await getCollection('recordings');
  const slugs = new Set([...recordings, ...(await getCollection('ledger'))].map(({ id }) => id));
  const days = await Promise.all([...slugs].map(lastVerified));
  return {
    inUse,
    wrong: files.length - inUse,
    sent,
    read: recorded.length - sent,
    sessions: recordings.reduce((sum, { data }) => sum + Object.keys(data.sessions).length, 0),
    verified: days
      .flatMap(day => day ?? [])
      .sort()
      .at(-1),
  };
}
