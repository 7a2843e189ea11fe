import { describe, expect, test } from 'vitest';
import { markdownProcessor } from '../../../src/markdown/pipeline.ts';

async function html(markdown: string, base = '/'): Promise<string> {
  const renderer = await markdownProcessor({ base, planned: new Set(['gateway-api']) }).createRenderer({
    syntaxHighlight: false,
  });
  return (await renderer.render(markdown)).code;
}

describe('Japanese Markdown', () => {
  test.each([
    ['sets bold next to brackets', 'これは**「重要」**です。', '<strong>「重要」</strong>'],
    ['sets bold that ends with a full stop', 'これは**重要。**だから。', '<strong>重要。</strong>だから'],
    [
      'keeps two hyphens in prose',
      '旧--recordと--dry-run=serverです。',
      '旧--recordと--dry-run=serverです。',
    ],
    ['joins lines between Japanese characters', '名前を\n引きます。', '<p>名前を引きます。</p>'],
    ['keeps a line break next to a Latin word', 'これは\nPodです。', 'これは\nPodです。'],
    [
      'takes the id from the heading, and links to it',
      '## 名前で見つける [#dns]',
      '<h2 id="dns">名前で見つける<a class="anchor" href="#dns" data-copy="link" aria-label="この節へのリンク"></a></h2>',
    ],
    ['labels footnotes in Japanese', '文[^1]\n\n[^1]: 注', '脚注'],
  ])('%s', async (_name, markdown, expected) => {
    expect(await html(markdown)).toContain(expected);
  });

  test('puts internal links under the base path and marks external ones', async () => {
    const text = await html('[Ingress](/ingress/#tls)と[公式](https://kubernetes.io/ja/)', '/docs/');
    expect(text).toContain('href="/docs/ingress/#tls"');
    expect(text).toContain('<a href="https://kubernetes.io/ja/" class="external">');
  });

  test('shows a link to a chapter that is not written yet as text', async () => {
    expect(await html('[Gateway API](/gateway-api/)と[Ingress](/ingress/)')).toContain(
      '<p>Gateway APIと<a href="/ingress/">',
    );
  });

  test('highlights fences with classes and keeps every character', async () => {
    const text = await html('```yaml\nkind: Service # 例\n```');
    expect(text).toContain('<span class="t-key">kind</span>');
    expect(text).not.toContain('style=');
    expect(text.replace(/<[^>]+>/g, '').trim()).toBe('kind: Service # 例');
  });
});
