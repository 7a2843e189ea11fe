import type { APIRoute } from 'astro';
import { knownAddress } from '../site/address.ts';
import { listChanges } from '../site/changes.node.ts';
import { feed, site } from '../site/strings.ja.ts';
import { href } from '../site/url.ts';
import { xml, xmlResponse } from '../site/xml.ts';

const newest = 60;

/** Changes and errata as Atom, which allows links relative to the feed: it is right on every host. */
export const GET: APIRoute = async () => {
  const changes = (await listChanges()).slice(0, newest);
  const address = (path: string) => knownAddress(path) ?? href(path);
  const time = (date: string | undefined) => xml('updated', {}, `${date ?? '1970-01-01'}T00:00:00Z`);
  const entries = changes.map(({ id, date, title, summary, path }) =>
    xml('entry', {}, [
      xml('id', {}, id),
      xml('title', {}, title),
      time(date),
      xml('link', { href: address(path) }),
      xml('summary', {}, summary),
    ]),
  );
  const root = xml('feed', { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'ja' }, [
    xml('id', {}, 'urn:uuid:4b38d6a2-2f0e-8c1f-8f4e-6b756265726e'),
    xml('title', {}, `${site.name}：${feed.title}`),
    time(changes[0]?.date),
    xml('author', {}, [xml('name', {}, site.name)]),
    xml('link', { rel: 'self', href: address('/feed.xml') }),
    xml('link', { href: address('/') }),
    ...entries,
  ]);
  return xmlResponse(root, 'application/atom+xml');
};
