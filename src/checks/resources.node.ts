import data from '../data/resources.json' with { type: 'json' };
import { kindFacts } from '../lint/facts.ts';
import { resources } from '../schemas/resource.ts';
import type { Problem } from '../site/error.ts';
import { checkedMinors } from '../site/kubernetes.ts';
import { missing } from './chapter.node.ts';

const file = 'src/data/resources.json';

/**
 * The resource table says what servers say: every kind is served in its apiVersion by every supported minor, and its
 * place in the book exists.
 * @param headings Heading ids of each written chapter. Places in planned chapters wait until those are written.
 * @param planned Slugs of all chapters of the book.
 */
export function checkResources(
  headings: ReadonlyMap<string, readonly string[]>,
  planned: readonly string[],
): Problem[] {
  return resources
    .parse(data)
    .parts.flatMap(part => part.resources)
    .flatMap(({ kind, apiVersion, at }): Problem[] => {
      const where = `${file} (${kind})`;
      const lacking = checkedMinors.filter(minor => !kindFacts(apiVersion, kind, minor));
      const problems: Problem[] =
        lacking.length > 0
          ? [
              {
                where,
                what: `${apiVersion}の${kind}は、${lacking.join('、')}のサーバーにありません。`,
                why: '早見表を見て書いたマニフェストが断られます。',
                fix: '今のapiVersionに直してください。',
              },
            ]
          : [];
      const [slug = '', id] = at.split('#');
      const ids = headings.get(slug);
      if (!planned.includes(slug)) problems.push(missing(where, '章', slug, planned));
      else if (id && ids && !ids.includes(id)) problems.push(missing(where, `${slug} 章の見出し`, id, ids));
      return problems;
    });
}
