import { href } from '../site/url.ts';
import { scriptUrlPolicy } from './trusted-types.ts';

/**
 * The only way to an address that a worker is started from: the worker of the offline copy, or a `blob:` of this page,
 * which inherits the page's policy and so cannot reach another host. Anything else throws a TypeError.
 */
export const scriptUrl = scriptUrlPolicy(address => {
  const url = new URL(address, location.href);
  const isOwn = url.origin === location.origin;
  if (isOwn && (url.protocol === 'blob:' || url.pathname === href('/sw.js'))) return url.href;
  throw new TypeError(`No worker may be started from ${address}.`);
});
