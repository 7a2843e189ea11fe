import { expect, test } from 'vitest';
import { attribute } from '../../../src/twin/expand.ts';
import { fence, plainMarkdown } from '../../../src/twin/render.ts';

const plain = (mdx: string) =>
  plainMarkdown(mdx, {
    expand: (element, inner) => `{${element.name} ${attribute(element, 'id')}|${inner}}`,
    link: path => (path.startsWith('/planned/') ? undefined : `https://example.org${path}`),
  });

test.each([
  ['heading ids go', '## 名前で見つける [#dns]\n\n本文', '## 名前で見つける\n\n本文\n'],
  ['a component in a sentence', '文です。<Ref id="svc" />次の文です。', '文です。{Ref svc|}次の文です。\n'],
  [
    'components inside components',
    '<Quiz>\n<Question>\n問い\n\n<Answer>\n答え\n</Answer>\n</Question>\n</Quiz>',
    '{Quiz |{Question |問い\n\n{Answer |答え}}}\n',
  ],
  [
    'internal links get an address',
    '[Ingress](/ingress/#tls)です',
    '[Ingress](https://example.org/ingress/#tls)です\n',
  ],
  ['links to chapters that are not written are text', '[**太字**の章](/planned/)です', '**太字**の章です\n'],
  [
    'other links, code and tables stay',
    '| a | b |\n|---|---|\n| `<Ref>` | [x](https://k8s.io/) |',
    '| a | b |\n|---|---|\n| `<Ref>` | [x](https://k8s.io/) |\n',
  ],
  ['fences stay', '```yaml\na: "[#x]"\n```', '```yaml\na: "[#x]"\n```\n'],
])('%s', (_name, mdx, expected) => {
  expect(plain(mdx)).toBe(expected);
});

test('a fence is longer than any in its text', () => {
  expect(fence('text', '```\na\n```\n')).toBe('````text\n```\na\n```\n````');
});
