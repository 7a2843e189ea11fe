import { normalize, squeeze } from './normalize.ts';
import { askMark, type Site, type SiteRecord } from './site.ts';

/** One title: normalised, what a word in it is worth, and without blanks. */
export type Title = readonly [text: string, worth: number, squeezed: string];

/** The titles of a record, the best first. */
export interface Titles {
  levels: readonly Title[];
  /** Of these, the titles of the place alone: its own, and what readers call it. */
  names: readonly Title[];
}

/** Its own title, what readers call it, its fragment (a title in English), and the titles around it. */
const worths = { own: 1, ask: 0.8, id: 0.6, parent: 0.5, page: 0.42, slug: 0.3 };

export function titlesOf(site: Site): Titles[] {
  return site.records.map(({ title, id, parent, page, url, asks }: SiteRecord) => {
    const pageTitle = site.pages[page]?.title ?? '';
    const level = (text: string, worth: number): Title => [text, worth, squeeze(text)];
    const names = [
      level(normalize(title), worths.own),
      ...asks.split(askMark).flatMap(ask => (ask ? [level(normalize(ask), worths.ask)] : [])),
    ];
    const levels = [
      ...names,
      level(id.replaceAll('-', ' '), worths.id),
      level(normalize(parent), worths.parent),
      level(normalize(pageTitle), worths.page),
      level(url.replaceAll('/', ''), worths.slug),
    ];
    return { names, levels: levels.filter(([text]) => text !== '') };
  });
}

/** How well a word stands in the titles of a record, 0 to 1: 1 when it is the title. */
export function titleScore({ levels }: Titles, label: string): number {
  let best = 0;
  for (const [title, worth, squeezed] of levels) {
    if (worth <= best) break;
    if (!title.includes(label) && squeezed !== label) continue;
    const isSame = squeezed === label && /^[a-z0-9]/.test(label);
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
