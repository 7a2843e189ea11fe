// sw.js of a build with SITE_OFFLINE=remove: takes the copies back. It is published under the same name, because a
// worker whose file is gone (404) stays in charge. It does not reload: what a reader has typed stays.
import { copyName } from '../protocol.ts';
import type { Extendable } from './scope.ts';

interface RemovalScope {
  readonly registration: ServiceWorkerRegistration;
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
}

declare const self: unknown;
// In a service worker `self` is its global scope; nothing else runs this module.
const worker = self as RemovalScope;

worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', event => event.waitUntil(remove()));

async function remove(): Promise<void> {
  const base = decodeURIComponent(new URL(worker.registration.scope).pathname);
  await caches.delete(copyName(base));
  await worker.registration.unregister();
}
