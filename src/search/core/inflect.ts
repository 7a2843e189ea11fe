/**
 * What the forms of a Japanese verb, adjective or する noun have in common, so that 「戻したい」 finds 戻す and 「起動しません」
 * finds 起動しない. No dictionary: kanji, the row of the first kana after them, and whether the form denies.
 */

/** A word and the hiragana that stand after it. */
export interface Inflected {
  /** Kanji and katakana, with kana between kanji: 書き換. */
  base: string;
  /** The hiragana that belong to the word: えたい. Empty for a noun. */
  ending: string;
  /** 〜ない, 〜ません, 〜ず, also of what is said about a noun: 宛先がない. */
  isNegative: boolean;
  /** What stands after the particle that ends a noun, if it may be a word. */
  rest: string;
}

/** Letters that the forms of one verb share after its kanji. The vowels count as one row with わ: 使わない, 使う. */
const rows = [
  'かきくけこ',
  'がぎぐげご',
  'さしすせそ',
  'たちつてと',
  'なにぬねの',
  'ばびぶべぼ',
  'まみむめも',
  'らりるれろ',
  'わいうえおあ',
  'やゆよ',
];
const eRow = /^[けげせてねべめれえ]/;

/** Rows that a first kana may stand for when it is the changed one of 動いて, 減って, 読んで. */
const changed: Record<string, string> = { い: 'かがわ', っ: 'たらわ', ん: 'まばな' };

/** Endings that stand right after the kanji of verbs such as 見る and 出る. */
const bare = /^(る|た|て|な[いかくけ]|ま[すし]|ません|ず|よう|られ|させ|れば)/;

const negative = /な(い|か|く|け|し)|ません|ずに?$|ずに|ぬ$/;

/** する, できる and what makes a noun a verb or ends a sentence. */
const nounTail =
  /^(する|して|した|しま|しな|しよ|しず|せず|すれ|すべ|され|させ|でき|です|でし|だっ|だと|だけ|なる|なっ|なら|ない|なし|あり|ある|って|とき|こと|もの|ため|ください|がほし)/;

/** Particles that end a noun, the longest first. か is none here: it is the end of 動かない far more often. */
const particle =
  /^(について|における|によって|に対して|として|ための|からの|までの|での|への|との|なの|には|では|とは|のは|のに|ので|から|まで|より|ても|でも|など|だけ|の|を|が|は|に|へ|と|で|も|や|な)/;

/** Verbs whose kana after the kanji look like a particle: 上がる, 落とす, 増やす. */
const likeParticle = /^(が[らりるれっ]|と[さしすせそ]|や[さしすせそ]|に[ぎげ]|の[ばびぼ])/;

/** Takes apart a word and the hiragana after it. */
export function inflected(base: string, kana: string): Inflected {
  const isNegative = negative.test(kana);
  const isVerb = /[一-鿿々]$/.test(base) && kana !== '' && isVerbEnding(base, kana);
  if (isVerb) return { base, ending: kana, isNegative, rest: '' };
  const rest = nounTail.test(kana) ? '' : kana.replace(particle, '').replace(particle, '');
  return { base, ending: '', isNegative, rest: rest === kana || nounTail.test(rest) ? '' : rest };
}

function isVerbEnding(base: string, kana: string): boolean {
  if (/^な(?![いかくけ])/.test(kana) && /[一-鿿々]{2}$/.test(base)) return false;
  if (likeParticle.test(kana)) return true;
  if (particle.test(kana)) return false;
  return !(nounTail.test(kana) && (/[一-鿿々ァ-ヺー]{2}$/.test(base) || !/^[しさせすな]/.test(kana)));
}

/** By these keys forms of one word are the same: 止まった and 止まらない share 止 and the row of ま, but not the denial. */
export function wordKeys({ base, ending, isNegative }: Omit<Inflected, 'rest'>): string[] {
  const mark = isNegative ? '!' : '';
  if (!ending) return [base + mark];
  const first = ending[0] ?? '';
  const kind = eRow.test(ending) ? 'え' : '';
  const letters = [...(changed[first] ?? ''), first];
  const keys = letters.flatMap(letter => {
    const row = rows.find(list => list.includes(letter));
    return row ? [`${base}/${row[0]}${letter === first ? kind : ''}${mark}`] : [];
  });
  return bare.test(ending) ? [...keys, `${base}/${mark}`] : keys;
}

/** What stays of a word in hiragana when it is inflected: つながらない gives つなが. */
export function hiraganaStem(word: string): string {
  const stem = word.replace(
    /(らない|りません|りました|ります|れない|れます|ません|ました|ます|ない|った|って|らず|たい|る|た|て|う|い|り)$/,
    '',
  );
  return stem.length >= 2 ? stem : word;
}

/** The keys of a word as it is written in a list: 足りない, 起動しない, つながる. */
export function keysOfWord(word: string): string[] {
  if (/^[ぁ-ゟー]+$/.test(word)) return [hiraganaStem(word) + (negative.test(word) ? '!' : '')];
  const match = /^(.*[一-鿿々ァ-ヺー])([ぁ-ゟ]*)$/.exec(word);
  return match ? wordKeys(inflected(match[1] ?? '', match[2] ?? '')) : [];
}
