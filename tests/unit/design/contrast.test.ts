import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

type Palette = Record<string, string>;

/** Both palettes of tokens.css: `--name: light-dark(#light, #dark);` */
function readPalettes(css: string): { light: Palette; dark: Palette } {
  const light: Palette = {};
  const dark: Palette = {};
  for (const [, name = '', a = '', b = ''] of css.matchAll(
    /--([\w-]+): light-dark\((#[\da-f]{6}), (#[\da-f]{6})\)/g,
  )) {
    light[name] = a;
    dark[name] = b;
  }
  return { light, dark };
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map(start => {
    const value = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

const styles = new URL('../../../src/styles/', import.meta.url);
const sheets = readdirSync(styles).map(name => ({ name, text: readFileSync(new URL(name, styles), 'utf8') }));
const css = readFileSync(new URL('tokens.css', styles), 'utf8');
const palettes = readPalettes(css);

const surfaces = ['bg', 'surface', 'raised', 'code'];
const tints = ['link-tint', 'checked-tint', 'correction-tint', 'caution-tint', 'retired-tint'];
const tokens = Object.keys(palettes.light).filter(name => name.startsWith('t-'));

/** Text and the surfaces it stands on; 4.5:1. */
const text: [names: string[], on: string[]][] = [
  [
    ['ink', 'ink-2', 'link'],
    [...surfaces, ...tints],
  ],
  [['ink-3'], [...surfaces, 'link-tint']],
  [['checked', 'correction', 'caution', 'retired'], surfaces],
  [['checked'], ['checked-tint']],
  [['correction'], ['correction-tint']],
  [['caution'], ['caution-tint']],
  [['retired'], ['retired-tint']],
  // Code stands on plain, highlighted, inserted and deleted lines.
  [tokens, ['code', 'raised', 'link-tint', 'checked-tint', 'correction-tint']],
  [['on-link'], ['link']],
  [['bg'], ['ink']],
];

/** Borders of controls, focus ring, marks; 3:1. */
const controls: [names: string[], on: string[]][] = [
  [['border', 'focus'], surfaces],
  [['focus'], tints],
  [['link', 'checked', 'correction', 'caution', 'retired'], surfaces],
];

const pairs = (list: [string[], string[]][]) =>
  list.flatMap(([names, on]) => names.flatMap(name => on.map(back => ({ name, back }))));

describe.each(['light', 'dark'] as const)('%s palette', theme => {
  const palette = palettes[theme];
  const ratio = (name: string, back: string) => contrast(palette[name] ?? '', palette[back] ?? '');

  test('has every colour that the pairs name', () => {
    const named = new Set([...pairs(text), ...pairs(controls)].flatMap(({ name, back }) => [name, back]));
    expect([...named].filter(name => !palette[name])).toEqual([]);
    expect(tokens.length).toBe(5);
  });

  test.each(pairs(text))('$name on $back is readable (4.5:1)', ({ name, back }) => {
    expect(ratio(name, back)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(pairs(controls))('$name on $back can be seen (3:1)', ({ name, back }) => {
    expect(ratio(name, back)).toBeGreaterThanOrEqual(3);
  });
});

test.each(sheets)('$name takes every colour and size from tokens.css', ({ name, text }) => {
  const declared = new Set([...css.matchAll(/^\s*(--[\w-]+):/gm)].map(match => match[1]));
  const used = [...text.matchAll(/var\((--[\w-]+)/g)].map(match => match[1]);
  expect(used.filter(token => !declared.has(token))).toEqual([]);
  if (name !== 'tokens.css')
    expect(text.match(/#[\da-f]{3,8}\b(?!\s*\{)/gi)?.filter(color => color !== '#ffffff') ?? []).toEqual([]);
});
