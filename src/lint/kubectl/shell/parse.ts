import { commandOf } from './command.ts';
import { type Cursor, readWord, startsWord } from './reader.ts';
import { checkTypography } from './typography.ts';
import type { Redirect, Script, Word } from './word.ts';

/** Longer texts are not commands that a person types. */
export const longestScript = 65_536;
/** `$(...)` inside `$(...)`, at most this deep. */
const deepest = 12;

const operators = [
  '&>>',
  '<<<',
  '<<-',
  '&&',
  '||',
  '|&',
  ';;',
  '>>',
  '>|',
  '>&',
  '<<',
  '<>',
  '<&',
  '&>',
  ';',
  '&',
  '|',
  '(',
  ')',
  '>',
  '<',
];
/** A prompt that was copied along: `$ `, `user@host:~$ `. `#` starts a comment instead. */
const prompt = /[ \t]*(?:[\w.-]+@[\w.-]+[: ][\w~/.-]*)?[$%❯➜][ \t]+(?=\S)/y;

/** Splits a shell script into commands. Never throws; what the shell would refuse becomes a problem. */
export function parseScript(text: string): Script {
  const script: Script = { commands: [], words: [], written: [], problems: [] };
  if (text.length > longestScript) return script;
  parseInto(script, text, undefined, 0);
  script.commands.sort((a, b) => a.program.start - b.program.start);
  script.problems.push(...script.words.flatMap(checkTypography));
  return script;
}

/** Words, redirections and heredocs of the simple command being read. */
interface Pending {
  words: Word[];
  redirects: Redirect[];
}

/** Parses a text whose characters stand at `at` in the script (undefined: the text is the script). */
function parseInto(script: Script, text: string, at: readonly number[] | undefined, depth: number): void {
  const cursor: Cursor = { text, position: 0, problems: [], nested: [] };
  const place = (word: Word): Word =>
    at
      ? {
          ...word,
          at: word.at.map(index => at[index] ?? 0),
          start: at[word.start] ?? 0,
          end: at[word.end] ?? 0,
        }
      : word;
  const heredocs: { end: string; indented: boolean }[] = [];
  let pending: Pending = { words: [], redirects: [] };
  const finish = () => {
    const { words, redirects } = pending;
    pending = { words: [], redirects: [] };
    script.words.push(...words, ...redirects.flatMap(({ target }) => target ?? []));
    script.written.push(
      ...redirects.flatMap(({ operator, target }) => (operator.includes('>') && target ? [target] : [])),
    );
    const found = commandOf(words, redirects);
    if (found && 'script' in found) {
      if (depth < deepest) parseInto(script, found.script.text, found.script.at, depth + 1);
    } else if (found) script.commands.push(found);
  };
  skipPrompt(cursor);
  while (skipBlanks(cursor)) {
    const character = text[cursor.position] ?? '';
    if (character === '#') skipLine(cursor);
    else if (character === '\n' || character === '\r') {
      finish();
      cursor.position++;
      if (character === '\n') for (const heredoc of heredocs.splice(0)) skipHeredoc(cursor, heredoc);
      skipPrompt(cursor);
    } else {
      const redirect = readRedirect(cursor);
      if (redirect) {
        pending.redirects.push({ ...redirect, target: redirect.target && place(redirect.target) });
        if (/^<<-?$/.test(redirect.operator) && redirect.target)
          heredocs.push({ end: redirect.target.text, indented: redirect.operator === '<<-' });
      } else if (startsWord(cursor)) pending.words.push(place(readWord(cursor)));
      else {
        finish();
        cursor.position += operatorAt(cursor).length || 1;
      }
    }
  }
  finish();
  for (const problem of cursor.problems)
    script.problems.push({
      ...problem,
      start: at?.[problem.start] ?? problem.start,
      end: at?.[problem.end] ?? problem.end,
    });
  if (depth < deepest)
    for (const part of cursor.nested)
      parseInto(script, part.text, at ? part.at.map(index => at[index] ?? 0) : part.at, depth + 1);
}

/** Skips spaces and continued lines. False at the end of the text. */
function skipBlanks(cursor: Cursor): boolean {
  const blanks = /(?:[ \t]|\\\r?\n)*/y;
  blanks.lastIndex = cursor.position;
  cursor.position += blanks.exec(cursor.text)?.[0].length ?? 0;
  return cursor.position < cursor.text.length;
}

function skipPrompt(cursor: Cursor): void {
  prompt.lastIndex = cursor.position;
  cursor.position += prompt.exec(cursor.text)?.[0].length ?? 0;
}

function skipLine(cursor: Cursor): void {
  const end = cursor.text.indexOf('\n', cursor.position);
  cursor.position = end < 0 ? cursor.text.length : end;
}

function skipHeredoc(cursor: Cursor, { end, indented }: { end: string; indented: boolean }): void {
  while (cursor.position < cursor.text.length) {
    const start = cursor.position;
    skipLine(cursor);
    const line = cursor.text.slice(start, cursor.position).replace(/\r$/, '');
    cursor.position++;
    if ((indented ? line.replace(/^\t+/, '') : line) === end) return;
  }
}

function operatorAt({ text, position }: Cursor): string {
  return operators.find(operator => text.startsWith(operator, position)) ?? '';
}

/** Reads `2>&1`, `> file`, `<<EOF`; undefined (and nothing read) when there is none here. */
function readRedirect(cursor: Cursor): Redirect | undefined {
  const start = cursor.position;
  const digits = /\d*/y;
  digits.lastIndex = start;
  const number = digits.exec(cursor.text)?.[0] ?? '';
  cursor.position += number.length;
  const operator = operatorAt(cursor);
  const isWord = (!number && startsWord(cursor)) || !/[<>]/.test(operator);
  if (isWord) {
    cursor.position = start;
    return undefined;
  }
  cursor.position += operator.length;
  if (!skipBlanks(cursor) || !startsWord(cursor)) return { operator, target: undefined };
  const target = readWord(cursor);
  return { operator, target: /^[<>]&$/.test(operator) && /^(\d+|-)$/.test(target.text) ? undefined : target };
}
