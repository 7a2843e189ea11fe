import type { APIRoute } from 'astro';
import { site } from '../site/strings.ja.ts';
import { href } from '../site/url.ts';

const icon = (file: string, sizes: string, purpose: string) => ({
  src: href(file),
  sizes,
  type: file.endsWith('.svg') ? 'image/svg+xml' : 'image/png',
  purpose,
});

/** What makes the site installable (https://www.w3.org/TR/appmanifest/). Loaded only by readers who keep a copy. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      id: href('/'),
      start_url: href('/'),
      scope: href('/'),
      name: site.name,
      short_name: site.nameBreaks[1],
      description: site.description,
      lang: 'ja',
      dir: 'ltr',
      display: 'standalone',
      // --bg and --ink of the light theme (src/styles/tokens.css): a manifest knows no variables.
      background_color: '#fcfbf8',
      theme_color: '#fcfbf8',
      icons: [
        icon('/favicon.svg', 'any', 'any'),
        icon('/icon-192.png', '192x192', 'any'),
        icon('/icon-512.png', '512x512', 'any maskable'),
      ],
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
