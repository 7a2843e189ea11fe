/**
 * Puts a root-relative path of the site under a base path.
 * @param base `/` or `/docs/` (a missing final slash is tolerated)
 * @param path `/services/#dns`
 */
export function withBase(base: string, path: string): string {
  if (!path.startsWith('/')) throw new TypeError(`A site path starts with "/": ${path}`);
  return base.replace(/\/$/, '') + path;
}

/** The one helper that every internal URL passes: `/services/` becomes `/docs/services/` on a site with that base. */
export function href(path: string): string {
  return withBase(import.meta.env.BASE_URL, path);
}

/** Raw bytes of a manifest. This address never changes. */
export function manifestUrl(path: string): string {
  return href(`/manifests/${path}`);
}
