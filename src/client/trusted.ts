import { href } from '../site/url.ts';

/** The part of the Trusted Types API (https://www.w3.org/TR/trusted-types/) that is used here. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('site', { createScriptURL: check });

/**
 * The only way to an address that a worker is started from: the worker of the offline copy, or a `blob:` of this page,
 * which inherits the page's policy and so cannot reach another host. Anything else throws a TypeError.
 */
export function scriptUrl(address: string): string {
  return policy ? policy.createScriptURL(address) : check(address);
}

function check(address: string): string {
  const url = new URL(address, location.href);
  const isOwn = url.origin === location.origin;
  if (isOwn && (url.protocol === 'blob:' || url.pathname === href('/sw.js'))) return url.href;
  throw new TypeError(`No worker may be started from ${address}.`);
}
