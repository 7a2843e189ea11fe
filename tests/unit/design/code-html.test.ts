import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { codeHtml } from '../../../src/components/code-html.ts';
import { highlight } from '../../../src/markdown/highlight.ts';

/** What a browser reads from the page. */
const textOf = (html: string) =>
  new JSDOM(`<pre><code>${html}</code></pre>`).window.document.querySelector('code')?.textContent;

test.each([
  {
    name: 'a manifest',
    text: 'apiVersion: v1\nkind: Service # ふつうの名前\nspec:\n  ports: [{port: 80}]\n',
  },
  { name: 'markup and references', text: 'a: "<b>&amp;</b>"\nb: \'x < y && z\'\n' },
  { name: 'empty lines at both ends', text: '\n\na: 1\n\n\n' },
  { name: 'a tab, a full-width space and a lone number', text: '# \t\u3000\n80\n' },
])('the text of the code is the file: $name', ({ text }) => {
  expect(textOf(codeHtml(highlight(text.replace(/\n$/, ''), 'yaml')))).toBe(text);
});

test('keeps a carriage return, which an HTML parser would drop', () => {
  expect(textOf(codeHtml([[{ text: 'a: 1\r' }]]))).toBe('a: 1\r\n');
});

test('keeps a file without a final line feed as it is', () => {
  expect(textOf(codeHtml(highlight('a: 1', 'yaml'), false))).toBe('a: 1');
});

test('writes classes and no style', () => {
  expect(codeHtml([[{ text: 'kind', kind: 'key' }, { text: ':' }]])).toBe(
    '<span class="line"><span class="t-key">kind</span>:</span>\n',
  );
});
