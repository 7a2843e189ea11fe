import { z } from 'astro/zod';

/** One kind of the resource table. What a server knows about it (scope, short names) comes from the lint engine's tables. */
const resource = z.strictObject({
  kind: z.string().regex(/^[A-Z][A-Za-z]+$/),
  /** The version that the book uses. */
  apiVersion: z.string().min(2),
  /** What it is for, in one line. */
  ja: z.string().min(4).max(40),
  /** Where the book explains it: `services#dns`, or a chapter. */
  at: z.string().regex(/^[a-z0-9-]+(#[a-z][a-z0-9-]*)?$/),
});

/** `src/data/resources.json`: the kinds that a reader meets, in groups. */
export const resources = z.strictObject({
  _comment: z.string(),
  parts: z.array(z.strictObject({ title: z.string().min(2), resources: z.array(resource).min(1) })).min(1),
});

export type Resource = z.output<typeof resource>;
