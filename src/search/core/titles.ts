import { normalize } from './normalize.ts';
import type { Site, SiteRecord } from './site.ts';

/** The titles of a record, normalised, from its own outwards; fragment and address of the page are titles in English. */
export type Titles = readonly [own: string, id: string, parent: string, page: string, slug: string];

const levels = [1, 0.6, 0.5, 0.42, 0.3] as const;

export function titlesOf(site: Site): Titles[] {
  return site.records.map(({ title, id, parent, page }: SiteRecord) => {
    const { url = '', title: pageTitle = '' } = site.pages[page] ?? {};
    const slug = url.replaceAll('/', '');
    return [normalize(title), id.replaceAll('-', ' '), normalize(parent), normalize(pageTitle), slug];
  });
}

/** How well a word stands in the titles of a record, 0 to 1: 1 when it is the title. */
export function titleScore(titles: Titles, label: string): number {
  let best = 0;
  for (const [level, title] of titles.entries()) {
    if (!title) continue;
    const worth = levels[level] ?? 0;
    if (worth <= best) break;
    const isSame = /^[a-z0-9]/.test(label) && title.replaceAll(' ', '') === label;
    best = Math.max(best, worth * (isSame ? 1 : inTitle(title, label)));
  }
  return best;
}

const kindsOfLetters = [/[a-z0-9]/, /[ァ-ヺー]/, /[一-鿿々〆ヶ]/, /[ぁ-ゟ]/];

function letterKind(letter: string | undefined): number {
  return letter === undefined ? -2 : kindsOfLetters.findIndex(pattern => pattern.test(letter));
}

/** A dash or a dot makes one name of two words: Ingress is not the subject of ingress-nginx. */
const joins = /^[-.]/;

/** What may follow a title's subject: 「Podとは」「ClusterIP：クラスターの中から使う」. */
const subjectEnd = /^(ー?)(とは|[：:、]|$)/;

function inTitle(title: string, label: string): number {
  if (!label) return 0;
  let best = 0;
  for (let at = title.indexOf(label); at >= 0; at = title.indexOf(label, at + 1)) {
    const before = title[at - 1];
    const rest = title.slice(at + label.length);
    const startsWord = !joins.test(before ?? '') && letterKind(before) !== letterKind(label[0]);
    const endsWord = !joins.test(rest) && letterKind(rest.replace(/^ー/, '')[0]) !== letterKind(label.at(-1));
    let worth = startsWord ? (endsWord ? 0.78 : 0.6) : endsWord ? 0.5 : 0.3;
    if (at === 0 && subjectEnd.test(rest)) worth = 1;
    else worth *= 0.8 + 0.2 * Math.min(1, (2 * label.length) / title.length);
    best = Math.max(best, worth);
  }
  return best;
}
