import { expect, test } from 'vitest';
import { chapters } from '../helpers/chapters.ts';
import { builtPages, dist, type Page } from '../helpers/dist.ts';

const pages = new Map(builtPages(dist).map(page => [page.url, page]));
const page = (url: string): Page => {
  const found = pages.get(url);
  if (!found) throw new Error(`${url} was not built`);
  return found;
};

const cards = (html: string) => html.split('<section class="erratum"').length - 1;

/** The count beside each chapter's link in a list of links; none where a chapter has no errata. */
function counts(html: string, address: (slug: string) => string): Map<string, number> {
  return new Map(
    chapters.map(slug => {
      const link = html.slice(html.indexOf(`href="${address(slug)}"`)).split('</li>')[0] ?? '';
      return [slug, Number(/class="errata-count"[^>]*>\D*(\d+)/.exec(link)?.[1] ?? 0)];
    }),
  );
}

test('every place gives a chapter the same number of errata: those that it shows', () => {
  const shown = new Map(chapters.map(slug => [slug, cards(page(`/${slug}/`).html)] as const));
  const all = [...shown.values()].reduce((sum, count) => sum + count, 0);
  expect(all).toBe(cards(page('/errata/').html));
  expect(all).toBeGreaterThan(80);
  const sidebar = page('/services/').html;
  expect(counts(sidebar.slice(sidebar.indexOf('<nav')), slug => `/${slug}/`)).toEqual(shown);
  const home = page('/').html;
  expect(counts(home.slice(home.indexOf('class="number"')), slug => `/${slug}/`)).toEqual(shown);
  for (const [slug, count] of shown) {
    const head = /class="errata-count" href="\/errata\/#[^"]*">\D*(\d+)/.exec(page(`/${slug}/`).html)?.[1];
    expect(Number(head ?? 0), slug).toBe(count);
  }
});
