import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import type { ZoneName } from '../core/site.ts';

/** A piece of a record's text. */
export interface Piece {
  zone: ZoneName;
  text: string;
  /** Title of a file or a terminal; `text` follows it. */
  title?: string;
}

/** A place of a page that a search result can lead to, with its text. */
export interface PageRecord {
  /** Root-relative address of the page, without the base: `/services/`. */
  url: string;
  page: string;
  /** Fragment; empty for the top of the page. */
  id: string;
  title: string;
  parent: string;
  pieces: Piece[];
  /** Text of code: names that a reader may misspell. */
  code: string[];
  /** Manifests that are shown here. */
  files: string[];
}

/** Elements whose words are not the page's own: controls, marks and what is repeated. */
const ignored = new Set(['script', 'style', 'template', 'button', 'nav', 'time', 'sup', 'noscript']);
const ignoredClasses = [
  'anchor',
  'permalink',
  'card-foot',
  'record',
  'stamp',
  'severity',
  'requires',
  'errata-place',
  'aside',
  'mark',
];

/** Pages whose plain text is not text of a chapter. */
const pageZones: Record<string, ZoneName> = {
  manifests: 'manifest',
  errata: 'erratum',
  glossary: 'term',
  rules: 'rule',
};

/** Elements after whose text a new line begins. */
const blocks = new Set(
  'p li dt dd tr h1 h2 h3 h4 pre div section figure td th samp ul ol dl blockquote'.split(' '),
);

/**
 * Cuts a built page into the places that a result can lead to: the top of the page, every section with an id, every term
 * of the glossary, every erratum of the list, every set of the catalogue.
 * @param url Root-relative address of the page, without the base.
 * @returns Nothing for a page that is not to be searched (no `data-pagefind-body`).
 */
export function pageRecords(url: string, html: string): PageRecord[] {
  const body = find(fromHtml(html), element => has(element, 'dataPagefindBody'));
  if (!body) return [];
  const heading = find(body, ({ tagName }) => tagName === 'h1');
  const page = heading ? clean(textOf(heading)) : '';
  const walker = new Walker(url, page);
  walker.walk(body.children);
  // A section without text of its own still has those below it.
  const parents = new Set(walker.records.map(({ parent }) => parent));
  return walker.records.filter(
    ({ id, title, pieces }) => id === '' || pieces.length > 0 || parents.has(title),
  );
}

class Walker {
  readonly records: PageRecord[] = [];
  private readonly url: string;
  private readonly page: string;
  /** What plain text of this page is. */
  private readonly plain: ZoneName;
  /** A page of one subject, such as a rule, is one place. */
  private readonly isWhole: boolean;
  private section = '';

  constructor(url: string, page: string) {
    this.url = url;
    this.page = page;
    this.plain = pageZones[url.split('/')[1] ?? ''] ?? 'text';
    this.isWhole = /^\/rules\/./.test(url);
    this.begin('', page, '');
  }

  walk(nodes: readonly (RootContent | ElementContent)[]): void {
    for (const node of nodes) {
      if (node.type === 'text') this.add(this.plain, node.value);
      if (node.type === 'element') this.element(node);
    }
  }

  private element(node: Element): void {
    const { tagName } = node;
    const id = String(node.properties['id'] ?? '');
    if (isIgnored(node) || tagName === 'h1') return;
    const isHeading = (tagName === 'h2' || tagName === 'h3') && id !== '' && !this.isWhole;
    if (tagName === 'svg') this.picture(node);
    else if (isHeading) this.heading(node, id);
    else if (hasClass(node, 'card')) this.card(node);
    else if (hasClass(node, 'terminal')) this.terminal(node);
    else if (hasClass(node, 'erratum')) this.erratum(node, id);
    else if (tagName === 'div' && id && find(node, child => child.tagName === 'dt')) this.term(node, id);
    else if (tagName === 'code') this.add(this.plain, textOf(node), true);
    else {
      this.walk(node.children);
      if (blocks.has(tagName)) this.add(this.plain, '\n');
    }
  }

  private begin(id: string, title: string, parent: string): void {
    this.records.push({ url: this.url, page: this.page, id, title, parent, pieces: [], code: [], files: [] });
  }

  private get record(): PageRecord {
    // `begin` runs before anything else.
    return this.records.at(-1) as PageRecord;
  }

