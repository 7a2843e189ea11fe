import { fetchEntry, fetchPack, publishedRelease } from './read.ts';

/**
 * Looks at a site after a deploy: every file and pack of the release has its bytes, the worker is one, folders redirect,
 * unknown addresses are 404. Returns what is wrong, in full sentences.
 * @param url Address of the site, with a final slash.
 */
export async function smokeTest(url: string): Promise<{ files: number; problems: string[] }> {
  const release = await publishedRelease(url);
  if (!release) return { files: 0, problems: [`${url}release.json is missing: nothing is published there.`] };
  const problems: string[] = [];
  for (const entry of release.entries) {
    const found = await fetchEntry(url, entry);
    if (typeof found === 'string') problems.push(found);
  }
  for (const pack of release.packs) {
    const problem = await fetchPack(url, pack);
    if (problem) problems.push(problem);
  }
  const worker = await fetch(new URL('sw.js', url));
  if (!worker.ok || !/javascript/.test(worker.headers.get('content-type') ?? ''))
    problems.push(`${worker.url} is not JavaScript, so nobody can save the site.`);
  const folder = release.entries.find(([path]) => /^[^/]+\/$/.test(path))?.[0] ?? '';
  const redirected = await fetch(new URL(folder.slice(0, -1), url));
  if (new URL(redirected.url).pathname !== new URL(folder, url).pathname)
    problems.push(`${folder.slice(0, -1)} without its slash leads to ${redirected.url}.`);
  const unknown = await fetch(new URL('no-such-page/', url));
  if (unknown.status !== 404) problems.push(`An unknown address answers ${unknown.status} instead of 404.`);
  return { files: release.entries.length, problems };
}
