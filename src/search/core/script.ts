/** The scripts a query is cut by. Cutting never depends on the browser's own dictionary, which differs from browser to browser. */
export type Script = 'latin' | 'katakana' | 'kanji' | 'hiragana';

export interface Run {
  script: Script;
  text: string;
}

/** ー belongs to kana and 々 to kanji, which `\p{Script}` does not say. */
const runPattern = /([a-z0-9]+)|([ァ-ヺー]+)|([一-鿿々〆ヶ]+)|([ぁ-ゟ]+)/g;

/** Normalised text as runs of one script; punctuation and blanks only separate. */
export function runsOf(text: string): Run[] {
  return Array.from(text.matchAll(runPattern), ([all, latin, katakana, kanji]) => ({
    script: latin ? 'latin' : katakana ? 'katakana' : kanji ? 'kanji' : 'hiragana',
    text: all,
  }));
}

const particles = new Set(
  'の を が は に へ と で も や か から まで より には では とは への での という として について における によって ので のに ても だけ など って'.split(
    ' ',
  ),
);

/** Ends of verbs and what follows them: it carries no meaning for a search. */
const tail =
  /^(する|して|した|しない|しません|します|される|され|された|させる|でき|ない|ません|ます|です|てい|たい|とき|こと|もの|ため|なる|なった|なら|れる|せる|てみ|か$|たら|れば|てくだ|ください|がほしい)/;

/** Letters between two kanji that belong to a word: 振り分け, 書き換え. */
const okurigana = /^[きけりえれしいみちせめ]$/;

/**
 * A run of Japanese as the words that carry meaning: 「ノードが落ちたとき」 gives ノード and 落ちた.
 * @param text A run of kana and kanji without blanks or punctuation.
 */
export function contentChunks(text: string): string[] {
  const runs = runsOf(text);
  if (runs.every(({ script }) => script === 'hiragana')) return [text];
  const chunks: string[] = [];
  let chunk = '';
  const close = () => {
    if (chunk) chunks.push(chunk);
    chunk = '';
  };
  for (const [index, { script, text: part }] of runs.entries()) {
    if (script !== 'hiragana') {
      chunk += part;
      continue;
    }
    const before = runs[index - 1];
    const isBetween = index < runs.length - 1;
    if (!before || particles.has(part) || tail.test(part)) close();
    else if (isBetween && okurigana.test(part)) chunk += part;
    else {
      if (before.script === 'kanji') chunk += verbStem(part);
      close();
    }
  }
  close();
  return chunks;
}

/** The letters of a verb's end that stay when it is inflected: かない of 動かない gives か. */
function verbStem(ending: string): string {
  const word = ending.replace(/(のは|には|では|から|まで|とき|こと|[のをがはにへとでも])$/, '');
  return word.slice(0, 1);
}

/** What stays of a word in hiragana when it is inflected: つながらない gives つなが. */
export function hiraganaStem(word: string): string {
  const stem = word.replace(
    /(らない|りません|りました|ります|れない|れます|ません|ました|ます|ない|った|って|らず|る|た|て|う|い|り)$/,
    '',
  );
  return stem.length >= 2 ? stem : word;
}

/** Words that a Latin query has only for its grammar. */
export const latinStop = new Set('the a an of to in is are for and or on with not do does how what'.split(' '));
