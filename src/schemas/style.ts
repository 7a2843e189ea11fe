import { z } from 'astro/zod';

const pattern = z.string().refine(value => {
  try {
    return new RegExp(value, 'u');
  } catch {
    return false;
  }
}, '正規表現として読めません。');

/** `src/data/style.yaml`: how words are spelled and how long a sentence may be. */
export const style = z.strictObject({
  sentence: z.strictObject({ max: z.int().positive() }),
  words: z.array(z.strictObject({ not: pattern, use: z.string().min(1) })).min(1),
});

export type Style = z.output<typeof style>;
