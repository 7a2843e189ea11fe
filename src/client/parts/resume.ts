import { resume as words } from '../../site/strings.parts.ja.ts';
import { recall } from '../store.ts';

/**
 * 続きから on the home page: the first link leads to the section that was read last, or, when that chapter is finished, to
 * the next chapter that is not. A reader who has finished them all keeps the link to the first.
 */
export function start(link: HTMLElement): void {
  const { last, done } = recall();
  if (!last || !(link instanceof HTMLAnchorElement)) return;
  const lines =
    last.slug in done
      ? nextUnread(last.slug, done)
      : {
          path: `${last.slug}/${last.section && `#${last.section}`}`,
          texts: [words.resume, last.title, last.heading],
        };
  if (!lines) return;
  link.href = `${link.dataset['start']}${lines.path}`;
  for (const [index, text] of lines.texts.entries()) {
    const line = link.children[index];
    if (line) line.textContent = text;
  }
}

/** The first chapter after `slug`, else from the beginning, that is not finished; as the contents below show it. */
function nextUnread(slug: string, done: Record<string, string>) {
  const chapters = [...document.querySelectorAll('.contents-part ol > li')].map(row => {
    const link = row.querySelector('a');
    return { slug: link?.pathname.split('/').at(-2) ?? '', link, summary: row.querySelector('p') };
  });
  const at = chapters.findIndex(chapter => chapter.slug === slug);
  const next = [...chapters.slice(at + 1), ...chapters].find(chapter => !(chapter.slug in done));
  if (!next) return undefined;
  // 読了 may stand in the link already; the title is what the page came with.
  const title = [...(next.link?.childNodes ?? [])].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
  return {
    path: `${next.slug}/`,
    texts: [words.next, title.map(node => node.textContent).join(''), next.summary?.textContent ?? ''],
  };
}
