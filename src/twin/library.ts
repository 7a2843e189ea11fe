import { type CollectionEntry, getCollection } from 'astro:content';

type Data<Name extends 'manifests' | 'sessions' | 'recordings' | 'errata' | 'sources'> =
  CollectionEntry<Name>['data'];

/** All data that a chapter's components name, by id. */
export interface Library {
  manifests: Map<string, Data<'manifests'>>;
  sessions: Map<string, Data<'sessions'>>;
  recordings: Map<string, Data<'recordings'>>;
  errata: Map<string, Data<'errata'>>;
  sources: Map<string, Data<'sources'>>;
}

export async function loadLibrary(): Promise<Library> {
  const [manifests, sessions, recordings, errata, sources] = await Promise.all([
    getCollection('manifests'),
    getCollection('sessions'),
    getCollection('recordings'),
    getCollection('errata'),
    getCollection('sources'),
  ]);
  return {
    manifests: byId(manifests),
    sessions: byId(sessions),
    recordings: byId(recordings),
    errata: byId(errata),
    sources: byId(sources),
  };
}

function byId<Entry extends { id: string; data: unknown }>(
  entries: readonly Entry[],
): Map<string, Entry['data']> {
  return new Map(entries.map(({ id, data }) => [id, data]));
}
