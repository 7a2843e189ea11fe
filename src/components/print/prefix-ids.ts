/** A start tag; quoted values may hold anything. */
const tag = /<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>/g;
const attribute =
  /(?<=\s)(id|href|for|popovertarget|aria-labelledby|aria-describedby|aria-controls)="([^"]*)"/g;
/** Ids that are already the only ones on the page: pictures, and entries of the list of sources. */
const unique = /^(d[0-9a-f]{8}|ref-)/;

/**
 * HTML of one chapter for a page that holds them all: each id gets the chapter's slug in front, and so do the attributes
 * that point to ids; links to other chapters become fragments of the page.
 */
export function prefixIds(html: string, slug: string, slugs: readonly string[], base: string): string {
  const own = (id: string) => (unique.test(id) ? id : `${slug}--${id}`);
  const link = (address: string) => {
    if (address.startsWith('#')) return `#${own(address.slice(1))}`;
    const [path = '', hash] = address.split('#');
    const target = slugs.find(other => path === `${base.replace(/\/$/, '')}/${other}/`);
    return target ? `#${target}${hash ? `--${hash}` : ''}` : address;
  };
  return html.replace(tag, text =>
    text.replace(attribute, (_, name: string, value: string) =>
      name === 'href' ? `href="${link(value)}"` : `${name}="${value.split(' ').map(own).join(' ')}"`,
    ),
  );
}
