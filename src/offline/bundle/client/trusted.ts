// Stands in for src/client/trusted.ts in the bundle: no worker is started from disk, one script is loaded.
import { href } from '../../../site/url.ts';

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
const policy = trustedTypes?.createPolicy('site', { createScriptURL: check });

/** The only address that a script is loaded from: the bundle's search index. */
export function scriptUrl(address: string): string {
  return policy ? policy.createScriptURL(address) : check(address);
}

function check(address: string): string {
  if (address === href('/assets/search.js')) return address;
  throw new TypeError(`No script may be loaded from ${address}.`);
}
