import { z } from 'astro/zod';

/** What one real API server said to one file, and what it did with it. Written by `npm run verify` only. */
const serverRecord = z.strictObject({
  verdict: z.enum(['accept', 'reject']),
  /** The server's warnings, word for word. */
  warnings: z.array(z.string()),
  /** Why it refused, word for word. */
  words: z.string().optional(),
  /** What was reached after a real apply: kubectl commands that succeeded, `applied` when the set promises none; null: only the dry run. */
  condition: z.string().nullable(),
  /** Where: the lab's control plane with simulated nodes or with a real node, or another cluster. */
  lab: z.enum(['simulated', 'node', 'cluster']),
  date: z.iso.date(),
  /** The dry run, in the folder `manifests/`. */
  command: z.string(),
  /** What needs real processes, reached on a lab with a real node. */
  node: z
    .strictObject({
      condition: z.string(),
      date: z.iso.date(),
      /** Images that the lab served under another image's name: `name used` -> `what really ran`. */
      substituted: z.record(z.string(), z.string()),
    })
    .optional(),
});

/** One manifest: its bytes, and what each server said to them. */
const manifestRecord = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** By patch release of the server: `1.36.3`. */
  servers: z.record(z.string().regex(/^1\.\d+\.\d+$/), serverRecord),
  /** For files that no API server judges: what their own program or schema said, by its name and version. */
  loaders: z
    .record(
      z.string(),
      z.strictObject({
        verdict: z.enum(['accept', 'reject']),
        words: z.string().optional(),
        date: z.iso.date(),
      }),
    )
    .optional(),
});

/** `src/data/ledger/<set>.json`: the records of one set of manifests, by path under `manifests/`. */
export const ledgerFile = z.strictObject({ manifests: z.record(z.string(), manifestRecord) });

export type LedgerFile = z.output<typeof ledgerFile>;
export type ManifestRecord = z.output<typeof manifestRecord>;
export type ServerRecord = z.output<typeof serverRecord>;
