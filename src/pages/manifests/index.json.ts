import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { manifestIndex } from '../../registry/manifest-index.ts';

/** The index of all manifests, for scripts. */
export const GET: APIRoute = async () => {
  const chapters = (await getCollection('chapters')).map(({ id, body }) => ({ slug: id, body: body ?? '' }));
  const manifests = (await getCollection('manifests')).map(({ data }) => data);
  return Response.json(manifestIndex(manifests, chapters));
};
