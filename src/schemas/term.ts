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
  /** One or two sentences. `code` in backticks is set as code. */
  text: z.string().min(10),
  /** Where the book explains it: `services#dns`, or a chapter. Shown when the chapter exists. */
  chapter: z
    .string()
    .regex(/^[a-z0-9-]+(#[a-z][a-z0-9-]*)?$/)
    .optional(),
});

/** `src/data/synonyms.yaml`: groups of everyday words with one meaning, for the search. */
export const synonyms = z.array(z.array(z.string().min(1)).min(2));

/** `src/data/asks.yaml`: phrases with which readers ask for a place, by place: `services#dns`. */
export const asks = z.record(
  z.string().regex(/^[a-z0-9-]+(#[a-z][a-z0-9-]*)?$/),
  z.array(z.string().min(1)).min(1),
);

export type Term = z.output<typeof term>;
