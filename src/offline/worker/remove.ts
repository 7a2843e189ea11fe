// sw.js of a build with SITE_OFFLINE=remove: takes the copies back. It is published under the same name, because a
// worker whose file is gone (404) stays in charge. It does not reload: what a reader has typed stays.
import { copyName, type Order } from '../protocol.ts';
import type { Extendable } from './scope.ts';

interface RemovalScope {
  readonly registration: ServiceWorkerRegistration;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
}

declare const self: unknown;
// In a service worker `self` is its global scope; nothing else runs this module.
const worker = self as RemovalScope;

// At once: the old worker may be busy for minutes, and the browser would wait for it before this one takes over.
worker.addEventListener('install', event => event.waitUntil(remove(worker.registration)));
// Once more, in case the browser was ended in between.
worker.addEventListener('activate', event => event.waitUntil(remove(worker.registration)));

async function remove(registration: ServiceWorkerRegistration): Promise<void> {
  // The old worker stays in charge of open pages, and must not fill a new copy.
  const order: Order = 'stop';
  registration.active?.postMessage(order);
  await caches.delete(copyName(decodeURIComponent(new URL(registration.scope).pathname)));
  // Not awaited: it waits for this installation.
  void registration.unregister();
}
