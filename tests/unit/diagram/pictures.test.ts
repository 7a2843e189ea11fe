import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { MAX_WIDTH } from '../../../src/diagram/config.ts';
import { closeRenderer } from '../../../src/diagram/render.node.ts';
import { ELEMENTS, NUMERIC_ATTRIBUTES, OTHER_ATTRIBUTES } from '../../../src/diagram/svg/names.ts';
import { draw, fixtures, sources } from './samples.ts';
import { STARTING, useRenderer } from './use-renderer.ts';

useRenderer();

const { window } = new JSDOM('<!doctype html>');

function parse(svg: string): SVGSVGElement {
  window.document.body.innerHTML = svg;
  const element = window.document.querySelector('svg');
  if (!element) throw new Error('no svg');
  return element;
}

/** The picture as a file that an image viewer opens and a reviewer can compare line by line. */
const asFile = (svg: string) =>
  `${svg.replace('<svg', '<svg xmlns="http://www.w3.org/2000/svg"').replaceAll('><', '>\n<')}\n`;

describe.each([...sources()])('%s', (name, source) => {
  test('looks as reviewed', async () => {
    const { svg } = await draw(source);
    await expect(asFile(svg)).toMatchFileSnapshot(join(fixtures, `${name}.svg`));
  });

  test('is small enough for a page', async () => {
    const { svg, width } = await draw(source);
    expect(width).toBeLessThanOrEqual(MAX_WIDTH);
    expect(gzipSync(svg).length).toBeLessThan(4096);
  });

  test('has a name and a description that exist', async () => {
    const { svg, title, description } = await draw(source, 'd1');
    const root = parse(svg);
    expect(root.getAttribute('role')).toBe('img');
    expect(root.querySelector(':scope > title')?.textContent).toBe(title);
    expect(root.querySelector(':scope > desc')?.textContent).toBe(description);
    expect(root.getAttribute('aria-labelledby')).toBe(root.querySelector('title')?.id);
    expect(root.getAttribute('aria-describedby')).toBe(root.querySelector('desc')?.id);
    expect(title).not.toBe('');
    expect(description).not.toBe('');
  });

  test('holds listed elements and attributes only', async () => {
    const { svg } = await draw(source);
    const root = parse(svg);
    for (const element of root.querySelectorAll('*')) {
      if (!['title', 'desc'].includes(element.localName)) expect(ELEMENTS).toContain(element.localName);
      for (const { name: attribute } of element.attributes) {
        expect(NUMERIC_ATTRIBUTES.has(attribute) || OTHER_ATTRIBUTES.has(attribute), attribute).toBe(true);
      }
    }
    expect(svg).not.toMatch(
      /<style|<script|<a\b|<image|foreignObject|\s(style|on\w+|href|data-\S+)=|https?:/i,
    );
    for (const colour of root.querySelectorAll('[fill], [stroke]')) {
      for (const name of ['fill', 'stroke'])
        expect(['currentColor', 'none', null]).toContain(colour.getAttribute(name));
    }
  });

  test('refers only to its own ids', async () => {
    const { svg } = await draw(source, 'd2');
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(match => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every(id => id?.startsWith('d2-'))).toBe(true);
    for (const [, id] of svg.matchAll(/url\(#([^)]*)\)/g)) expect(ids).toContain(id);
  });
});

test(
  'the bytes do not depend on the order of drawing or on the worker',
  async () => {
    const drawAll = async (all: [string, string][]) => {
      const drawn = new Map<string, string>();
      for (const [name, source] of all) drawn.set(name, (await draw(source)).svg);
      return drawn;
    };
    const forward = await drawAll([...sources()]);
    await closeRenderer();
    const backward = await drawAll([...sources()].reverse());
    for (const [name, svg] of forward) expect(backward.get(name)).toBe(svg);
  },
  STARTING,
);
