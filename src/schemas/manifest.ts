import { z } from 'astro/zod';
import { fileEntry } from './set.ts';

const manifestObject = z.strictObject({
  apiVersion: z.string(),
  kind: z.string(),
  name: z.string().optional(),
  /** First line of its document, from 1. */
  line: z.int(),
});

/** A file under `manifests/`. Its bytes enter the site in `src/registry/load.node.ts` and nowhere else. */
export const manifestFile = z.strictObject({
  /** Path under `manifests/`, such as `services/clusterip.yaml`. */
  path: z.string(),
  /** First folder of the path: a chapter's slug, `legacy` or `site`. */
  set: z.string(),
  /** The bytes as UTF-8 text: encoding it again gives the same bytes. */
  text: z.string(),
  /** SHA-256 of the bytes, lower-case hexadecimal. */
  sha256: z.string(),
  /** Number of bytes. */
  size: z.int(),
  objects: z.array(manifestObject),
  entry: fileEntry,
});

export type ManifestFile = z.output<typeof manifestFile>;
export type ManifestObject = z.output<typeof manifestObject>;
