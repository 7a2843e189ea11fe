// Stands in for src/client/trusted.ts in the bundle: no worker is started from disk, one script is loaded.
import { scriptUrlPolicy } from '../../../client/trusted-types.ts';
import { href } from '../../../site/url.ts';

/** The only address that a script is loaded from: the bundle's search index. */
export const scriptUrl = scriptUrlPolicy(address => {
  if (address === href('/assets/search.js')) return address;
  throw new TypeError(`No script may be loaded from ${address}.`);
});
