import { href } from './url.ts';

/** Host of the configuration when nobody has said where the site will be (`SITE_URL`). */
const placeholder = 'example.com';

/** Full address of a site path under `SITE_URL`; for formats that know no other (a site map). */
export function fullAddress(path: string): string {
  return new URL(href(path), import.meta.env.SITE).href;
}

/** Full address of a site path, or undefined while the host is unknown: better none than a wrong one. */
export function knownAddress(path: string): string | undefined {
  return new URL(import.meta.env.SITE).hostname === placeholder ? undefined : fullAddress(path);
}
