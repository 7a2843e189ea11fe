import { type DOMWindow, JSDOM } from 'jsdom';
import { FONT_SIZE } from '../config.ts';
import { textWidth } from '../metrics.ts';
import { absoluteBox, bbox } from './bbox.ts';
import type { Box } from './geometry.ts';
import { pathLength, pathPoints, pointAtLength } from './path.ts';
import { layoutText } from './text.ts';

/** The globals that mermaid, d3 and DOMPurify look for. */
const GLOBALS = [
  'Element',
  'HTMLElement',
  'SVGElement',
  'Node',
  'DOMParser',
  'XMLSerializer',
  'DocumentFragment',
  'getComputedStyle',
  'MutationObserver',
  'NodeFilter',
  'Text',
  'Comment',
  'HTMLTemplateElement',
  'HTMLFormElement',
  'NamedNodeMap',
  'requestAnimationFrame',
] as const;

/** A constructable style sheet that only keeps its text: the theme is thrown away anyway. */
class TextStyleSheet {
  cssRules: { cssText: string }[] = [];

  insertRule(cssText: string, index = 0): number {
    this.cssRules.splice(index, 0, { cssText });
    return index;
  }

  replaceSync(cssText: string): void {
    this.cssRules = cssText.trim() ? [{ cssText }] : [];
  }
}

/**
 * Makes this thread look like a browser that can measure: a jsdom window as globals, with the SVG geometry that jsdom leaves
 * out. Call it only in the worker; `window` in the Astro process would confuse other packages.
 */
export function installDom(): Document {
  const { window } = new JSDOM('<!doctype html><html lang="ja"><body></body></html>', {
    pretendToBeVisual: true,
  });
  const extra = { window, document: window.document, CSSStyleSheet: TextStyleSheet };
  define(window.SVGElement.prototype, svgGeometry());
  define(window.HTMLElement.prototype, {
    getBoundingClientRect(this: HTMLElement) {
      return clientRect({
        x0: 0,
        y0: 0,
        x1: textWidth(this.textContent ?? '', FONT_SIZE),
        y1: FONT_SIZE * 1.5,
      });
    },
  });
  define(window, { CSSStyleSheet: TextStyleSheet });
  define(globalThis, {
    ...Object.fromEntries(GLOBALS.map(name => [name, readGlobal(window, name)])),
    ...extra,
  });
  return window.document;
}

function readGlobal(window: DOMWindow, name: (typeof GLOBALS)[number]): unknown {
  return window[name];
}

function svgGeometry(): Record<string, unknown> {
  const flatten = (element: Element) => pathPoints(element.getAttribute('d') ?? '');
  return {
    /** Only x, y, width and height: with `left` and `top` as well, mermaid shifts the label of a cylinder. */
    getBBox(this: Element) {
      const { x, y, width, height } = clientRect(bbox(this));
      return { x, y, width, height };
    },
    getBoundingClientRect(this: Element) {
      return clientRect(absoluteBox(this));
    },
    getComputedTextLength(this: Element) {
      return layoutText(this).reduce((sum, run) => sum + run.width, 0);
    },
    getTotalLength(this: Element) {
      return pathLength(flatten(this));
    },
    getPointAtLength(this: Element, distance: number) {
      const [x, y] = pointAtLength(flatten(this), distance);
      return { x, y };
    },
  };
}

function clientRect(box: Box | null) {
  const { x0, y0, x1, y1 } = box ?? { x0: 0, y0: 0, x1: 0, y1: 0 };
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0, left: x0, top: y0, right: x1, bottom: y1 };
}

function define(target: object, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true });
  }
}
