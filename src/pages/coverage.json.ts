import type { APIRoute } from 'astro';
import { parse } from 'yaml';
import text from '../data/coverage.yaml?raw';
import { coverage, expandRows } from '../schemas/coverage.ts';
import { href } from '../site/url.ts';

/** Each audited row of the notes with the heading that treats it: `{"A001": "/getting-started/#provenance", …}`. */
export const GET: APIRoute = () => {
  const { sections } = coverage.parse(parse(text));
  const rows = sections.flatMap(({ rows, at }) => {
    const [slug, id] = at.split('#');
    return expandRows(rows).map(row => [row, href(`/${slug}/#${id}`)] as const);
  });
  return Response.json(Object.fromEntries(rows.sort(([a], [b]) => (a < b ? -1 : 1))));
};
