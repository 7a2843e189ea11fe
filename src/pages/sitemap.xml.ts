import type { APIRoute } from 'astro';
import { fullAddress } from '../site/address.ts';
import { listedPages } from '../site/pages.ts';
import { xml, xmlResponse } from '../site/xml.ts';

/** Every page that should be found. */
export const GET: APIRoute = async () => {
  const urls = (await listedPages()).map(({ path, updated }) =>
    xml('url', {}, [xml('loc', {}, fullAddress(path)), ...(updated ? [xml('lastmod', {}, updated)] : [])]),
  );
  return xmlResponse(
    xml('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls),
    'application/xml',
  );
};
