import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lintCommand, writtenFiles } from '../../../src/lint/kubectl/index.ts';
import { parseScript } from '../../../src/lint/kubectl/shell/parse.ts';

const commands = readFileSync(new URL('../../fixtures/kubectl/commands.txt', import.meta.url), 'utf8')
  .split('\n')
  .flatMap(line => line.split('\t')[1] ?? []);
const pieces = [
  ...[
    ' ',
    '  ',
    '\n',
    '\r\n',
    '\\\n',
    '\t',
    '|',
    '||',
    '&&',
    ';',
    '&',
    '>',
    '>>',
    '<',
    '<<EOF',
    '2>&1',
    '(',
    ')',
    '{',
    '}',
  ],
  ...[
    "'",
    '"',
    '`',
    '$',
    '$(',
    '${',
    '$((',
    '\\',
    '#',
    '=',
    '-',
    '--',
    '--=',
    '---',
    '-=',
    '*',
    '?',
    '[',
    ']',
    '!',
    '~',
    '%',
    '{{',
    '}}',
  ],
  ...[
    'kubectl',
    'get',
    'exec',
    'pods',
    'sh -c',
    'watch',
    'xargs',
    'sudo',
    '-o',
    '-l',
    '--dry-run',
    '--',
    '-n',
    'jsonpath={',
    '<pod>',
    '…',
    '...',
  ],
  ...[
    '　',
    '“',
    '–',
    '😀',
    '\u0000',
    '\uFFFC',
    '\uFFFB',
    '\uD800',
    '__proto__',
    'constructor',
    'toString',
    'あ',
    'e\u0301',
    '\uFEFF',
  ],
];

/** A small generator of pseudo-random numbers, so that a failure can be repeated. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return below => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

/** A fixture's command with random pieces put in and cut out, or random pieces alone. */
function scramble(next: (below: number) => number): string {
  let text = next(3) > 0 ? (commands[next(commands.length)] ?? '') : '';
  for (let edits = 1 + next(12); edits > 0; edits--) {
    const at = next(text.length + 1);
    const cut = next(4) === 0 ? next(6) : 0;
    text = text.slice(0, at) + (pieces[next(pieces.length)] ?? '') + text.slice(at + cut);
  }
  return text;
}

test.each([1, 2, 3, 4])('any text gets findings inside it, in order, each once (seed %i)', seed => {
  const next = numbers(seed);
  for (let round = 0; round < 2_000; round++) {
    const text = scramble(next);
    const findings = lintCommand(text, { k8s: '1.36', locale: next(2) ? 'ja' : 'en', files: ['a/b.yaml'] });
    let before = -1;
    const lines = text.split('\n');
    for (const { start, end, line, column, endLine, endColumn, message } of findings) {
      const place = JSON.stringify({ text, start, end });
      expect(start, place).toBeGreaterThanOrEqual(Math.max(before, 0));
      expect(end, place).toBeGreaterThanOrEqual(start);
      expect(end, place).toBeLessThanOrEqual(text.length);
      const offset = (row: number, col: number) =>
        lines.slice(0, row - 1).reduce((sum, each) => sum + each.length + 1, 0) + col - 1;
      expect([offset(line, column), offset(endLine, endColumn)], place).toEqual([start, end]);
      expect(message, place).not.toMatch(/undefined|\[object|\uFFFC|\uFFFB/);
      before = start;
    }
    expect(lintCommand(text, { k8s: '1.36', locale: 'ja' })).toEqual(
      lintCommand(text, { k8s: '1.36', locale: 'ja' }),
    );
  }
});

test.each([1, 2])('words stand where they say (seed %i)', seed => {
  const next = numbers(seed * 77);
  for (let round = 0; round < 2_000; round++) {
    const text = scramble(next);
    for (const word of parseScript(text).words) {
      expect(word.at).toHaveLength(word.text.length + 1);
      expect(word.at.every((at, index) => at >= (word.at[index - 1] ?? word.start))).toBe(true);
      for (const [index, character] of [...word.text].entries())
        if (word.bare && !/[\uFFFB\uFFFC\uD800-\uDFFF]/.test(word.text))
          expect(text[word.at[index] ?? -1]).toBe(character);
    }
  }
});

test.each([
  { name: 'unclosed substitutions', text: '$('.repeat(20_000) },
  { name: 'closed substitutions', text: '$('.repeat(2_000) + ')'.repeat(2_000) },
  { name: 'quotes', text: '"\'`'.repeat(20_000) },
  { name: 'backslashes', text: '\\'.repeat(60_000) },
  { name: 'flags', text: `kubectl get ${'--x '.repeat(15_000)}` },
  { name: 'letters', text: `kubectl get -${'w'.repeat(60_000)}` },
  { name: 'words', text: `kubectl get ${'a,'.repeat(30_000)}` },
  { name: 'commands', text: 'kubectl get pod -W\n'.repeat(3_000) },
  { name: 'heredocs', text: 'a <<E '.repeat(10_000) },
  { name: 'sh -c in sh -c', text: `${'sh -c "'.repeat(500)}x` },
  { name: 'placeholders', text: '<a'.repeat(30_000) },
  { name: 'braces', text: '{a,'.repeat(20_000) },
  { name: 'template braces', text: `kubectl get po --template='${'{{if x}}'.repeat(8_000)}'` },
  { name: 'a text of ten megabytes', text: 'kubectl get pod -W '.repeat(550_000) },
])('$name take less than two seconds', ({ text }) => {
  const before = performance.now();
  expect(lintCommand(text, { k8s: '1.36', locale: 'ja', files: [] }).length).toBeLessThanOrEqual(100);
  expect(performance.now() - before).toBeLessThan(2_000);
});

test.each(['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty'])(
  '%s is a word like any other',
  word => {
    for (const text of [
      word,
      `kubectl ${word}`,
      `kubectl get ${word}`,
      `kubectl get ${word}/a`,
      `kubectl explain ${word}`,
      `kubectl get pods --${word}=1`,
      `kubectl get pods -o ${word}`,
      `kubectl create ${word} a`,
      `kind ${word}`,
      `docker ${word}`,
      `sudo ${word} a`,
    ]) {
      expect(lintCommand(text, { k8s: '1.36', locale: 'ja', files: [word] })).toEqual(expect.any(Array));
      expect(writtenFiles(text)).toEqual([]);
    }
  },
);
