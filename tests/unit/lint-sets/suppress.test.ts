import { describe, expect, test } from 'vitest';
import { lintText } from '../../../src/lint/index.ts';
import { parseFenceOptions } from '../../../src/lint/site/fence-options.ts';

const pod = (image: string, before = '') =>
  `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      resources: {limits: {memory: 1Mi}}\n${before}      image: ${image}\n`;

function lint(text: string): string[] {
  const { findings } = lintText(text, { file: 'f', locale: 'en' });
  return findings.map(({ line, column, rule, level }) => `${line}:${column} ${rule} ${level}`);
}

describe('comments', () => {
  test('on the line before', () => {
    expect(lint(pod('nginx'))).toEqual(['8:14 image/tag info']);
    expect(
      lint(pod('nginx', '      # lint-disable-next-line image/tag -- the point of the example\n')),
    ).toEqual([]);
  });

  test('several rules, and further comments between', () => {
    const text =
      '      # lint-disable-next-line image/tag, schema/type -- shown broken\n      # another comment\n      # lint-disable-next-line schema/quantity -- one more\n';
    expect(lint(pod('[nginx]', text))).toEqual([
      '8:7 suppress/unused warning',
      '10:7 suppress/unused warning',
    ]);
  });

  test.each([
    '# lint-disable image/tag -- reason\n',
    '# lint-disable image/tag -- reason\n---\n',
    '---\n# lint-disable image/tag -- r\n',
  ])('at the top of a document: %j', top => expect(lint(top + pod('nginx'))).toEqual([]));

  test('only for its own document', () => {
    const text = [pod('a:1'), `# lint-disable image/tag -- reason\n${pod('nginx')}`, pod('nginx')]
      .map((part, index) => part.replace('{name: a}', `{name: a${index}}`))
      .join('---\n');
    expect(lint(text)).toEqual(['27:14 image/tag info']);
  });

  test('without effect where they do not help', () => {
    expect(lint(`# lint-disable image/tag -- reason\n${pod('a:1')}`)).toEqual([
      '1:1 suppress/unused warning',
    ]);
    expect(lint(`# lint-disable image/tag\n${pod('nginx')}`)).toEqual([
      '1:1 suppress/comment warning',
      '9:14 image/tag info',
    ]);
    expect(lint(`# lint-disable image/tga -- reason\n${pod('a:1')}`)).toEqual([
      '1:1 suppress/comment warning',
    ]);
    expect(lint(pod('nginx', '      # lint-disable image/tag -- reason\n'))).toEqual([
      '8:7 suppress/comment warning',
      '9:14 image/tag info',
    ]);
  });

  test('a block of text holds none', () => {
    const text =
      'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  a: |\n    # lint-disable image/tag -- reason\n    b\n';
    expect(lint(text)).toEqual([]);
  });

  test('are not held against a text that cannot be read', () => {
    expect(lint('# lint-disable image/tag -- reason\na: b: c\n')).toEqual(['2:4 yaml/syntax error']);
  });

  test('thousands of them end soon', () => {
    const start = process.cpuUsage();
    expect(lint('# lint-disable-next-line image/tag -- a\n'.repeat(20_000)).length).toBeLessThan(500);
    expect(process.cpuUsage(start).user).toBeLessThan(3_000_000);
  });
});

describe('the option of a fence', () => {
  test('names rules and gives a reason', () => {
    expect(parseFenceOptions('k8s=1.36 off=image/tag,ref/key@spec.a 途中の 例', ['1.36'])).toEqual({
      expect: [],
      k8s: ['1.36'],
      problems: [],
      quiet: [
        { rule: 'image/tag', reason: '途中の 例' },
        { rule: 'ref/key', path: 'spec.a', reason: '途中の 例' },
      ],
    });
  });

  test('without a reason is a problem', () => {
    expect(parseFenceOptions('off=image/tag', ['1.36']).problems.map(({ message }) => message)).toEqual([
      'fence-reason',
    ]);
  });
});
