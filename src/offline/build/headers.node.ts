import { securityHeaders } from '../../site/security.ts';

/** `_headers` of a build, as Netlify and Cloudflare Pages read it. @param base `/` or `/docs/`. */
export function headersFile(base: string): string {
  const block = (path: string, headers: Readonly<Record<string, string>>) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const newest = { 'Cache-Control': 'no-cache' };
  return `${[
    block(`${base}*`, securityHeaders),
    block(`${base}_assets/*`, { 'Cache-Control': 'public, max-age=31536000, immutable' }),
    ...['sw.js', 'offline.json', 'release.json'].map(file => block(base + file, newest)),
  ].join('\n')}\n`;
}

/** `hosting/headers.conf`: the same headers for nginx, where each `location` with headers of its own includes them. */
export function nginxHeaders(): string {
  const lines = Object.entries(securityHeaders).map(
    ([name, value]) => `add_header ${name} "${value}" always;`,
  );
  return `# Written by "npm run hosting" from src/site/security.ts.\n${lines.join('\n')}\n`;
}
