import { hiraganaStem } from './inflect.ts';
import { normalize, squeeze, toKatakana } from './normalize.ts';
import type { Alternative, Slot, Variant } from './query.ts';
import { type Run, runsOf } from './script.ts';
import { isAffix, type Vocabulary } from './vocabulary.ts';

/** One word in the Latin alphabet as Pagefind cuts text: dots and underscores join, everything else separates. */
const latinToken = /[a-z0-9][a-z0-9._]*(?:[-/:=@][a-z0-9._]+)*/;
export const japanese = /[ぁ-ゟァ-ヺー一-鿿々〆ヶ]+/;
/** Latin words and runs of Japanese. */
export const pieces = new RegExp(`${latinToken.source}|${japanese.source}`, 'g');

/** Finds the forms in which the index has what is written; none when the site has no such words. */
export class Forms {
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** @param mayRepair Words that the site does not have may be read as words that are written almost so. */
  of(text: string, mayRepair: boolean): Alternative[] {
    const runs = text.split(' ').flatMap(word => Array.from(word.matchAll(pieces), ([piece]) => piece));
    const parts = runs.map(piece =>
      japanese.test(piece) ? this.japanese(piece, mayRepair) : this.latin(piece, mayRepair),
    );
    const joined = squeeze(text);
    const whole = runs.length > 1 && /^[a-z0-9]+$/.test(joined) ? this.latin(joined, false) : [];
    if (parts.length === 0 || parts.some(part => part.length === 0)) return whole;
    const [first = []] = parts;
    if (parts.length === 1) return [...whole, ...first];
    const chosen = parts.flatMap(([part]) => part ?? []);
    return [
      ...whole,
      {
        slots: chosen.flatMap(({ slots }) => slots),
        weight: Math.min(...chosen.map(({ weight }) => weight)),
        label: chosen.every(({ how }) => how === 'typed') ? text : chosen.map(({ label }) => label).join(' '),
        how: chosen.find(({ how }) => how !== 'typed')?.how ?? 'typed',
        isTight: false,
      },
    ];
  }

  private latin(token: string, mayRepair: boolean): Alternative[] {
    const words = token
      .split(/[-/:=@]+/)
      .map(word => word.replace(/^[._]+|[._]+$/g, ''))
      .filter(Boolean);
    const lists = words.map(word => this.latinWord(word, mayRepair));
    if (lists.some(list => list.length === 0)) return [];
    const count = Math.max(...lists.map(list => list.length));
    return Array.from({ length: lists.length === 1 ? count : 1 }, (_, index) => {
      const chosen = lists.flatMap(list => list[index] ?? list[0] ?? []);
      return {
        slots: chosen.map(({ slot }) => slot),
        weight: Math.min(...chosen.map(({ weight }) => weight)),
        label: chosen.every(({ how }) => how === 'typed')
          ? token
          : chosen.map(({ label }) => label).join('-'),
        how: chosen.find(({ how }) => how !== 'typed')?.how ?? 'typed',
        isTight: false,
      };
    });
  }

  private latinWord(
    word: string,
    mayRepair: boolean,
  ): { slot: Slot; label: string; weight: number; how: Alternative['how'] }[] {
    const joined = word.replaceAll('.', '');
    if (joined !== word) {
      const slot: Slot = [variant([joined]), variant(word.split('.').filter(Boolean), 0.7, 'none')];
      return [{ slot, label: word, weight: 1, how: 'typed' }];
    }
    return this.vocabulary.latin(word, mayRepair).map(found => ({
      slot: [variant([found.word])],
      label: found.word,
      weight: found.weight,
      how: found.how,
    }));
  }

  private japanese(text: string, mayRepair: boolean): Alternative[] {
    const runs = runsOf(text);
    if (runs.every(({ script }) => script === 'hiragana')) return this.hiragana(text);
    let options: Alternative[] = [alternative([], '')];
    for (const [index, run] of runs.entries()) {
      if (run.script === 'hiragana' && index > 0) continue;
      const next = runs[index + 1];
      const ending = run.script === 'kanji' && next?.script === 'hiragana' ? next.text : '';
      const ways = this.run(run, ending, mayRepair);
      options = options.flatMap(option => ways.map(way => append(option, way))).slice(0, 4);
    }
    const isOne = options.every(({ slots }) => slots.length === 1);
    return options.map(option => ({ ...option, isTight: isOne || option.isTight }));
  }

