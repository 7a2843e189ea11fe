import { z } from 'astro/zod';

/** `src/data/sources.yaml`: a page that proves a statement. */
export const source = z.strictObject({
  title: z.string().min(2),
  url: z.url({ protocol: /^https$/ }),
});

export type Source = z.output<typeof source>;
