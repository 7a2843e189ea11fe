import { editDistance } from '../../lint/near.ts';
import { keysOfWord } from './inflect.ts';
import { foldKana, squeeze, trimBar } from './normalize.ts';
import { runsOf } from './script.ts';
import type { Site, WordGroup } from './site.ts';
import { lowerBound } from './sorted.ts';

/** A word of the site that a typed word may stand for. */
export interface Candidate {
  word: string;
  how: 'typed' | 'spelling' | 'repair' | 'part';
  weight: number;
}

export interface Vocabulary {
  /** What a Latin word stands for, best first; nothing when the site has no such word, nor one like it. */
  latin(word: string, mayRepair: boolean): Candidate[];
  katakana(word: string, mayRepair: boolean): Candidate[];
  /** Known pieces of a run of kanji: one when the site has the run, several that must stand near each other, or none. */
  kanji(run: string): string[];
  /** The longest known end, or else beginning, of a run that is not known. */
  kanjiPart(run: string): string | undefined;
  /** A compound in katakana as the words of the site that it is made of; itself when it is one word, or unknown. */
  katakanaWords(run: string): string[];
  /** The site has exactly this Latin word. */
  hasLatin(word: string): boolean;
  /** A Latin word of the site has this within it: `disruptionbudget`. */
  isInLatin(part: string): boolean;
  /** A long run of kanji as the words that it is made of; itself when it is one word. */
  kanjiWords(run: string): string[];
  /** The site has exactly this word, not only words that it is a part of. */
  isWord(word: string): boolean;
  /** The site has this run of kanji, alone or in longer ones; of several scripts, it has each. */
  isKnown(run: string): boolean;
  /** Groups with exactly this word. */
  groups(word: string): WordGroup[];
  /** Address of the page whose title is one of these words. */
  pageOf(words: readonly string[]): string | undefined;
  /** Groups with a word that has this key (inflect.ts): a form of a verb. */
  groupsByKey(key: string): WordGroup[];
  /** The longest word of a group that stands inside Japanese text, not inside one of its words. */
  groupWithin(text: string): string | undefined;
  /** Groups with a word that begins so. */
  groupsFrom(prefix: string): WordGroup[];
}

/** The words of the site, by which a query is understood: a word that is not among them never reaches the index. */
export function openVocabulary(site: Site): Vocabulary {
  const byWord = new Map<string, WordGroup[]>();
  const byKey = new Map<string, WordGroup[]>();
  const put = (map: Map<string, WordGroup[]>, key: string, group: WordGroup) =>
    map.set(key, [...(map.get(key) ?? []), group]);
  for (const group of site.groups)
    for (const word of group.words) {
      const form = squeeze(word);
      put(byWord, form, group);
      for (const key of keysOfWord(form)) if (key !== form) put(byKey, key, group);
    }
  const pageByTitle = new Map(site.pages.map(({ url, title }) => [squeeze(title), url]));
  const groupWords = [...byWord.keys()].sort();
  const phrases = groupWords
    .filter(word => word.length > 2 && /[ぁ-ゟ]|[ァ-ヺー]{3}/.test(word))
    .sort((a, b) => b.length - a.length);
  const kanaOfGroups = groupWords.filter(word => /^[ァ-ヺー]{2,}$/.test(word));
  const latinWords = [...site.terms, ...site.latin].sort();
  const latinSet = new Set(latinWords);
  const katakana = [...new Set([...site.katakana, ...kanaOfGroups])];
  const folded = katakana.map(word => ({ word, fold: foldKana(word) }));
  const wholeKana = new Set(katakana.filter(word => word.length > 1).map(foldKana));
  const kanjiText = `\n${[...site.kanji, ...groupWords].join('\n')}\n`;

  const isWord = (word: string) =>
    latinSet.has(word) || wholeKana.has(foldKana(word)) || kanjiText.includes(`\n${word}\n`);

  /** The longest known word that a compound begins or ends with. */
  const endWord = (run: string, end: 'start' | 'end'): string => {
    for (let length = run.length - 2; length > 1; length--) {
      const word = end === 'start' ? run.slice(0, length) : run.slice(-length);
      if (wholeKana.has(foldKana(word))) return word;
    }
    return '';
  };
  const repairLatin = (word: string): Candidate[] =>
    near(
      word,
      site.terms.map(term => ({ word: term, fold: term })),
      word.length >= 8 ? 2 : 1,
    );

  return {
    latin(word, mayRepair) {
      if (latinSet.has(word) || startsAny(latinWords, word)) return [typed(word)];
      if (/\d/.test(word)) return [typed(word)];
      const single = word.replace(/(e?s|ing|ed)$/, '');
      if (single.length >= 3 && latinSet.has(single)) return [{ word: single, how: 'spelling', weight: 0.9 }];
      const inside = word.length >= 4 ? latinWords.filter(known => known.includes(word)).slice(0, 4) : [];
      if (inside.length > 0) return inside.map(known => ({ word: known, how: 'spelling', weight: 0.7 }));
      return mayRepair && word.length >= 4 ? repairLatin(word) : [];
    },
    katakana(word, mayRepair) {
      const short = trimBar(word);
      const isKnown = katakana.some(
        known =>
          known.startsWith(short) ||
          (short.length >= 3 && trimBar(known).endsWith(short)) ||
          (short.length >= 4 && known.includes(short)),
      );
      if (isKnown) return [typed(short)];
      const fold = foldKana(word);
      if (fold.length < 2) return [];
      const spelled = folded.filter(
        known => known.fold === fold || (fold.length >= 3 && known.fold.startsWith(fold)),
      );
      if (spelled.length > 0)
        return spelled
          .sort((a, b) => a.fold.length - b.fold.length)
          .slice(0, 3)
          .map(known => ({ word: trimBar(known.word), how: 'spelling', weight: 0.95 }));
      if (!mayRepair || word.length < 5) return [];
      const found = near(
        word,
        katakana.map(known => ({ word: known, fold: known })),
        word.length >= 8 ? 2 : 1,
      );
      return found.map(candidate => ({ ...candidate, word: trimBar(candidate.word) }));
    },
    kanji: run => (kanjiText.includes(run) ? [run] : splitRun(run, piece => kanjiText.includes(piece))),
    kanjiPart(run) {
      for (let length = run.length - 1; length > 1; length--)
        for (const part of [run.slice(-length), run.slice(0, length)])
          if (kanjiText.includes(part)) return part;
      return undefined;
    },
    katakanaWords(run) {
      if (this.katakana(run, false).length > 0) return [run];
      const pieces = splitRun(run, piece => wholeKana.has(foldKana(piece)), 2);
      if (pieces.length > 0) return pieces;
      const ends = [endWord(run, 'start'), endWord(run, 'end')].filter(word => word !== '');
      return ends.join('').length * 2 >= run.length ? ends : [run];
    },
    kanjiWords(run) {
      if (run.length < 4) return [run];
      const pieces = splitRun(run, piece => piece !== run && isWord(piece));
      return pieces.length > 0 ? pieces : [run];
    },
    isWord,
    isKnown: run => runsOf(run).every(({ script, text }) => script !== 'kanji' || kanjiText.includes(text)),
    pageOf: words => words.map(word => pageByTitle.get(squeeze(word))).find(url => url !== undefined),
    groupsByKey: key => byKey.get(key) ?? [],
    hasLatin: word => latinSet.has(word),
    isInLatin: part => latinWords.some(word => word.includes(part)),
    groups: word => byWord.get(squeeze(word)) ?? [],
    groupWithin(text) {
      return phrases.find(word => text.length > word.length && standsIn(text, word));
    },
    groupsFrom(prefix) {
      const found = groupWords.filter(word => word.startsWith(prefix)).slice(0, 3);
      return [...new Set(found.flatMap(word => byWord.get(word) ?? []))];
    },
  };
}

