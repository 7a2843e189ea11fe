import type { Order, Release } from '../protocol.ts';

/** An event that keeps the worker alive until its work is done. */
export interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}

export interface FetchEvent extends Event {
  readonly request: Request;
  respondWith(response: Promise<Response>): void;
}

export interface OrderEvent extends Extendable {
  readonly data: Order;
}

/** The part of ServiceWorkerGlobalScope that is used; TypeScript's own types of it exclude those of pages. */
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Extendable) => void): void;
  addEventListener(type: 'message', listener: (event: OrderEvent) => void): void;
  addEventListener(type: 'fetch', listener: (event: FetchEvent) => void): void;
}

declare const self: unknown;
/** The files of this worker's build, written into it by src/offline/build/worker.node.ts. */
declare const RELEASE: Release;

// In a service worker `self` is its global scope; nothing else runs this module.
export const worker = self as WorkerScope;
export const release = RELEASE;

/** Path that the site lives under, decoded, with a final slash. */
export const base = decodeURIComponent(new URL(worker.registration.scope).pathname);
export const { origin } = new URL(worker.registration.scope);
