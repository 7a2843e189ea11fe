import { describe, expect, test } from 'vitest';
import { parseFenceOptions } from '../../../src/lint/site/fence-options.ts';
import { readFences } from '../../../src/lint/site/fences.node.ts';

const known = ['1.33', '1.34', '1.35', '1.36'];

describe('fence options', () => {
  test.each([
    { meta: '', options: { expect: [] } },
    { meta: 'k8s=1.34', options: { expect: [], k8s: ['1.34'] } },
    { meta: 'k8s=1.33-1.35', options: { expect: [], k8s: ['1.33', '1.34', '1.35'] } },
    { meta: 'k8s=1.33,1.36 set=todo', options: { expect: [], k8s: ['1.33', '1.36'], set: 'todo' } },
    {
      meta: 'expect=api/removed,schema/type@spec.replicas',
      options: { expect: [{ rule: 'api/removed' }, { rule: 'schema/type', path: 'spec.replicas' }] },
    },
    {
      meta: 'fragment=Pod:spec.containers title="a b" {1,3}',
      options: { expect: [], fragment: 'Pod:spec.containers' },
    },
    { meta: 'lint=off 途中を 省いた', options: { expect: [], off: '途中を 省いた' } },
  ])('$meta', ({ meta, options }) => {
    expect(parseFenceOptions(meta, known)).toEqual({ ...options, problems: [] });
  });

  test.each([
    { meta: 'lint=off', message: 'fence-reason' },
    { meta: 'exepct=api/removed', message: 'fence-option' },
    { meta: 'k8s=1.99', message: 'fence-minor' },
  ])('$meta is a problem', ({ meta, message }) => {
    expect(parseFenceOptions(meta, known).problems.map(problem => problem.message)).toEqual([message]);
  });
});

test('fences are found wherever they are, and know their place in the chapter', () => {
  const text =
    '---\ntitle: "{"\n---\n\n- item\n\n  ```yaml k8s=1.34\n  a: 1\n    b: 2\n  ```\n\n<Callout kind="note">\n```yml\nc: 3\n```\n</Callout>\n\n```js\nx\n```\n';
  const { fences, error } = readFences(text);
  expect(error).toBeUndefined();
  expect(fences.map(({ line, meta, text: content }) => [line, meta, content])).toEqual([
    [7, 'k8s=1.34', 'a: 1\n  b: 2\n'],
    [13, '', 'c: 3\n'],
  ]);
  expect(fences[0]?.locate(2, 3)).toEqual({ line: 9, column: 5 });
});

test('a chapter that is not MDX has an error with its place', () => {
  expect(readFences('a\n\n{1 +}\n').error?.line).toBe(3);
});
