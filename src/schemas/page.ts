import { z } from 'astro/zod';

/** Front matter of `src/content/pages/<slug>.mdx`: a page that is not a chapter. */
export const page = z.strictObject({
  title: z.string().min(2),
  summary: z.string().min(10).max(120),
});

export type Page = z.output<typeof page>;
