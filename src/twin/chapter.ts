import type { Code } from 'mdast';
import { fenceOf, type Manifests, readFence } from '../diagram/fence.ts';
import { readSource } from '../diagram/source.ts';
import { citedSources } from '../registry/cited-sources.ts';
import { type BookChapter, plainTitle } from '../site/book.ts';
import { checkedMinors } from '../site/kubernetes.ts';
import { expander } from './expand.ts';
import type { Library } from './library.ts';
import { fence, plainMarkdown } from './render.ts';
import { headText } from './words.ts';

/**
 * A chapter as one Markdown file: manifests with their bytes, sessions with their recordings, errata in full.
 * @param address Address of a site path, as the file should show it.
 * @param written Slugs of the chapters that exist: links to others become text.
 */
export function chapterMarkdown(
  { number, title, summary, entry }: BookChapter,
  library: Library,
  address: (path: string) => string,
  written: ReadonlySet<string>,
): string {
  const body = entry.body ?? '';
  const manifests = new Map([...library.manifests].map(([path, { text }]) => [path, text]));
  const text = plainMarkdown(body, {
    expand: expander(library, address),
    link: path => (written.has(path.split('/')[1] ?? '') ? address(path) : undefined),
    code: node => diagram(node, manifests),
  });
  const head = headText({
    number,
    title: plainTitle(title),
    summary,
    updated: entry.data.updated,
    versions: checkedMinors,
    goals: entry.data.goals,
  });
  const notes = citedSources(body).flatMap(id => {
    const source = library.sources.get(id);
    return source ? `[^${id}]: [${source.title}](${source.url})` : [];
  });
  return `${[head, text.trim(), notes.join('\n')].filter(Boolean).join('\n\n')}\n`;
}

/** A diagram as Mermaid source, with everything that comes from manifests written out. */
function diagram(node: Code, manifests: Manifests): string | undefined {
  const found = fenceOf(node);
  const source = found && readFence(found, manifests).source;
  return source && fence('mermaid', readSource(source).text);
}
