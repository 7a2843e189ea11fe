import { parseArgs } from 'node:util';
import { type Locale, locales, minors } from '../../src/lint/index.ts';
import { Mistake } from './words.ts';

export const formats = ['text', 'json', 'sarif', 'github'] as const;
export type Format = (typeof formats)[number];

export interface Arguments {
  paths: string[];
  /** Minors to check; undefined when none was asked for. */
  k8s: string[] | undefined;
  format: Format;
  /** All files are one set. */
  set: boolean;
  help: boolean;
  listRules: boolean;
  explain: string | undefined;
}

/** The language of everything that is said, mistakes in the other arguments too. */
export function localeOf(args: readonly string[]): Locale {
  const index = args.findLastIndex(arg => arg === '--locale' || arg.startsWith('--locale='));
  const arg = args[index] ?? '';
  const value = arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : args[index + 1];
  return locales.find(locale => index >= 0 && locale === value) ?? 'ja';
}

/** Reads the command line. Throws a `Mistake`. */
export function readArguments(args: readonly string[]): Arguments {
  const { values, positionals } = parse(args);
  oneOf('--locale', values.locale ?? 'ja', locales);
  return {
    paths: positionals,
    k8s: values.k8s && [...new Set(values.k8s.flatMap(readMinors))],
    format: oneOf('--format', values.format ?? 'text', formats),
    set: values.set === true,
    help: values.help === true,
    listRules: values['list-rules'] === true,
    explain: values.explain,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        k8s: { type: 'string', multiple: true },
        format: { type: 'string' },
        locale: { type: 'string' },
        set: { type: 'boolean' },
        'list-rules': { type: 'boolean' },
        explain: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new Mistake('usage', { reason: error instanceof Error ? error.message : String(error) });
  }
}

function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find(item => item === value);
  if (found === undefined) throw new Mistake('choice', { option, value, allowed });
  return found;
}

/** `1.36`, `1.34,1.36`, `1.30-1.36` or `all`, oldest first. A `v` in front is forgiven. */
function readMinors(text: string): string[] {
  const known = minors();
  if (text === 'all') return [...known];
  const wanted = text.split(',').flatMap(part => {
    const [first = '', last = first] = part.split('-').map(minor => minor.trim().replace(/^v/, ''));
    const [from, to] = [known.indexOf(first), known.indexOf(last)];
    if (from < 0 || to < from) throw new Mistake('minor', { value: part });
    return known.slice(from, to + 1);
  });
  return known.filter(minor => wanted.includes(minor));
}
