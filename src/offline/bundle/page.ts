/** Attributes that hold addresses of the site. */
const addresses = / (href|src|action|data-start|data-url)="([^"]*)"/g;

/**
 * A page as a file that is opened by double-click: addresses are relative and name files, its script is a classic one,
 * and links to what the bundle leaves out are text.
 * @param file Path in the bundle: `services/index.html`.
 * @param base Base path of the build: `/` or `/docs/`.
 * @param has Whether the bundle has a file.
 */
export function bundlePage(html: string, file: string, base: string, has: (file: string) => boolean): string {
  const up = '../'.repeat(file.split('/').length - 1);
  return html
    .replace(/<section class="keep".*?<\/section>/s, '')
    .replace(
      /<script type="module" src="[^"]*"><\/script>/,
      `<script defer src="${up}assets/site.js"></script>`,
    )
    .replace(/<link rel="(?:canonical|manifest|alternate)"[^>]*>/g, '')
    .replace(addresses, (whole, name: string, address: string) => {
      if (!address.startsWith(base) || address.startsWith('//')) return whole;
      const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address.slice(base.length)) ?? [];
      const target = /(^|\/)$/.test(path) ? `${path}index.html` : path;
      if (!has(decodeURIComponent(target))) return '';
      return ` ${name}="${up}${target}${rest}"`;
    });
}
