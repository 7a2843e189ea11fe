import { copyName, type Offer, type Order, type Report } from '../offline/protocol.ts';
import { href } from '../site/url.ts';
import { scriptUrl } from './trusted.ts';

const scope = href('/');
const name = copyName(decodeURIComponent(scope));

export type State = 'none' | 'partly' | 'saving' | 'saved' | 'unsupported' | 'refused';

/** What there is of the offline copy. Never throws. */
export async function findState(): Promise<State> {
  if (!isSupported()) return 'unsupported';
  try {
    const registration = await navigator.serviceWorker.getRegistration(scope);
    if (registration?.active) return 'saved';
    if (registration?.installing) return 'saving';
    return (await caches.has(name)) ? 'partly' : 'none';
  } catch {
    // The reader blocks storage for this site.
    return 'refused';
  }
}

function isSupported(): boolean {
  return Boolean(
    location.protocol !== 'file:' &&
      globalThis.isSecureContext &&
      navigator.serviceWorker &&
      globalThis.caches &&
      globalThis.DecompressionStream,
  );
}

/** Sizes of the copy as the server has them; undefined without a network. */
export async function loadOffer(): Promise<Offer | undefined> {
  try {
    const response = await fetch(href('/offline.json'), { cache: 'no-cache' });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

/** Starts or takes up saving; `listen` tells how it goes. Rejects when the worker cannot be had. */
export async function startSaving(): Promise<ServiceWorker | null> {
  const registration = await navigator.serviceWorker.register(scriptUrl(href('/sw.js')), { scope });
  return registration.installing;
}

/** Asks the browser not to evict the copy. Nothing waits for the answer: Firefox asks the reader. */
export function askToKeep(): void {
  navigator.storage?.persist?.().catch(() => undefined);
}

/** Has the worker in charge read and mend every file. */
export async function startVerifying(): Promise<void> {
  await order('verify');
}

/** Deletes the copy and the worker, and nothing else: the origin may belong to other sites too. */
export async function removeCopy(): Promise<void> {
  // The worker answers until this page is left; it must not fill a new copy.
  const registration = await order('stop');
  await registration?.unregister();
  await caches.delete(name);
}

async function order(what: Order): Promise<ServiceWorkerRegistration | undefined> {
  const registration = await navigator.serviceWorker.getRegistration(scope);
  registration?.active?.postMessage(what);
  return registration;
}

/** Calls back with every report of the worker, until the returned function is called. */
export function listen(onReport: (report: Report) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', event => onReport(event.data as Report));
  return () => channel.close();
}
