// Stands in for src/site/url.ts in the bundle, where a page is a file and a folder has no index of its own.
const script = document.querySelector<HTMLScriptElement>('script[src$="assets/site.js"]');

/** `file:///…/` of the bundle: its script lies one folder below. */
const root = new URL('../', script?.src ?? location.href).href;

/** Address of a site path: `/services/#dns` becomes `file:///…/services/index.html#dns`. */
export function href(path: string): string {
  return root + path.slice(1).replace(/(^|\/)(?=$|[?#])/, '$1index.html');
}

/** Raw bytes of a manifest. */
export function manifestUrl(path: string): string {
  return href(`/manifests/${path}`);
}
