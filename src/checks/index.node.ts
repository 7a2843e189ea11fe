import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import book from '../data/book.json' with { type: 'json' };
import { faultProblem } from '../registry/fault.ts';
import { listFields } from '../registry/fields.ts';
import { loadRegistry } from '../registry/load.node.ts';
import type { Problem } from '../site/error.ts';
import { checkChapter, checkText, headingIds } from './chapter.node.ts';
import { checkCoverage } from './coverage.node.ts';
import { readData, type SiteData } from './data.node.ts';
import { checkErrata } from './errata.node.ts';
import { checkLanguage } from './language.node.ts';
import { type MdxFile, readMdx } from './mdx.node.ts';
import { checkResources } from './resources.node.ts';

const folder = 'src/content/chapters';
const pages = 'src/content/pages';

/**
 * Checks all content of the site: manifests' registry, chapters, sessions and their recordings, errata, sources, that
 * every statement of the notes has its place, and the language of everything that a reader sees.
 * @param root The project's root.
 * @returns Every problem, not only the first; none when the content can be built.
 */
export function checkContent(root: string): Problem[] {
  const { files, faults } = loadRegistry(root);
  const problems = faults.map(faultProblem);
  const data = readData(root, problems);
  const names = mdxFiles(root, folder);
  const slugs = names.map(name => name.replace(/\.mdx$/, ''));
  const targets = {
    manifests: files.map(file => file.path),
    sessions: [...data.sessions].flatMap(([slug, { sessions }]) => sessions.map(({ id }) => `${slug}/${id}`)),
    errata: [...data.errata.keys()],
    sources: data.sources,
    terms: [...data.terms.keys()],
    fieldsOf: (path: string) => listFields(files.find(file => file.path === path)?.text ?? ''),
  };
  const headings = new Map<string, string[]>();
  const texts: MdxFile[] = [];
  for (const name of names) {
    const mdx = readMdx(root, `${folder}/${name}`, problems);
    if (!mdx) continue;
    texts.push(mdx);
    problems.push(...checkChapter(mdx, targets));
    headings.set(mdx.slug, headingIds(mdx.tree));
  }
  for (const name of mdxFiles(root, pages)) {
    const mdx = readMdx(root, `${pages}/${name}`, problems);
    if (!mdx) continue;
    texts.push(mdx);
    problems.push(...checkText(mdx, targets));
  }
  problems.push(...checkRecordings(data, slugs));
  const chapters = [...slugs, ...book.parts.flatMap(part => part.chapters)];
  problems.push(...checkErrata(texts, data.errata, { ...targets, chapters }));
  problems.push(
    ...checkCoverage(root, { headings, planned: chapters }),
    ...checkResources(root, { headings, planned: chapters }),
    ...checkLanguage(root, { texts, data, manifests: files }),
  );
  return problems;
}

function mdxFiles(root: string, path: string): string[] {
  if (!existsSync(join(root, path))) return [];
  return readdirSync(join(root, path))
    .filter(name => name.endsWith('.mdx'))
    .sort();
}

/** A recording belongs to its session only while both have the same commands. Sessions of unwritten chapters can wait. */
function checkRecordings({ sessions, recordings }: SiteData, slugs: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  for (const [slug, chapter] of sessions) {
    if (!slugs.includes(slug)) continue;
    for (const session of chapter.sessions) {
      if (session.lab === 'none') continue;
      const recorded = recordings.get(slug)?.sessions[session.id];
      const commands = session.steps.filter(step => !step.hidden).map(step => step.run);
      if (recorded && JSON.stringify(recorded.steps.map(step => step.run)) === JSON.stringify(commands))
        continue;
      problems.push({
        where: `src/content/sessions/${slug}.yaml (${session.id})`,
        what: recorded ? 'コマンドが、記録したときと違います。' : '実機での記録がありません。',
        why: 'ページに出す出力は、そのコマンドを実機で動かした記録だけです。',
        fix: `npm run record -- ${slug}${session.lab === 'simulated' ? ' --lab simulated' : ''}`,
      });
    }
  }
  return problems;
}
