import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chapters } from '../helpers/chapters.ts';
import { builtPages, dist, elements, type Page, text } from '../helpers/dist.ts';
import { compressed } from '../helpers/weight.ts';

const kilobyte = 1024;

/** What a first visit loads: the page and every style sheet, script and image that it names (the icon aside). */
function firstVisit({ html, tree }: Page) {
  const named = elements(tree, ({ tagName }) => ['link', 'script', 'img'].includes(tagName)).flatMap(
    element => {
      const wanted = element.tagName !== 'link' || /stylesheet|preload/.test(text(element, 'rel') ?? '');
      const address = text(element, 'src') ?? text(element, 'href');
      return wanted && address && !address.startsWith('data:') ? (address.split(/[?#]/)[0] ?? '') : [];
    },
  );
  const sizes = { html: compressed(Buffer.from(html)), css: 0, script: 0, other: 0, requests: 1 };
  for (const address of new Set(named)) {
    const file = join(dist, address);
    if (!existsSync(file)) continue;
    const kind = /\.m?js$/.test(file) ? 'script' : file.endsWith('.css') ? 'css' : 'other';
    sizes[kind] += compressed(readFileSync(file));
    sizes.requests++;
  }
  return { ...sizes, total: sizes.html + sizes.css + sizes.script + sizes.other };
}

// The print page holds the whole book and is for paper; it has no budget.
const pages = builtPages(dist).filter(({ url }) => url !== '/print/');

const visits = pages.map(page => ({ file: page.file, ...firstVisit(page) }));

test('the median chapter is light', () => {
  const totals = visits
    .filter(({ file }) => chapters.includes(file.replace('/index.html', '')))
    .map(({ total }) => total)
    .sort((a, b) => a - b);
  const middle = (totals.length - 1) / 2;
  const median = ((totals[Math.floor(middle)] ?? 0) + (totals[Math.ceil(middle)] ?? 0)) / 2;
  expect(totals.length).toBeGreaterThanOrEqual(24);
  expect(median).toBeLessThanOrEqual(20 * kilobyte);
});

describe.each(visits)('$file', ({ file, total, css, script, requests }) => {
  test('is light', () => {
    expect(requests).toBeLessThanOrEqual(4);
    expect(script).toBeLessThanOrEqual(4 * kilobyte);
    expect(css).toBeLessThanOrEqual(9 * kilobyte);
    expect(total).toBeLessThanOrEqual((file === 'index.html' ? 14 : 36) * kilobyte);
  });
});
