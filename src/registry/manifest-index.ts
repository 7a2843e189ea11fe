import type { ManifestFile } from '../schemas/manifest.ts';
import type { Expectation } from '../schemas/set.ts';

/** One manifest in `/manifests/index.json`. */
export interface IndexEntry {
  path: string;
  sha256: string;
  /** Bytes. */
  size: number;
  /** `apiVersion/kind` of each object, in file order: `v1/Service`. */
  kinds: string[];
  /** Slugs of the chapters that show it. */
  chapters: string[];
  /** Findings that a file broken on purpose must produce. */
  expect?: Expectation[];
}

/** The published index: `{"manifests": [...]}`, sorted by path. */
export function manifestIndex(
  manifests: readonly ManifestFile[],
  chapters: readonly { slug: string; body: string }[],
): { manifests: IndexEntry[] } {
  const shown = chapters.map(({ slug, body }) => ({ slug, paths: includedManifests(body) }));
  const entries = manifests.map(
    ({ path, sha256, size, objects, entry }): IndexEntry => ({
      path,
      sha256,
      size,
      kinds: objects.map(({ apiVersion, kind }) => `${apiVersion}/${kind}`),
      chapters: shown.filter(({ paths }) => paths.includes(path)).map(({ slug }) => slug),
      ...(entry.expect && { expect: entry.expect }),
    }),
  );
  return { manifests: entries.sort((a, b) => (a.path < b.path ? -1 : 1)) };
}

/** Paths that a chapter's source includes with `<Manifest path="…" />`. */
export function includedManifests(body: string): string[] {
  return [...body.matchAll(/<Manifest\b[^>]*?\bpath="([^"]+)"/g)].map(match => match[1] ?? '');
}
