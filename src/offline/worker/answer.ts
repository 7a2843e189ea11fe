import { addressOf, type FileEntry } from '../protocol.ts';
import { download } from './download.ts';
import { base, origin, worker } from './scope.ts';
import { entries, entryKey, openCopy, readEntry, readPrevious } from './store.ts';

/** Answers a request of the site: the copy first, checked; then the network; then a page that says what is wrong. */
export async function answer(request: Request, path: string): Promise<Response> {
  const copy = await openCopy();
  const entry = entries.get(path);
  if (entry) return answerListed(copy, request, entry);
  if (request.mode === 'navigate') {
    const page = pageOf(path);
    if (page !== undefined) return redirect(request, page);
    return fetch(request).catch(() => notice(copy, 404));
  }
  const previous = async () => readPrevious(copy, path);
  try {
    const response = await fetch(request);
    return response.ok ? response : ((await previous()) ?? response);
  } catch (error) {
    const response = await previous();
    if (response) return response;
    throw error;
  }
}

/** Loads a file again whose copy is gone or damaged, and keeps it. */
export async function repair(copy: Cache, entry: FileEntry): Promise<Response> {
  const response = await download(entry, 'read');
  // Without room the reader still gets the page.
  await copy.put(entryKey(entry), response.clone()).catch(() => undefined);
  return response;
}

async function answerListed(copy: Cache, request: Request, entry: FileEntry): Promise<Response> {
  const stored = await readEntry(copy, entry);
  if (stored) return stored;
  try {
    return await repair(copy, entry);
  } catch {
    // Offline, or the server has a newer release: then its page comes whole, because its assets have names of their own.
  }
  try {
    const response = await fetch(request);
    worker.registration.update().catch(() => undefined);
    return response;
  } catch {
    return request.mode === 'navigate' ? notice(copy, 503) : Response.error();
  }
}

/** The folder that an address without its final slash, or with `index.html`, means. */
function pageOf(path: string): string | undefined {
  return [`${path}/`, path.replace(/(?<=\/)index\.html$/, '')].find(page => entries.has(page));
}

function redirect({ url }: Request, path: string): Response {
  return Response.redirect(addressOf(origin, path) + new URL(url).search, 301);
}

/** The site's own page for unknown addresses, with the true status. */
async function notice(copy: Cache, status: 404 | 503): Promise<Response> {
  const entry = entries.get(`${base}404.html`);
  const page = entry && (await readEntry(copy, entry));
  if (page) return new Response(page.body, { status, headers: page.headers });
  return new Response('オフラインです。', {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
