import { visit } from 'unist-util-visit';
import type { Erratum } from '../schemas/erratum.ts';
import type { Problem } from '../site/error.ts';
import { headingIdOf, missing } from './chapter.node.ts';
import { at, attribute, type MdxFile } from './mdx.node.ts';

/** Everything that an erratum may name. */
interface Known {
  chapters: readonly string[];
  sources: readonly string[];
  manifests: readonly string[];
  sessions: readonly string[];
}

/**
 * Checks that everything an erratum names exists, and that its chapter shows it, once, in the section that it names. Other
 * chapters link to it: what is counted beside a title, in a chapter's head and in the list is the same.
 */
export function checkErrata(
  texts: readonly MdxFile[],
  errata: ReadonlyMap<string, Erratum>,
  known: Known,
): Problem[] {
  const problems = [...errata].flatMap(([id, erratum]) => checkNames(id, erratum, known));
  const chapters = texts.filter(({ file }) => file.includes('/chapters/'));
  const shown = chapters.flatMap(findCards);
  for (const { id, slug, sections, where } of shown) {
    const home = errata.get(id)?.chapter;
    if (!home || (home.startsWith(`${slug}#`) && sections.includes(home.slice(slug.length + 1)))) continue;
    problems.push({
      where,
      what: `正誤 ${id} は ${home} のものです。`,
      why: '1つの正誤は1つの節に出します。章ごとの数と正誤表の数がそろいます。',
      fix: `ほかの場所からは [朱${id.toUpperCase()}](/errata/#${id}) とつなぐか、src/content/errata/${id}.yaml の chapter を直してください。`,
    });
  }
  for (const [id, { chapter }] of errata) {
    const [slug = ''] = chapter.split('#');
    const home = chapters.find(text => text.slug === slug);
    const count = shown.filter(card => card.id === id && card.slug === slug).length;
    if (!home || count === 1) continue;
    problems.push({
      where: home.file,
      what: count === 0 ? `正誤 ${id} がありません。` : `正誤 ${id} が ${count} 回あります。`,
      why: `src/content/errata/${id}.yaml は、${chapter} に出ると言っています。`,
      fix: `<Erratum id="${id}" /> を、その節に1回だけ置いてください。`,
    });
  }
  return problems;
}

interface Card {
  id: string;
  slug: string;
  /** Ids of the headings that it stands under, the nearest one of each level. */
  sections: readonly string[];
  where: string;
}

function findCards({ file, slug, tree }: MdxFile): Card[] {
  const cards: Card[] = [];
  const above: (string | undefined)[] = [];
  visit(tree, node => {
    if (node.type === 'heading') {
      above.length = node.depth;
      above[node.depth] = headingIdOf(node);
    } else if (node.type === 'mdxJsxFlowElement' && node.name === 'Erratum')
      cards.push({
        id: attribute(node, 'id') ?? '',
        slug,
        sections: above.filter(id => id !== undefined),
        where: at(file, node),
      });
  });
  return cards;
}

function checkNames(id: string, erratum: Erratum, known: Known): Problem[] {
  const where = `src/content/errata/${id}.yaml`;
  const problems: Problem[] = [];
  const need = (noun: string, value: string, among: readonly string[]) => {
    if (!among.includes(value)) problems.push(missing(where, noun, value, among));
  };
  need('章', erratum.chapter.split('#')[0] ?? '', known.chapters);
  for (const name of erratum.sources) need('出典', name, known.sources);
  for (const proof of erratum.proofs) {
    if (proof.by === 'lint')
      for (const path of [proof.manifest, proof.now]) if (path) need('マニフェスト', path, known.manifests);
    if (proof.by === 'session') need('端末の記録', proof.session, known.sessions);
  }
  return problems;
}