/** A word does not begin or end inside a run of kanji or katakana. */
function standsIn(text: string, word: string): boolean {
  const at = text.indexOf(word);
  if (at < 0) return false;
  const joins = (a: string | undefined, b: string | undefined) =>
    [/[ァ-ヺー]/, /[一-鿿々]/].some(script => script.test(a ?? '') && script.test(b ?? ''));
  const end = at + word.length;
  return (
    !joins(text[at - 1], text[at]) && (/[ぁ-ゟ].*[一-鿿々]$/.test(word) || !joins(text[end - 1], text[end]))
  );
}

function typed(word: string): Candidate {
  return { word, how: 'typed', weight: 1 };
}

/** Words at most `most` edits away, nearest first. The first letter of a word is seldom mistyped. */
function near(word: string, known: readonly { word: string; fold: string }[], most: number): Candidate[] {
  return known
    .filter(
      ({ fold }) => Math.abs(fold.length - word.length) <= most && fold.length >= 4 && fold[0] === word[0],
    )
    .map(candidate => ({ ...candidate, away: editDistance(word, candidate.fold) }))
    .filter(({ away }) => away <= most)
    .sort((a, b) => a.away - b.away || a.fold.length - b.fold.length)
    .slice(0, 2)
    .map(({ word: found, away }) => ({ word: found, how: 'repair', weight: 0.9 - away * 0.1 }));
}

/** Kanji before and after words that a place need not have: 無停止, 並列数. */
const affix = /^[無不非再新旧各全他数性化的時用後前中先元側型式法量率値名別毎]$/;

export function isAffix(word: string): boolean {
  return affix.test(word);
}

/** Fewest known pieces of two letters or more that make up the run, but for affixes; none when there is no such cut. */
function splitRun(run: string, isKnown: (piece: string) => boolean, least = 2): string[] {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end++)
    for (let start = 0; start < end; start++) {
      const before = best[start];
      const piece = run.slice(start, end);
      const isFree = isAffix(piece);
      if (!before || !(isFree || (piece.length >= least && isKnown(piece)))) continue;
      const pieces = isFree ? before : [...before, piece];
      if (pieces.length < (best[end]?.length ?? Number.POSITIVE_INFINITY)) best[end] = pieces;
    }
  return best[run.length] ?? [];
}

function startsAny(sorted: readonly string[], prefix: string): boolean {
  return sorted[lowerBound(sorted, prefix)]?.startsWith(prefix) ?? false;
}