  private add(zone: ZoneName, text: string, isTerm = false, title?: string): void {
    const { pieces, code } = this.record;
    if (isTerm) code.push(text);
    const last = pieces.at(-1);
    if (last && last.zone === zone && title === undefined) last.text += text;
    else if (text.trim() || title) pieces.push({ zone, text, ...(title && { title }) });
  }

  private heading(node: Element, id: string): void {
    const title = clean(textOf(node));
    if (node.tagName === 'h2') this.section = title;
    this.begin(id, title, node.tagName === 'h3' ? this.section : '');
  }

  private picture(svg: Element): void {
    for (const tag of ['title', 'desc']) {
      const part = find(svg, ({ tagName }) => tagName === tag);
      if (part) this.add(this.plain, `${textOf(part)}\n`);
    }
  }

  private card(node: Element): void {
    const file = String(node.properties['dataManifest'] ?? node.properties['dataTo'] ?? '');
    const screen = find(node, ({ tagName }) => tagName === 'pre');
    const code = screen && find(screen, ({ tagName }) => tagName === 'code');
    if (file) this.record.files.push(file);
    this.add('manifest', code ? textOf(code) : '', true, file);
    const notes = find(node, child => hasClass(child, 'notes'));
    if (notes) this.walk(notes.children);
  }

  private terminal(node: Element): void {
    const title = find(node, child => hasClass(child, 'title'));
    this.add('command', '', true, title ? clean(textOf(title)) : '');
    const screen = find(node, ({ tagName }) => tagName === 'pre');
    for (const part of screen?.children ?? []) {
      if (part.type !== 'element') continue;
      if (part.tagName === 'samp') this.add('output', `${withoutNoise(textOf(part))}\n`);
      else this.add('command', `${textOf(part)}\n`, true);
    }
  }

  /** In the list of errata, an erratum is a place of its own; a chapter that shows it has its title only. */
  private erratum(node: Element, id: string): void {
    const title = find(node, child => hasClass(child, 'phrase'));
    const name = title ? clean(textOf(title)) : '';
    if (this.url === '/errata/') {
      this.begin(id, name, '');
      this.add('erratum', `${visibleText(node, child => child === title)}\n`);
    } else this.add('erratum', `${name}\n`, true);
  }

  private term(node: Element, id: string): void {
    const name = find(node, ({ tagName }) => tagName === 'b');
    this.begin(id, name ? clean(textOf(name)) : id, '');
    this.add('term', `${visibleText(node, child => child === name || child.tagName === 'a')}\n`, true);
  }
}

/** Names that a cluster made up, addresses and ages: nobody searches for them, and each would be a word of the index. */
function withoutNoise(output: string): string {
  return output
    .replace(/-[0-9a-f]{8,10}-[0-9a-z]{5}\b/g, '')
    .replace(/\b\d+\.\d+\.\d+\.\d+\b/g, '')
    .replace(/\b\d+(m\d+s|[smhd])\b/g, '')
    .replace(/\b\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '')
    .replace(/\b[0-9a-f]{12,}\b/g, '');
}

/** The text that a reader sees, but for what `leaveOut` says. */
function visibleText(node: Element, leaveOut: (child: Element) => boolean): string {
  return node.children
    .map(child => {
      if (child.type === 'text') return child.value;
      if (child.type !== 'element' || isIgnored(child) || leaveOut(child)) return '';
      return visibleText(child, leaveOut) + (blocks.has(child.tagName) ? '\n' : '');
    })
    .join('');
}

function isIgnored(node: Element): boolean {
  return (
    ignored.has(node.tagName) ||
    has(node, 'dataPagefindIgnore') ||
    ignoredClasses.some(name => hasClass(node, name))
  );
}

function find(node: Root | Element, test: (element: Element) => boolean): Element | undefined {
  for (const child of node.children) {
    if (child.type !== 'element') continue;
    const found = test(child) ? child : find(child, test);
    if (found) return found;
  }
  return undefined;
}

function has(node: Element, property: string): boolean {
  return node.properties[property] !== undefined && node.properties[property] !== false;
}

function hasClass(node: Element, name: string): boolean {
  const { className } = node.properties;
  return Array.isArray(className) && className.includes(name);
}

function clean(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
