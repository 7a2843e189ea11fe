import { existsSync } from 'node:fs';
import { unified } from '@astrojs/markdown-remark';
import remarkCjkFriendly from 'remark-cjk-friendly';
import book from '../data/book.json' with { type: 'json' };
import { rehypeAnchors } from './plugins/rehype-anchors.ts';
import { rehypeCode } from './plugins/rehype-code.ts';
import { rehypeFlags } from './plugins/rehype-flags.ts';
import { rehypeLinks } from './plugins/rehype-links.ts';
import { remarkHeadingIds } from './plugins/remark-heading-ids.ts';
import { remarkJoinLines } from './plugins/remark-join-lines.ts';
import { remarkMermaid } from './plugins/remark-mermaid.ts';

/** Chapters of the book's plan that have no file. */
function plannedChapters(): Set<string> {
  const slugs = book.parts.flatMap(part => part.chapters);
  return new Set(
    slugs.filter(slug => !existsSync(new URL(`../content/chapters/${slug}.mdx`, import.meta.url))),
  );
}

/**
 * The Markdown engine of the site. Astro's default engine breaks Japanese bold (withastro/astro uses CommonMark's
 * flanking rules as they are), so this is the unified one, with remark-cjk-friendly, and without smart punctuation:
 * that would turn `--record` into a dash.
 */
export function markdownProcessor({
  base,
  planned = plannedChapters(),
}: {
  base: string;
  planned?: ReadonlySet<string>;
}) {
  return unified({
    smartypants: false,
    remarkPlugins: [remarkCjkFriendly, remarkHeadingIds, remarkJoinLines, remarkMermaid],
    rehypePlugins: [rehypeCode, rehypeFlags, [rehypeLinks, { base, planned }], rehypeAnchors],
    remarkRehype: { footnoteLabel: '脚注', footnoteBackLabel: '本文に戻る' },
  });
}
