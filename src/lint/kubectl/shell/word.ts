/** Stands in a word's text for a part that only a running shell knows: `$NAME`, `$(...)`, `<placeholder>`. */
export const hole = '\uFFFC';

/** Stands for any number of words, flags perhaps among them: `"$@"`, `"${flags[@]}"`, `$OPTIONS`. */
export const holes = '\uFFFB';

/** One word of a command line, after the shell took quotes and backslashes away. */
export interface Word {
  text: string;
  /** Where the word stands in the script, quotes included. */
  start: number;
  end: number;
  /** Where each character of `text` stands in the script; one more entry for the end. */
  at: readonly number[];
  /** Nothing in the word was quoted or escaped. */
  bare: boolean;
  /** An unquoted `*`, `?` or `[` may turn it into several words. */
  glob: boolean;
}

/** A redirection such as `> file`, `2>&1` or `<<EOF`. */
export interface Redirect {
  operator: string;
  target: Word | undefined;
}

/** One program with its arguments. Assignments in front of it and wrappers such as `sudo` are gone. */
export interface Command {
  program: Word;
  args: readonly Word[];
  redirects: readonly Redirect[];
  /** More arguments follow that nobody can see (`xargs kubectl delete`). */
  open: boolean;
}

/** Something that the shell itself would trip over. */
export interface ShellProblem {
  kind: 'quote' | 'typography';
  start: number;
  end: number;
  /** The offending characters, and what to write instead. */
  found: string;
  instead: string;
}

export interface Script {
  commands: Command[];
  /** All words that reach a program, wrappers and assignments included. */
  words: Word[];
  /** Names of files that redirections write. */
  written: Word[];
  problems: ShellProblem[];
}

/** The part of a word from one character to another, as a word of its own. */
export function slice(word: Word, from: number, to: number = word.text.length): Word {
  const at = word.at.slice(from, to + 1);
  return {
    ...word,
    text: word.text.slice(from, to),
    at,
    start: at[0] ?? word.end,
    end: at.at(-1) ?? word.end,
  };
}

export const hasHole = ({ text }: Word): boolean => text.includes(hole) || text.includes(holes);

/** The words in it are unknown, and so is their number. */
export const isMany = ({ text }: Word): boolean => text === holes || /^(\.{3}|…|\[.*\])$/.test(text);

/** A text as a reader may see it, without the characters that stand for unknown parts. */
export const readable = (text: string): string => text.replaceAll(hole, '…').replaceAll(holes, '…');
