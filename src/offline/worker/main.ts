// sw.js: answers from the offline copy. Registered only when a reader asks for the copy (src/client/parts/save.ts).
import { answer, repair } from './answer.ts';
import { install } from './install.ts';
import { base, origin, release, worker } from './scope.ts';
import { keys, openCopy, readEntry, readLedger, sweep, writeLedger } from './store.ts';
import { tell } from './tell.ts';

let isStopped = false;

worker.addEventListener('install', event => event.waitUntil(installAndWait()));
worker.addEventListener('activate', event => event.waitUntil(takeOver()));
worker.addEventListener('message', event => {
  if (event.data === 'take over') event.waitUntil(worker.skipWaiting());
  if (event.data === 'verify') event.waitUntil(verify());
  if (event.data === 'stop') isStopped = true;
});
worker.addEventListener('fetch', event => {
  if (isStopped) return;
  const { request } = event;
  const url = new URL(request.url);
  const path = decoded(url.pathname);
  const isOurs = request.method === 'GET' && url.origin === origin && path?.startsWith(base);
  if (isOurs && path && !request.headers.has('range')) event.respondWith(answer(request, path));
});

async function installAndWait(): Promise<void> {
  await install();
  const { current } = await readLedger(await openCopy());
  // Only the worker's own code is new: there is nothing for the reader to decide.
  if (current?.build === release.build) await worker.skipWaiting();
}

async function takeOver(): Promise<void> {
  const copy = await openCopy();
  const { current, previous } = await readLedger(copy);
  const isSame = current?.build === release.build;
  const next = { current: { build: release.build, keys }, previous: isSame ? previous : current };
  try {
    await writeLedger(copy, next);
    await sweep(copy);
  } catch {
    // No room for the ledger: everything stays, and the next release tidies up.
  }
  // After the first save this tab reads from the copy at once; later, tabs keep the release they were opened with.
  if (!current) await worker.clients.claim();
  tell({ type: 'ready', build: release.build, isUpdate: current !== undefined && !isSame });
}

/** Reads every file, and loads again what is gone or damaged. */
async function verify(): Promise<void> {
  const copy = await openCopy();
  const missing: string[] = [];
  let sound = 0;
  let repaired = 0;
  for (const entry of release.entries) {
    if (await readEntry(copy, entry)) sound++;
    else if (await repair(copy, entry).catch(() => undefined)) repaired++;
    else missing.push(entry[0]);
  }
  tell({ type: 'verified', sound, repaired, missing });
}

function decoded(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}