  private run(run: Run, ending: string, mayRepair: boolean): Alternative[] {
    if (run.script === 'katakana')
      return this.vocabulary.katakana(run.text, mayRepair).map(found => ({
        ...alternative([[variant([found.word])]], found.word),
        weight: found.weight,
        how: found.how,
      }));
    if (run.script === 'hiragana') return [alternative([[variant(pairs(run.text), 1, 'none')]], run.text)];
    if (run.script === 'latin') return this.latin(run.text, mayRepair);
    return this.kanji(run.text, ending);
  }

  private kanji(run: string, ending: string): Alternative[] {
    const known = this.vocabulary.kanji(run);
    const [only] = known;
    if (known.length === 0) {
      const part = this.vocabulary.kanjiPart(run);
      if (!part) return [];
      const isMost =
        part.length > 2 && part.length * 2 >= run.length && this.vocabulary.groups(part).length > 0;
      return [
        { ...alternative([kanjiSlot(part, ending)], part), weight: 0.6, how: isMost ? 'spelling' : 'part' },
      ];
    }
    if (known.length === 1 && only === run) {
      const whole = alternative([kanjiSlot(only, ending)], only + ending);
      return ending || this.vocabulary.groups(only).length > 0 ? [whole] : [whole, ...this.looser(only)];
    }
    const slots = known.map((piece, index) =>
      this.withSynonyms(piece, index === known.length - 1 ? ending : ''),
    );
    return [{ ...alternative(slots, known.join(' ')), weight: 0.7, isTight: false }];
  }

  /** A word may also stand without its affix: 並列 for 並列数. */
  private looser(run: string): Alternative[] {
    const stems = [run.slice(0, -1), run.slice(1)].filter(
      (stem, index) => stem.length > 1 && isAffix(index === 0 ? run.slice(-1) : run.slice(0, 1)),
    );
    return stems.map(stem => ({
      ...alternative([kanjiSlot(stem, '')], stem),
      weight: 0.7,
      how: 'spelling' as const,
    }));
  }

  /** A piece of a word that the site has only in pieces, or the words that stand for it. */
  private withSynonyms(piece: string, ending: string): Slot {
    const others = this.vocabulary
      .groups(piece)
      .flatMap(({ words }) => words)
      .flatMap(word => (piece === word ? [] : this.of(normalize(word), false)))
      .flatMap(({ slots }) => (slots.length === 1 ? (slots[0] ?? []) : []));
    return [...kanjiSlot(piece, ending), ...others.map(other => ({ ...other, weight: other.weight * 0.7 }))];
  }

  /** A word in hiragana: katakana that was not converted, or a word that is written so. */
  private hiragana(text: string): Alternative[] {
    const kana = toKatakana(text);
    const found = text.length > 1 ? this.vocabulary.katakana(kana, false) : [];
    const list: Alternative[] = found.map(({ word, weight }) => ({
      ...alternative([[variant([word])]], word),
      weight: weight * 0.95,
      how: 'spelling',
    }));
    if (list.length === 0 && text.length > 1) {
      const stem = hiraganaStem(text);
      list.push(alternative([[variant(pairs(stem), 1, 'none')]], stem));
    }
    return list;
  }
}

function alternative(slots: Slot[], label: string): Alternative {
  return { slots, label, weight: 1, how: 'typed', isTight: true };
}

function append(option: Alternative, way: Alternative): Alternative {
  return {
    slots: [...option.slots, ...way.slots],
    label: option.label + way.label,
    weight: Math.min(option.weight, way.weight),
    how: option.how === 'typed' ? way.how : option.how,
    isTight: option.isTight && way.isTight,
  };
}

function variant(keys: string[], weight = 1, longer: Variant['longer'] = 'all'): Variant {
  return { keys, weight, longer };
}

/** Kanji and the kana of a verb's end. Of a verb in one kanji, other forms count for less. */
function kanjiSlot(kanji: string, ending: string): Slot {
  if (!ending) return [variant(pairs(kanji), 1, kanji.length > 2 ? 'none' : 'all')];
  const last = `${kanji.slice(-1)}${ending[0]}`;
  if (kanji.length === 1) return [variant([last]), variant([kanji], 0.7, 'verb')];
  return [variant([...pairs(kanji), last], 1, 'none'), variant(pairs(kanji), 0.7, 'none')];
}

/** The pairs of letters by which a run is found: Pagefind indexes every two neighbours. `名前解決` gives 名前 and 解決. */
function pairs(run: string): string[] {
  if (run.length <= 2) return [run];
  const list: string[] = [];
  for (let at = 0; at + 2 <= run.length; at += 2) list.push(run.slice(at, at + 2));
  if (run.length % 2 === 1) list.push(run.slice(-2));
  return list;
}
