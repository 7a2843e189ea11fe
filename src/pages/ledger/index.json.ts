import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { ledgerIndex } from '../../ledger/view.ts';
import { getRecords } from '../../site/records.ts';

/** Every record, for scripts: which servers accepted exactly these bytes, when, and with which command. */
export const GET: APIRoute = async () => {
  const manifests = (await getCollection('manifests')).map(({ data }) => data);
  return Response.json(ledgerIndex(manifests, await getRecords()));
};
