import { z } from 'astro/zod';

/** `src/data/coverage.yaml`: which heading of which chapter treats which statements of the study notes. */
export const coverage = z.strictObject({
  /** How many rows the audit has under each letter: rows are numbered from 001. */
  rows: z.record(z.string().regex(/^[A-Z]$/), z.int().positive()),
  sections: z.array(
    z.strictObject({
      /** The section of the note, as a reader of the note would find it. */
      notes: z.string().min(2),
      /** `A001`, or a range `A008-A010` within one letter. */
      rows: z
        .array(z.string().regex(/^([A-Z])\d{3}(-\1\d{3})?$/, '行は A001 か A008-A010 の形です。'))
        .min(1),
      /** `chapter#heading-id`. */
      at: z.string().regex(/^[a-z0-9-]+#[a-z0-9-]+$/),
    }),
  ),
});

/** Row ids of a list in which a range stands for all its rows: `['A008-A010']` → `['A008', 'A009', 'A010']`. */
export function expandRows(rows: readonly string[]): string[] {
  return rows.flatMap(row => {
    const [first = '', last = first] = row.split('-');
    const from = Number(first.slice(1));
    const count = Number(last.slice(1)) - from + 1;
    return Array.from({ length: count }, (_, index) => rowId(first.slice(0, 1), from + index));
  });
}

/** Id of the audit's row `number` under a letter. */
export function rowId(letter: string, number: number): string {
  return `${letter}${String(number).padStart(3, '0')}`;
}
