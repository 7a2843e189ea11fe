import { hasHole, isMany, slice, type Word } from './shell/word.ts';
import type { CommandNode, Flag, Program } from './table.ts';

/** A flag as it was used. */
export interface UsedFlag {
  flag: Flag;
  /** The part of the command line that names it: `--output`, or the letter in `-it`. */
  name: Word;
  /** Its value: after `=`, glued to the letter, or the next word. */
  value: Word | undefined;
}

/** What the flag parser refuses. `name` is without dashes. */
export interface FlagIssue {
  kind: 'unknown-flag' | 'unknown-letter' | 'no-value' | 'syntax';
  name: string;
  word: Word;
  /** The whole word as typed: `-it` for a letter in it. */
  typed: Word;
  /** How many plain words came before it. */
  after: number;
}

/** A command line as cobra and pflag read it. */
export interface Invocation {
  program: Program;
  node: CommandNode;
  /** The words that name the command: `create`, `deployment`. */
  commandWords: readonly Word[];
  flags: readonly UsedFlag[];
  /** Plain words, those after `--` included. */
  plain: readonly Word[];
  /** How many plain words stand before `--`; undefined when there is no `--`. */
  dashAt: number | undefined;
  issues: readonly FlagIssue[];
  /** A stand-in may hide more words or flags, so nothing can be said to be missing. */
  partial: boolean;
  /** `--help` was asked for: nothing else happens. */
  help: boolean;
}

/** Finds the command and reads its flags, with the rules of cobra's `Find` and pflag's `Parse`. */
export function resolve(program: Program, args: readonly Word[], open: boolean): Invocation {
  const found = findCommand(program, program.root, args, []);
  return { program, ...found, ...parseFlags(program, found.node, found.rest, open) };
}

type Found = Pick<Invocation, 'node' | 'commandWords'> & { rest: readonly Word[] };

/** Goes down the tree: the first word that is neither a flag nor a flag's value names the next command. */
function findCommand(
  program: Program,
  node: CommandNode,
  args: readonly Word[],
  above: readonly Word[],
): Found {
  const index = firstPlain(program, node, args);
  const word = args[index];
  const child = word && node.children.get(word.text);
  if (!child) return { node, commandWords: above, rest: args };
  const rest = args.filter((_, position) => position !== index);
  return findCommand(program, child, rest, [...above, word]);
}

/** Where the first plain word stands; -1 when there is none. A flag it does not know takes the next word along, even `-h`. */
function firstPlain(program: Program, node: CommandNode, args: readonly Word[]): number {
  for (let index = 0; index < args.length; index++) {
    const word = args[index];
    if (!word || word.text === '--') return -1;
    const { text } = word;
    if (!text.startsWith('-')) {
      if (text && !isMany(word)) return index;
    } else if (!text.includes('=')) {
      const long = text.startsWith('--');
      const flag = long ? longFlag(program, node, text.slice(2)) : shortFlag(program, node, text.slice(1));
      if ((long || text.length === 2) && !flag?.optional) index++;
    }
  }
  return -1;
}

type Parsed = Pick<Invocation, 'flags' | 'plain' | 'dashAt' | 'issues' | 'partial' | 'help'>;

function parseFlags(program: Program, node: CommandNode, words: readonly Word[], open: boolean): Parsed {
  const flags: UsedFlag[] = [];
  const plain: Word[] = [];
  const issues: FlagIssue[] = [];
  const parsed: Parsed = { flags, plain, dashAt: undefined, issues, partial: open, help: false };
  const queue = [...words];
  const issue = (kind: FlagIssue['kind'], name: string, word: Word, typed: Word) =>
    issues.push({ kind, name, word, typed, after: plain.length });
  /** A value from the next word, for a flag that needs one. */
  const use = (flag: Flag, name: Word, value: Word | undefined) => {
    const needed = value ?? (flag.optional ? undefined : queue.shift());
    if (!needed && !flag.optional) {
      if (!open) issue('no-value', flag.name, name, name);
    } else flags.push({ flag, name, value: needed });
  };
  for (let word = queue.shift(); word; word = queue.shift()) {
    const { text } = word;
    if (text === '--') {
      parsed.dashAt = plain.length;
      plain.push(...queue.splice(0));
    } else if (!text.startsWith('-') || text === '-') {
      parsed.partial ||= isMany(word) || (word.bare && hasHole(word));
      if (!isMany(word)) plain.push(word);
    } else if (text.startsWith('--')) parseLong(word);
    else parseShort(word);
  }
  return parsed;

  function parseLong(word: Word): void {
    const equals = word.text.indexOf('=');
    const end = equals < 0 ? word.text.length : equals;
    const name = word.text.slice(2, end);
    const flag = longFlag(program, node, name);
    if (flag) use(flag, slice(word, 0, end), equals < 0 ? undefined : slice(word, equals + 1));
    else if (name === 'help') parsed.help = true;
    else if (/^[-=]|^$/.test(word.text.slice(2))) issue('syntax', name, word, word);
    else if (hasHole(word)) parsed.partial = true;
    else issue('unknown-flag', name, slice(word, 0, end), word);
  }

  function parseShort(word: Word): void {
    for (let index = 1; index < word.text.length; index++) {
      const letter = slice(word, index, index + 1);
      const flag = shortFlag(program, node, letter.text);
      // In `-W` the dash belongs to the name; in `-itW` the letter stands alone.
      const named = index === 1 ? slice(word, 0, 2) : letter;
      const rest = word.text.slice(index + 1);
      if (!flag) {
        if (letter.text === 'h') parsed.help = true;
        else if (hasHole(letter)) parsed.partial = true;
        else issue('unknown-letter', letter.text, named, word);
        if (letter.text !== 'h') return;
      } else if (flag.optional && !(rest.length > 1 && rest.startsWith('='))) use(flag, named, undefined);
      else {
        // A value after the letter, with `=` before it or not; without one, `use` takes the next word.
        const from = index + 1 + (rest.length > 1 && rest.startsWith('=') ? 1 : 0);
        use(flag, named, rest ? slice(word, from) : undefined);
        return;
      }
    }
  }
}

/** kubectl reads `_` in a flag's name as `-`. */
function longFlag({ global }: Program, node: CommandNode, name: string): Flag | undefined {
  const normal = name.replaceAll('_', '-');
  return node.flags.get(normal) ?? global.get(normal);
}

function shortFlag({ global }: Program, node: CommandNode, letter: string): Flag | undefined {
  if (!/^\w$/.test(letter)) return undefined;
  for (const flags of [node.flags, global])
    for (const flag of flags.values()) if (flag.short === letter) return flag;
  return undefined;
}
