import { z } from 'astro/zod';
import { isoDate } from './date.ts';

/** A form that can be shown as code (quoted as it was) or as prose (always paraphrased). */
const form = z.strictObject({ as: z.enum(['yaml', 'command', 'prose']), text: z.string().min(1) });

/** How a reader, or a machine, can check the correction. */
export const proof = z.discriminatedUnion('by', [
  /** The old form makes the lint engine report this rule; `manifest` is a file of `manifests/legacy/`. */
  z.strictObject({
    by: z.literal('lint'),
    rule: z.string(),
    manifest: z.string(),
    /** A manifest in the new form, which API servers accept. */
    now: z.string().optional(),
  }),
  /** A recorded session (`<chapter>/<id>`) shows the old form fail or the new form work. */
  z.strictObject({ by: z.literal('session'), session: z.string() }),
  /** Only a published source says so: see `sources`. */
  z.strictObject({ by: z.literal('source') }),
]);

/** `src/content/errata/e01.yaml`: one correction of the notes. The id is permanent: `/errata/#e01`. */
export const erratum = z.strictObject({
  title: z.string().min(4),
  severity: z.enum(['breaks', 'misleads', 'cosmetic']),
  /** Chapter and anchor where the correction is explained: `ingress#by-path`. */
  chapter: z.string().regex(/^[a-z0-9-]+#[a-z][a-z0-9-]*$/),
  old: form,
  now: form,
  /** Why, in one to three sentences. `code` in backticks is set as code. */
  reason: z.string().min(10),
  /** Since when the new form is right, in words a reader understands: 「v1.19 から。旧 API は v1.22 で廃止」 */
  since: z.string().min(1),
  /** Ids of `src/data/sources.yaml`. */
  sources: z.array(z.string()).min(1),
  proofs: z.array(proof).min(1),
  /** The day it was published, for the feed. Left out: the day its chapter was updated last. */
  date: isoDate.optional(),
  /** Ids of the audited statements (A001 … D154) that this corrects. */
  rows: z.array(z.string().regex(/^[A-D]\d{3}$/)).min(1),
});

export type Erratum = z.output<typeof erratum>;
export type Proof = z.output<typeof proof>;
