import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from '../../../scripts/lib/run.ts';
import { readFence } from '../../../src/diagram/fence.ts';
import { arrowsOf, readProof } from '../../../src/diagram/proof.node.ts';
import { loadRegistry } from '../../../src/registry/load.node.ts';
import { routeFile, routeResults } from '../../../src/schemas/routes.ts';

const manifests = new Map(loadRegistry(root).files.map(({ path, text }) => [path, text]));

/** Drawn diagrams of a chapter by their titles, with the fields of manifests filled in. */
function fences(chapter: string): Map<string, string> {
  const text = readFileSync(join(root, `src/content/chapters/${chapter}.mdx`), 'utf8');
  const sources = [...text.matchAll(/```mermaid *(.*)\n([\s\S]*?)\n```/g)].map(
    ([, meta = '', body = '']) => readFence({ lang: 'mermaid', meta, body }, manifests).source ?? '',
  );
  return new Map(sources.map(source => [/accTitle: (.*)/.exec(source)?.[1] ?? '', source]));
}

const chapters = readdirSync(join(root, 'src/content/routes')).map(name => name.replace('.yaml', ''));
const diagrams = chapters.flatMap(chapter =>
  routeFile
    .parse(parse(readFileSync(join(root, `src/content/routes/${chapter}.yaml`), 'utf8'), { merge: true }))
    .map(file => ({ chapter, ...file })),
);

test('Service types, DNS and Ingress routing are proven', () => {
  expect(diagrams.map(({ diagram }) => diagram)).toEqual(
    expect.arrayContaining(['Serviceの種類', '短い名前echoが見つかるまで', 'by-path.yamlのルーティング']),
  );
});

describe.each(diagrams)('$chapter: $diagram', ({ chapter, diagram, checks }) => {
  const source = fences(chapter).get(diagram) ?? '';
  const mend = `npm run routes -- ${chapter}`;

  test('has a request for every arrow, and no others', () => {
    expect(arrowsOf(source).sort()).toEqual(checks.map(({ arrow }) => arrow).sort());
  });

  test('was answered as expected', () => {
    const file = join(root, `src/data/routes/${chapter}.json`);
    expect(existsSync(file), mend).toBe(true);
    const result = routeResults.parse(JSON.parse(readFileSync(file, 'utf8')))[diagram];
    expect(
      result?.answers.map(({ arrow, says, run }) => ({ arrow, says, run })),
      mend,
    ).toEqual(checks.map(({ arrow, says, run }) => ({ arrow, says, run })));
    for (const { arrow, expect: pattern } of checks)
      expect(result?.answers.find(answer => answer.arrow === arrow)?.output, arrow).toMatch(
        new RegExp(pattern),
      );
  });

  test('says so on the page', () => {
    expect(readProof(root, `src/content/chapters/${chapter}.mdx`, diagram, source)?.arrows).toBe(
      checks.length,
    );
    expect(
      readProof(root, `src/content/chapters/${chapter}.mdx`, diagram, `${source}\n  new --> arrow`),
    ).toBeUndefined();
  });
});
