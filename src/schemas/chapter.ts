import { z } from 'astro/zod';
import { isoDate } from './date.ts';

/** Front matter of `src/content/chapters/<slug>.mdx`. Unknown keys are errors. */
export const chapter = z.strictObject({
  /** `|` marks a place where a long title may break. */
  title: z.string().min(2),
  /** One sentence for lists, search results and previous/next links. */
  summary: z.string().min(20).max(120),
  /** What the reader can do afterwards, two to five items. */
  goals: z.array(z.string()).min(1).max(5),
  /** Slugs of chapters to read first. */
  requires: z.array(z.string()).default([]),
  /** Last change of the text that a reader would notice. */
  updated: isoDate,
  /** Where the facts come from: note file number (000 … 004) and its section. */
  notes: z
    .array(z.strictObject({ note: z.enum(['000', '001', '002', '003', '004']), section: z.string() }))
    .default([]),
});

export type Chapter = z.output<typeof chapter>;
