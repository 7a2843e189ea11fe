import { hole, holes, type ShellProblem, type Word } from './word.ts';

/** A place in a script, moved forward by whoever reads. */
export interface Cursor {
  readonly text: string;
  position: number;
  readonly problems: ShellProblem[];
  /** Parts in `$(...)` and backquotes, still to be parsed: text and where each of its characters stands. */
  readonly nested: { text: string; at: readonly number[] }[];
}

/** Ends a word when it is not quoted. Only ASCII blanks do: a full-width space is a letter to a shell. */
const wordEnd = /[ \t\r\n;&|()<>]/;
/** A stand-in in angle brackets, which a shell would take for two redirections. */
const placeholder = /<[\p{L}_][\p{L}\p{N}_ ./:|-]*>(?=[\s/:,.;)'"|&_-]|$)/uy;
const parameter = /\$(?:[A-Za-z_]\w*|[0-9@*#?$!-])/y;
const braces = /\{[^\s{}'"]*(?:,|\.\.)[^\s{}'"]*\}/y;

/** Reads one word. The cursor must stand on its first character. */
export function readWord(cursor: Cursor): Word {
  const start = cursor.position;
  const draft: Draft = { text: '', at: [], until: start, bare: true, glob: false };
  while (cursor.position < cursor.text.length) {
    const { position } = cursor;
    const character = cursor.text[position] ?? '';
    if (character === '<' && skipMatch(cursor, placeholder)) addHole(cursor, draft, position);
    else if (
      /[<>]/.test(character) &&
      cursor.text[cursor.position + 1] === '(' &&
      cursor.position === start
    ) {
      cursor.position++;
      readParentheses(cursor, draft);
    } else if (wordEnd.test(character)) break;
    else readPart(cursor, draft, character);
  }
  const { until, ...word } = draft;
  return { ...word, at: [...draft.at, until], start, end: cursor.position };
}

/** Is there a word here (and not an operator)? */
export function startsWord({ text, position }: Cursor): boolean {
  const character = text[position];
  if (character === undefined) return false;
  if (/[<>]/.test(character) && text[position + 1] === '(') return true;
  placeholder.lastIndex = position;
  return !wordEnd.test(character) || (character === '<' && placeholder.test(text));
}

interface Draft {
  text: string;
  at: number[];
  /** Where its last character ends. */
  until: number;
  bare: boolean;
  glob: boolean;
}

function readPart(cursor: Cursor, draft: Draft, character: string): void {
  const { text, position } = cursor;
  if (character === '\\') {
    draft.bare = false;
    const next = text.startsWith('\r\n', position + 1) ? '\r\n' : (text[position + 1] ?? '');
    if (!/^\r?\n$/.test(next)) add(draft, next, position, 1 + next.length);
    cursor.position += 1 + next.length;
  } else if (character === "'") readSingle(cursor, draft);
  else if (character === '"') readDouble(cursor, draft);
  else if (character === '$' && /['"]/.test(text[position + 1] ?? '')) cursor.position++;
  else if (character === '$' || character === '`') readExpansion(cursor, draft);
  else if (character === '{' && skipMatch(cursor, braces)) addHole(cursor, draft, position);
  else {
    if (/[*?[]/.test(character)) draft.glob = true;
    add(draft, character, position);
    cursor.position++;
  }
}

function readSingle(cursor: Cursor, draft: Draft): void {
  draft.bare = false;
  const start = cursor.position;
  const close = cursor.text.indexOf("'", start + 1);
  const end = close < 0 ? cursor.text.length : close;
  if (close < 0) unclosed(cursor, start, "'");
  for (let index = start + 1; index < end; index++) add(draft, cursor.text[index] ?? '', index);
  cursor.position = Math.min(end + 1, cursor.text.length);
}

function readDouble(cursor: Cursor, draft: Draft): void {
  draft.bare = false;
  const start = cursor.position++;
  for (;;) {
    const { text, position } = cursor;
    const character = text[position];
    if (character === undefined) unclosed(cursor, start, '"');
    if (character === undefined || character === '"') break;
    if (character === '\\' && /["\\$`]/.test(text[position + 1] ?? '')) {
      add(draft, text[position + 1] ?? '', position, 2);
      cursor.position += 2;
    } else if (character === '\\' && text[position + 1] === '\n') cursor.position += 2;
    else if (character === '$' || character === '`') readExpansion(cursor, draft);
    else {
      add(draft, character, position);
      cursor.position++;
    }
  }
  cursor.position = Math.min(cursor.position + 1, cursor.text.length);
}

/** `$NAME`, `${NAME}`, `$(command)`, `$((1 + 1))` or a command in backquotes: all become a hole. */
function readExpansion(cursor: Cursor, draft: Draft): void {
  const { text, position } = cursor;
  if (text[position] === '`') {
    const close = text.indexOf('`', position + 1);
    const end = close < 0 ? text.length : close;
    if (close < 0) unclosed(cursor, position, '`');
    pushNested(cursor, position + 1, end);
    cursor.position = Math.min(end + 1, text.length);
    addHole(cursor, draft, position);
  } else if (text[position + 1] === '(') {
    cursor.position++;
    readParentheses(cursor, draft);
  } else if (text[position + 1] === '{') {
    const close = closing(text, position + 1, '{', '}');
    cursor.position = close < 0 ? text.length : close + 1;
    if (close < 0) unclosed(cursor, position, '${');
    addHole(cursor, draft, position, kindOf(text.slice(position, cursor.position)));
  } else if (skipMatch(cursor, parameter))
    addHole(cursor, draft, position, kindOf(text.slice(position, cursor.position)));
  else {
    add(draft, '$', position);
    cursor.position++;
  }
}

/** Arrays, and variables that are named after options, hold any number of words. */
const kindOf = (expansion: string): string => (/[@*]|flags|opt|args/i.test(expansion) ? holes : hole);

/** The cursor stands on the opening parenthesis. */
function readParentheses(cursor: Cursor, draft: Draft): void {
  const { text, position } = cursor;
  const close = closing(text, position, '(', ')');
  const end = close < 0 ? text.length : close;
  if (close < 0) unclosed(cursor, position, '(');
  if (text[position + 1] !== '(') pushNested(cursor, position + 1, end);
  cursor.position = Math.min(end + 1, text.length);
  addHole(cursor, draft, position);
}

/** Where the bracket at `from` closes; quotes and backslashes hide brackets. -1 when it does not. */
export function closing(text: string, from: number, open: string, close: string): number {
  let depth = 0;
  let quote = '';
  for (let index = from; index < text.length; index++) {
    const character = text[index] ?? '';
    if (character === '\\' && quote !== "'") index++;
    else if (quote) quote = character === quote ? '' : quote;
    else if (character === "'" || character === '"') quote = character;
    else if (character === open) depth++;
    else if (character === close && --depth === 0) return index;
  }
  return -1;
}

function pushNested(cursor: Cursor, from: number, to: number): void {
  const at = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  cursor.nested.push({ text: cursor.text.slice(from, to), at });
}

function add(draft: Draft, characters: string, position: number, length = 1): void {
  draft.until = position + length;
  for (const character of characters.split('')) {
    draft.text += character;
    draft.at.push(position);
  }
}

function addHole(cursor: Cursor, draft: Draft, position: number, kind: string = hole): void {
  draft.until = cursor.position;
  draft.text += kind;
  draft.at.push(position);
}

function skipMatch(cursor: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.position;
  const [found] = pattern.exec(cursor.text) ?? [];
  cursor.position += found?.length ?? 0;
  return found !== undefined;
}

function unclosed(cursor: Cursor, start: number, found: string): void {
  cursor.problems.push({ kind: 'quote', start, end: start + found.length, found, instead: '' });
}
