import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createProcessor } from '@mdx-js/mdx';
import type { Root } from 'mdast';
import rehypeRaw from 'rehype-raw';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { VFile } from 'vfile';
import { describe, expect, test } from 'vitest';
import { remarkMermaid } from '../../../src/markdown/plugins/remark-mermaid.ts';
import { project } from './samples.ts';
import { useRenderer } from './use-renderer.ts';

useRenderer();

const frontMatter = /^---\n[\s\S]*?\n---\n/;

/** A chapter as Astro hands it over: its path, and its text after `edit`. */
function chapter(name: string, edit = (text: string) => text): VFile {
  const path = join(project, 'src', name);
  return new VFile({ path, cwd: project, value: edit(readFileSync(path, 'utf8')) });
}

/** What Astro does to front matter. */
const blank = (text: string) => text.replace(frontMatter, match => match.replace(/[^\n]/g, ' '));

async function transform(file: VFile): Promise<Root> {
  const processor = unified().use(remarkParse).use(remarkMdx).use(remarkMermaid);
  return processor.run(processor.parse(file), file) as Promise<Root>; // a transformed root is a root
}

const failure = (file: VFile): Promise<unknown> =>
  transform(file).then(
    () => undefined,
    (error: unknown) => error,
  );

describe('a chapter with diagrams', () => {
  test('gets one figure for each fence and keeps other code', async () => {
    const { children } = await transform(chapter('ok.mdx', blank));
    expect(children.map(child => child.type)).toEqual(['heading', 'diagram', 'diagram', 'diagram', 'code']);
  });

  test('has no id twice, even for the same diagram', async () => {
    const html = JSON.stringify(await transform(chapter('ok.mdx', blank)));
    const ids = [...html.matchAll(/ id=\\"([^"]*)\\"/g)].map(match => match[1]);
    expect(ids.length).toBeGreaterThan(8);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('compiles to JSX that carries the SVG as it is', async () => {
    const processor = createProcessor({
      remarkPlugins: [remarkMermaid],
      rehypePlugins: [[rehypeRaw, { passThrough: ['mdxJsxFlowElement', 'mdxjsEsm'] }]],
      elementAttributeNameCase: 'html',
      jsx: true,
    });
    const code = String(await processor.process(chapter('ok.mdx', blank)));
    expect(code).toMatch(
      /<_components\.figure class="diagram"><_components\.div class="diagram-scroll" role="group" aria-labelledby="(d\w{8})-t" tabindex="0" set:html=/,
    );
    expect(code).toContain(
      '<_components.figcaption>{"2つの箱"}<_components.details><_components.summary>{"図の説明"}',
    );
    expect(code).toContain('{"AからBへ進みます。{中括弧}と\\"引用符\\"と<山括弧>も文字です。"}');
    expect(code.replace(/ set:html="[^"]*"/g, '')).not.toMatch(/<(svg|path|text)/);
  });
});

describe('a mistake is reported with file and line', () => {
  const expected = [
    'src/syntax.mdx:24\n  何が: 「b["B"] --> --> c["C"]」を Mermaid の文として読めません。',
    'src/syntax.mdx:28\n  何が: 図の種類「flowchart TD」は使えません。',
  ];

  test.each([
    { name: 'front matter is blanked, as Astro does', edit: blank },
    { name: 'front matter is cut off', edit: (text: string) => text.replace(frontMatter, '') },
    {
      name: 'the text is trimmed, as in a collection',
      edit: (text: string) => text.replace(frontMatter, '').trim(),
    },
    {
      name: 'nothing is touched',
      edit: (text: string) => text.replace(/^---$/gm, '***').replace(/^(title|summary): .*/gm, 'x'),
    },
  ])('when $name', async ({ edit }) => {
    const error = await failure(chapter('syntax.mdx', edit));
    const message = String((error as Error).message);
    for (const part of expected) expect(message).toContain(part);
    expect(error).toMatchObject({ name: 'DiagramError', line: 24, column: 1 });
  });

  test('in four parts', async () => {
    const error = await failure(chapter('syntax.mdx', blank));
    expect((error as Error).message).toMatchInlineSnapshot(`
      "src/syntax.mdx:24
        何が: 「b["B"] --> --> c["C"]」を Mermaid の文として読めません。
        なぜ: 「線の記号」が来る場所ではありません。
        直し方: 矢印と括弧の対応を確かめ、ラベルは二重引用符で囲んでください。\`end\` は id に使えません。

      src/syntax.mdx:28
        何が: 図の種類「flowchart TD」は使えません。
        なぜ: 文字の幅を正しく計算できる種類だけを使います。
        直し方: \`flowchart TB\`、\`flowchart LR\`、\`sequenceDiagram\` のどれかだけを、最初の行に書いてください。"
    `);
  });
});
