import type { APIRoute } from 'astro';
import { knownAddress } from '../site/address.ts';

/** Everything may be read; the site map is named when the host is known. */
export const GET: APIRoute = () => {
  const map = knownAddress('/sitemap.xml');
  return new Response(`User-agent: *\nAllow: /\n${map ? `Sitemap: ${map}\n` : ''}`);
};
