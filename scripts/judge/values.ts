import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { isObject, type Json } from './json.ts';
import type { Random } from './random.ts';

/** `<a*63>`: a letter and how often it is written. */
const repetition = /<(\p{L})\*(\d+)>/gu;

const expand = (value: Json): Json =>
  typeof value === 'string'
    ? value.replace(repetition, (_, letter: string, count: string) => letter.repeat(Number(count)))
    : value;

/** Values by class, read from values.yaml. */
export function readValues(): Map<string, readonly Json[]> {
  const classes: Json = parse(readFileSync(join(import.meta.dirname, 'values.yaml'), 'utf8'));
  const values = new Map<string, readonly Json[]>();
  for (const [name, list] of Object.entries(isObject(classes) ? classes : {})) {
    if (Array.isArray(list)) values.set(name, list.map(expand));
  }
  return values;
}

/** A value close to the given one, so that limits are met on both sides. */
export function nudge(value: Json, random: Random): Json {
  if (typeof value === 'number')
    return random.pick([value + 1, value - 1, -value, value * 10, value * 2, String(value), value + 0.5]);
  if (typeof value === 'boolean') return random.pick([!value, String(value)]);
  if (typeof value === 'string') return random.pick(nudgedTexts(value));
  if (Array.isArray(value))
    return random.pick([
      value.slice(1),
      [...value].reverse(),
      [...value, ...value.slice(0, 1)],
      value.slice(0, -1),
    ]);
  return null;
}

/** Texts one keystroke away: letter case, blanks, a missing or doubled end, the first number one higher or lower. */
function nudgedTexts(text: string): string[] {
  const number = (step: number) => text.replace(/\d+/, digits => String(Number(digits) + step));
  const first = text.slice(0, 1);
  return [
    `${text}x`,
    text.slice(1),
    text.slice(0, -1),
    text.toUpperCase(),
    text.toLowerCase(),
    `${first.toUpperCase()}${text.slice(1)}`,
    `${first.toLowerCase()}${text.slice(1)}`,
    `${text}s`,
    `${text}-`,
    `.${text}`,
    `${text} `,
    ` ${text}`,
    number(1),
    number(-1),
    text + text,
    text.replace('.', '..'),
    text.replace('/', ''),
    text.replace(/[.-]/, '_'),
  ];
}

/** The same content in a type that the field probably does not have. */
export function retype(value: Json, random: Random): Json {
  if (Array.isArray(value))
    return random.pick<Json>([value[0] ?? 'x', { item: value[0] ?? null }, [value], null]);
  if (isObject(value))
    return random.pick<Json>([[value], Object.keys(value), JSON.stringify(value).slice(0, 40), null]);
  if (typeof value === 'string')
    return random.pick<Json>([[value], { value }, null, true, Number.parseInt(value, 10) || 0]);
  return random.pick<Json>([[value], { value }, String(value), null]);
}
