import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/lib/run.ts';
import { builds, builtFiles, builtPages, dist, elements, type Page, text } from '../helpers/dist.ts';

const chapters = readdirSync(join(root, 'src/content/chapters')).map(name => name.replace(/\.mdx$/, ''));
const twins = chapters.filter(slug => existsSync(join(dist, slug, 'index.html')));
const read = (file: string, dir = dist) => readFileSync(join(dir, file), 'utf8');
const xml = (file: string) => new JSDOM(read(file), { contentType: 'application/xml' }).window.document;
const manifests = builtFiles(dist).filter(file => /^manifests\/.*\.yaml$/.test(file));

describe('feed.xml', () => {
  test('is Atom with unique ids, dates from data and links of the site', () => {
    const feed = xml('feed.xml');
    const entries = [...feed.querySelectorAll('entry')];
    expect(entries.length).toBeGreaterThanOrEqual(twins.length);
    const ids = entries.map(entry => entry.querySelector('id')?.textContent);
    expect(new Set(ids).size).toBe(ids.length);
    for (const entry of entries) {
      expect(entry.querySelector('updated')?.textContent).toMatch(/^\d{4}-\d\d-\d\dT00:00:00Z$/);
      const [path = '', id] = (entry.querySelector('link')?.getAttribute('href') ?? '').split('#');
      const page = join(dist, path, 'index.html');
      expect(existsSync(page), path).toBe(true);
      if (id) expect(readFileSync(page, 'utf8')).toContain(`id="${id}"`);
    }
  });

  test('is named by every page', () => {
    for (const { tree, file } of builtPages(dist)) {
      const link = elements(tree, element => text(element, 'type') === 'application/atom+xml')[0];
      expect(link && text(link, 'href'), file).toBe('/feed.xml');
    }
  });
});

test('sitemap.xml lists every page that may be found, and no other', () => {
  const paths = [...xml('sitemap.xml').querySelectorAll('loc')].map(loc => new URL(loc.textContent).pathname);
  const open = builtPages(dist)
    .filter(({ tree }) => !elements(tree, element => text(element, 'name') === 'robots').length)
    .map(({ url }) => url)
    .filter(url => url !== '/search/');
  expect([...paths].sort()).toEqual(open.sort());
});

describe('addresses for other sites', () => {
  /** `link` and `meta` elements that name the page's own address, and the picture for links to it. */
  const named = (tree: Page['tree']) => ({
    canonical: elements(tree, element => text(element, 'rel') === 'canonical').map(link =>
      text(link, 'href'),
    ),
    ...Object.fromEntries(
      ['og:title', 'og:url', 'og:image'].map(name => [
        name,
        elements(tree, element => text(element, 'property') === name).map(meta => text(meta, 'content')),
      ]),
    ),
  });

  test('on a known host, every page that may be found names its own, and one picture', () => {
    const [, { dir = '' } = {}] = builds;
    for (const { file, url, tree } of builtPages(dir)) {
      const isHidden = elements(tree, element => text(element, 'name') === 'robots').length > 0;
      const own = `https://notes.example.org/docs${url}`;
      const { canonical, 'og:url': page, 'og:image': picture } = named(tree) as Record<string, string[]>;
      expect(canonical, file).toEqual(isHidden ? [] : [own]);
      expect(page, file).toEqual(isHidden ? [] : [own]);
      expect(picture, file).toEqual(isHidden ? [] : ['https://notes.example.org/docs/og.png']);
    }
    const png = readFileSync(join(dir, 'og.png'));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
  });

  test('while the host is unknown, no page names a wrong one', () => {
    for (const { file, tree } of builtPages(dist))
      expect(Object.values(named(tree)).flat(), file).toEqual([]);
  });
});

test('robots.txt allows everything', () => {
  expect(read('robots.txt')).toContain('User-agent: *\nAllow: /');
});

describe.each(builds)('llms.txt of $name', ({ dir, base }) => {
  test('names the Markdown twin of every chapter', () => {
    const addresses = [
      ...read('llms.txt', dir).matchAll(/\]\((?:https:\/\/notes\.example\.org)?(\/[^)]+)\)/g),
    ].map(match => match[1] ?? '');
    expect(addresses.filter(address => address.endsWith('.md'))).toHaveLength(twins.length);
    for (const address of addresses) {
      expect(address.startsWith(base), address).toBe(true);
      expect(existsSync(join(dir, address.slice(base.length))), address).toBe(true);
    }
  });
});

describe.each(twins)('%s.md', slug => {
  const markdown = read(`${slug}.md`);
  const source = readFileSync(join(root, 'src/content/chapters', `${slug}.mdx`), 'utf8');

  test('is named by the chapter', () => {
    expect(read(`${slug}/index.html`)).toContain(`href="/${slug}.md" type="text/markdown"`);
  });

  test('holds the bytes of every manifest that the chapter shows', () => {
    for (const [, path = ''] of source.matchAll(/<Manifest\b[^>]*?\bpath="([^"]+)"/g)) {
      expect(manifests).toContain(`manifests/${path}`);
      expect(markdown).toContain(`\`\`\`yaml\n${read(`manifests/${path}`)}\`\`\`\n`);
    }
  });

  test('draws with what the manifests say', () => {
    expect(markdown).not.toContain('```topology');
    for (const [fence] of markdown.matchAll(/^```mermaid[\s\S]*?^```$/gm))
      expect(fence).not.toMatch(/\{\{|^```mermaid ./);
  });

  test('has no component, heading id or link without an address left', () => {
    const prose = markdown.replace(/^(```+)[^\n]*\n[\s\S]*?^\1$/gm, '').replace(/`[^`\n]*`/g, '');
    expect(prose.match(/<\/?[A-Z]\w*/g)).toBeNull();
    expect(prose.match(/^#+ .*\[#[a-z].*\]$/gm)).toBeNull();
    for (const [, id] of prose.matchAll(/\[\^([\w-]+)\](?!:)/g)) expect(prose).toContain(`[^${id}]: `);
  });
});

test('the picture of shared links is there', () => {
  expect(readFileSync(join(dist, 'og.png')).subarray(1, 4).toString()).toBe('PNG');
});
