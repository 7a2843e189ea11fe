import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kindFacts } from '../lint/facts.ts';
import { type Resource, resources } from '../schemas/resource.ts';
import type { Problem } from '../site/error.ts';
import { checkedMinors } from '../site/kubernetes.ts';
import { missing } from './chapter.node.ts';
import { readFile } from './data.node.ts';

const file = 'src/data/resources.json';

/**
 * The resource table says what servers say: every kind is served in its apiVersion by every supported minor, and its
 * place in the book exists.
 * @param headings Heading ids of each written chapter. Places in planned chapters wait until those are written.
 * @param planned Slugs of all chapters of the book.
 */
export function checkResources(
  root: string,
  headings: ReadonlyMap<string, readonly string[]>,
  planned: readonly string[],
): Problem[] {
  if (!existsSync(join(root, file))) return [];
  const problems: Problem[] = [];
  const table = readFile(root, file, resources, problems);
  for (const resource of table?.parts.flatMap(part => part.resources) ?? [])
    problems.push(...checkServed(resource), ...checkPlace(resource, headings, planned));
  return problems;
}

function checkServed({ kind, apiVersion }: Resource): Problem[] {
  const lacking = checkedMinors.filter(minor => !kindFacts(apiVersion, kind, minor));
  if (lacking.length === 0) return [];
  return [
    {
      where: `${file} (${kind})`,
      what: `${apiVersion}の${kind}は、${lacking.join('、')}のサーバーにありません。`,
      why: '早見表を見て書いたマニフェストが断られます。',
      fix: '今のapiVersionに直してください。',
    },
  ];
}

function checkPlace(
  { kind, at }: Resource,
  headings: ReadonlyMap<string, readonly string[]>,
  planned: readonly string[],
): Problem[] {
  const where = `${file} (${kind})`;
  const [slug = '', id] = at.split('#');
  const ids = headings.get(slug);
  if (!planned.includes(slug)) return [missing(where, '章', slug, planned)];
  return id && ids && !ids.includes(id) ? [missing(where, `${slug} 章の見出し`, id, ids)] : [];
}
