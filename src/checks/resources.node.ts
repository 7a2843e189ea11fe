import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kindFacts } from '../lint/facts.ts';
import { type Resource, resources } from '../schemas/resource.ts';
import type { Problem } from '../site/error.ts';
import { checkedMinors } from '../site/kubernetes.ts';
import { readFile } from './data.node.ts';
import { checkPlace, type Places } from './place.node.ts';

const file = 'src/data/resources.json';

/**
 * The resource table says what servers say: every kind is served in its apiVersion by every supported minor, and its
 * place in the book exists.
 */
export function checkResources(root: string, book: Places): Problem[] {
  if (!existsSync(join(root, file))) return [];
  const problems: Problem[] = [];
  const table = readFile(root, file, resources, problems);
  for (const resource of table?.parts.flatMap(part => part.resources) ?? []) {
    const where = `${file} (${resource.kind})`;
    problems.push(...checkServed(where, resource), ...checkPlace(where, resource.at, book));
  }
  return problems;
}

function checkServed(where: string, { kind, apiVersion }: Resource): Problem[] {
  const lacking = checkedMinors.filter(minor => !kindFacts(apiVersion, kind, minor));
  if (lacking.length === 0) return [];
  return [
    {
      where,
      what: `${apiVersion}の${kind}は、${lacking.join('、')}のサーバーにありません。`,
      why: '早見表を見て書いたマニフェストが断られます。',
      fix: '今のapiVersionに直してください。',
    },
  ];
}
