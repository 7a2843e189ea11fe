import { z } from 'astro/zod';

/** `src/data/glossary.yaml`: one term. The id is its place on the glossary page: `/glossary/#pod`. */
export const term = z.strictObject({
  ja: z.string().min(1),
  en: z.string().min(2),
  /** Kana by which the list is sorted; left out for a term in Latin letters. */
  kana: z
    .string()
    .regex(/^[ぁ-んー]+$/)
    .optional(),
  /** Other spellings under which a reader may look for it. */
  aliases: z.array(z.string()).default([]),
  /** Words that lead here in the search and are not worth showing: abbreviations, readings, near misses. */
  search: z.array(z.string()).default([]),
  /** One or two sentences. `code` in backticks is set as code. */
  text: z.string().min(10),
  /** Where the book explains it: `services#dns`, or a chapter. Shown when the chapter exists. */
  chapter: z
    .string()
    .regex(/^[a-z0-9-]+(#[a-z][a-z0-9-]*)?$/)
    .optional(),
});

export type Term = z.output<typeof term>;
