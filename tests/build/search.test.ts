import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
import { readAsks } from '../../src/search/build/asks.node.ts';
import type { SiteData } from '../../src/search/core/site.ts';
import { builds } from '../helpers/dist.ts';

test.each(builds)('every place that readers ask for exists: $name', ({ dir }) => {
  const site: SiteData = JSON.parse(readFileSync(join(dir, 'pagefind/site.json'), 'utf8'));
  const asked = new Set(
    site.records.flatMap(([page, id, , , , , asks]) =>
      asks ? [`${site.pages[page]?.[0]}${id && `#${id}`}`] : [],
    ),
  );
  const places = [...readAsks(root).keys()];
  expect(places.length).toBeGreaterThan(200);
  expect(places.filter(place => !asked.has(place))).toEqual([]);
});
