import { z } from 'astro/zod';

/** An ISO date (`2026-11-21`). Astro's YAML reader turns an unquoted one into a Date, ours leaves it as text; both become text. */
export const isoDate = z.preprocess(
  value => (value instanceof Date ? value.toISOString().slice(0, 10) : value),
  z.iso.date(),
);
