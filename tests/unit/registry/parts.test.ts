import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { commandPieces } from '../../../src/registry/command-files.ts';
import { diffLines } from '../../../src/registry/diff.ts';
import { documentLines } from '../../../src/registry/parts.ts';

describe('documents of a file', () => {
  test.each([
    ['one', 'a: 1\n', [[1, 1]]],
    [
      'two',
      'a: 1\n---\nb: 2\nc: 3\n',
      [
        [1, 1],
        [3, 4],
      ],
    ],
    ['separators at both ends', '---\na: 1\n---\n', [[2, 2]]],
    ['a comment before the first is not a document', '# note\n---\na: 1\n', [[3, 3]]],
    [
      'a comment belongs to its document',
      '# note\na: 1\n---\n# more\nb: 2\n',
      [
        [1, 2],
        [4, 5],
      ],
    ],
    ['an indented --- is text', 'a: |\n  ---\n  x\n', [[1, 3]]],
  ])('%s', (_name, text, expected) => {
    expect(documentLines(text).map(({ first, last }) => [first, last])).toEqual(expected);
  });
});

describe('files of a command', () => {
  const known = new Set(['services/clusterip.yaml', 'services/nodeport.yaml']);
  const marked = (command: string) =>
    commandPieces(command, path => known.has(path))
      .map(({ text, file }) => (file ? `<${text}>` : text))
      .join('');

  test.each([
    ['kubectl apply -f services/clusterip.yaml', 'kubectl apply -f <services/clusterip.yaml>'],
    [
      'kubectl apply --filename=services/clusterip.yaml',
      'kubectl apply --filename=<services/clusterip.yaml>',
    ],
    [
      'kubectl delete -f services/clusterip.yaml,services/nodeport.yaml --wait',
      'kubectl delete -f <services/clusterip.yaml>,<services/nodeport.yaml> --wait',
    ],
    [
      'kubectl apply \\\n  -f services/clusterip.yaml \\\n  -f services/nodeport.yaml',
      'kubectl apply \\\n  -f <services/clusterip.yaml> \\\n  -f <services/nodeport.yaml>',
    ],
    ['cat services/clusterip.yaml', 'cat services/clusterip.yaml'],
    ['kubectl apply -f other.yaml', 'kubectl apply -f other.yaml'],
    ['kubectl logs -f pod/a && kubectl apply -f -', 'kubectl logs -f pod/a && kubectl apply -f -'],
  ])('%s', (command, expected) => {
    expect(marked(command)).toBe(expected);
  });
});

describe('comparisons', () => {
  const files = readdirSync(join(root, 'manifests'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .slice(0, 12)
    .map(path => readFileSync(join(root, 'manifests', path), 'utf8').split('\n'));
  const pairs = files.flatMap((old, index) => files.slice(index).map(now => [old, now] as const));

  test.each(pairs)('both files can be read back (%#)', (old, now) => {
    const lines = diffLines(old, now);
    expect(lines.flatMap(line => (line.kind === 'ins' ? [] : [old[line.old]]))).toEqual(old);
    expect(lines.flatMap(line => (line.kind === 'del' ? [] : [now[line.now]]))).toEqual(now);
    expect(lines.every(line => line.kind !== 'same' || old[line.old] === now[line.now])).toBe(true);
  });

  test('equal files have no change, and a changed line is out before in', () => {
    expect(diffLines(['a', 'b'], ['a', 'b']).every(({ kind }) => kind === 'same')).toBe(true);
    expect(diffLines(['a', 'b', 'c'], ['a', 'x', 'c']).map(({ kind }) => kind)).toEqual([
      'same',
      'del',
      'ins',
      'same',
    ]);
  });
});
