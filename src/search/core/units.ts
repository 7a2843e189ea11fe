import { Forms, japanese } from './forms.ts';
import { type Inflected, keysOfWord, wordKeys } from './inflect.ts';
import { normalize, squeeze, toKatakana } from './normalize.ts';
import type { Alternative, Unit } from './query.ts';
import { runsOf, type Script } from './script.ts';
import type { WordGroup } from './site.ts';
import { isAffix, type Vocabulary } from './vocabulary.ts';
import { share, synonymWorth } from './weights.ts';
import { contentWords, isAction, isWish, withoutParticle } from './words.ts';

/** Makes units of the words of a query. */
export class UnitMaker {
  private readonly vocabulary: Vocabulary;
  private readonly forms: Forms;
  private readonly mayRepair: boolean;

  constructor(vocabulary: Vocabulary, mayRepair: boolean) {
    this.vocabulary = vocabulary;
    this.forms = new Forms(vocabulary);
    this.mayRepair = mayRepair;
  }

  /** The units of one piece of a query: one Latin word, or a run of Japanese. */
  ofPiece(piece: string): Unit[] {
    if (piece === '') return [];
    // A place need not have the reader's own number: `nodePort: 30080`.
    if (/^\d+$/.test(piece))
      return [
        {
          ...this.ofWord(piece),
          isOptional: true,
          weight: piece.length < 3 ? share.wish : share.noun,
        },
      ];
    const [word, ...others] = contentWords(piece);
    if (word && others.length === 0 && (isWish(word) || isAction(word))) return this.ofContent(word);
    if (!japanese.test(piece) || this.vocabulary.groups(piece).length > 0) return [this.ofWord(piece)];
    const known = this.vocabulary.groupWithin(piece);
    if (!known) return contentWords(piece).flatMap(word => this.ofContent(word));
    const at = piece.indexOf(known);
    return [
      ...contentWords(piece.slice(0, at)).flatMap(word => this.ofContent(word)),
      this.ofWord(known),
      ...this.ofPiece(withoutParticle(piece.slice(at + known.length))),
    ];
  }

  /** One word, or words that are one name. Of a term in English, the plural is the same. */
  ofWord(typed: string, groups: readonly WordGroup[] = [], weight = share.noun): Unit {
    const singular = typed.replace(/(?<=[a-z]{2})(?<!s)s$/, '');
    const isPlural =
      this.vocabulary.groups(typed).length === 0 && this.vocabulary.groups(singular).length > 0;
    const raw = isPlural ? singular : typed;
    const alternatives = this.forms.of(raw, this.mayRepair);
    const places = new Map<string, number>();
    const add = (group: WordGroup, label: string, worth: number) =>
      this.addGroup(group, label, worth, alternatives, places);
    for (const group of groups) add(group, '', synonymWorth.everyday);
    for (const label of new Set([raw, ...alternatives.map(({ label }) => label)]))
      for (const group of this.vocabulary.groups(label))
        add(group, label, group.place ? synonymWorth.term : synonymWorth.everyday);
    if (places.size === 0 && raw.length > (japanese.test(raw) ? 1 : 3) && !this.vocabulary.isWord(raw))
      for (const prefix of new Set([raw, toKatakana(raw)]))
        for (const group of this.vocabulary.groupsFrom(squeeze(prefix)))
          add(group, prefix, synonymWorth.beginning);
    const isPart = alternatives.length > 0 && alternatives.every(({ how }) => how === 'part');
    return { raw, alternatives, places, isOptional: false, doubt: isPart ? 0.5 : 0, weight };
  }

  /** A quoted phrase is taken as it is. */
  ofPhrase(raw: string): Unit {
    const alternatives = this.forms
      .of(raw, this.mayRepair)
      .filter(({ how }) => how === 'typed')
      .map(alternative => ({ ...alternative, isTight: true }));
    return { raw, alternatives, places: new Map(), isOptional: false, doubt: 0, weight: 1 };
  }

  private ofContent(word: Inflected): Unit[] {
    const { base, ending } = word;
    if (isWish(word)) return [{ ...this.ofWord(base), isOptional: true, weight: share.wish }];
    if (/^[ぁ-ゟー]+$/.test(base)) return this.ofHiragana(base);
    const groups = this.groupsOf(word);
    if (ending) return [this.ofWord(base + ending[0], groups, share.verb)];
    if (isAction(word)) return [{ ...this.ofWord(base, groups, share.action), isOptional: true }];
    if (groups.length > 0 || this.vocabulary.groups(base).length > 0) return [this.ofWord(base, groups)];
    return this.ofCompound(base);
  }

  private ofHiragana(word: string): Unit[] {
    const groups = keysOfWord(word).flatMap(key => this.vocabulary.groupsByKey(key));
    const unit = this.ofWord(word, groups, share.hiragana);
    return [{ ...unit, isOptional: groups.length === 0 && unit.places.size === 0 }];
  }

  /** Groups with another form of the word; of a noun that is denied, only what denies it too. */
  private groupsOf(word: Inflected): WordGroup[] {
    if (!word.ending && !word.isNegative) return [];
    const found = wordKeys(word).flatMap(key => this.vocabulary.groupsByKey(key));
    return [...new Set(found)];
  }

  /** A compound of several scripts, or of four kanji, is several words that stand together: 再起動ポリシー, 並列実行. */
  private ofCompound(base: string): Unit[] {
    const words: string[] = [];
    let before: Script | undefined;
    for (const { script, text } of runsOf(base)) {
      if (script === 'katakana') words.push(...this.vocabulary.katakanaWords(text));
      else if (before === 'hiragana' || (before && script === 'hiragana')) words.push(words.pop() + text);
      else if (script === 'kanji') words.push(...this.vocabulary.kanjiWords(text));
      else words.push(text);
      before = script;
    }
    if (words.length === 1) return [this.ofWord(base)];
    const isKnown = this.vocabulary.isKnown(base);
    return words.map(text => {
      const unit = this.ofWord(text, [], isKnown ? share.part : share.noun);
      if (!isKnown) Object.assign(unit, { doubt: Math.max(unit.doubt, 0.25), compound: base });
      const isSide = isAffix(text) || isWish({ base: text, ending: '' });
      return isSide ? { ...unit, isOptional: true, weight: share.wish } : unit;
    });
  }

  private addGroup(
    group: WordGroup,
    label: string,
    weight: number,
    alternatives: Alternative[],
    places: Map<string, number>,
  ): void {
    const [name = ''] = group.words;
    const isName = squeeze(name) === squeeze(label);
    if (group.place) places.set(group.place, Math.max(places.get(group.place) ?? 0, isName ? 1 : weight));
    const page = group.place && this.vocabulary.pageOf(group.words);
    if (page) places.set(page, 1);
    for (const word of group.words) {
      if (!group.place) this.addPlaces(word, places);
      const form = normalize(word);
      if (alternatives.some(known => squeeze(known.label) === squeeze(form))) continue;
      for (const found of this.forms.of(form, false))
        alternatives.push({ ...found, how: 'synonym', weight: weight * found.weight });
    }
  }

  /** An everyday word that stands for a term leads to the place of the term, less surely. */
  private addPlaces(word: string, places: Map<string, number>): void {
    for (const { place } of this.vocabulary.groups(word))
      if (place && !places.has(place)) places.set(place, 0.5);
  }
}
