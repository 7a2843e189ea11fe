import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/run.ts';
import { dist } from './dist.ts';

const book: { parts: { chapters: string[] }[] } = JSON.parse(
  readFileSync(join(root, 'src/data/book.json'), 'utf8'),
);

/** Slugs of the chapters of the build, in the order of the book. */
export const chapters = book.parts
  .flatMap(part => part.chapters)
  .filter(slug => existsSync(join(dist, slug, 'index.html')));
