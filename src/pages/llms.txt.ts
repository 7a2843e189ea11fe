import type { APIRoute } from 'astro';
import { knownAddress } from '../site/address.ts';
import { getBook, plainTitle } from '../site/book.ts';
import { checkedMinors } from '../site/kubernetes.ts';
import { catalogue, home, minorRange, site } from '../site/strings.ja.ts';
import { href } from '../site/url.ts';

/** The site for language models (https://llmstxt.org/): what it is, and where the plain text of everything is. */
export const GET: APIRoute = async () => {
  const address = (path: string) => knownAddress(path) ?? href(path);
  const parts = (await getBook()).map(({ title, chapters }) => {
    const links = chapters.map(
      chapter => `- [${plainTitle(chapter.title)}](${address(`/${chapter.slug}.md`)}): ${chapter.summary}`,
    );
    return `## ${title}\n\n${links.join('\n')}`;
  });
  const text = [
    `# ${site.name}`,
    `> ${site.description}${home.sub}対象は Kubernetes ${minorRange(checkedMinors)} です。`,
    ...parts,
    `## データ\n\n- [${catalogue.title}](${address('/manifests/index.json')}): パス、SHA-256、種類、載せている章`,
    '',
  ].join('\n\n');
  return new Response(`${text.trimEnd()}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
};
