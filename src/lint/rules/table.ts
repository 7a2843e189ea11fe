import type { Path } from '../parse/tree.ts';
import { checkRange, checkRequired, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { type Format, formats } from './formats.ts';
import { checkLabels, checkSelector } from './labels.ts';
import type { Rule } from './rule.ts';

/**
 * Conditions on single fields, one a line: a path, then what holds there. `a[].b` is `b` of each item, `a[]` each item.
 *
 * `!` something must be there, if what it is in is there; `!!` in any case. `=a|b` one of these, if it is set;
 * `==a|b` also when it is empty. `~form` has this form, if it is set; `~~form` also when it is empty. `<1,9` at least,
 * at most. `%` each value once in its list; `%%` also the empty one. `&` labels, `@` a label selector. `+1.34` only from
 * that minor on; `^` called by the name of the list.
 */
export function checkTable(context: ObjectContext, at: Cursor, table: string): void {
  for (const line of table.trim().split('\n')) {
    const [path = '', ...checks] = line.trim().split(' ');
    let places = placesAt(at, path.replaceAll('[]', '.[]').split('.'));
    for (const check of checks) {
      if (check.startsWith('+') && !context.isAtLeast(check.slice(1))) break;
      if (check === '^') places = places.map(place => ({ ...place, called: place.at.path.slice(0, -1) }));
      else checkAll(context, places, check);
    }
  }
}

interface Place {
  at: Cursor;
  /** What it is in is there. An item of a list is, even if it is null. */
  inside: boolean;
  called?: Path;
}

function placesAt(root: Cursor, steps: readonly string[]): Place[] {
  let places: Place[] = [{ at: root, inside: true }];
  for (const step of steps)
    places = places.flatMap(({ at }) =>
      step === '[]'
        ? at.items().map(item => ({ at: item, inside: true }))
        : [{ at: at.get(step), inside: at.isSet || typeof at.path.at(-1) === 'number' }],
    );
  return places;
}

function checkAll(context: ObjectContext, places: readonly Place[], check: string): void {
  const [, sign = '', rest = ''] = /^(!!?|==?|~~?|%%?|[<&@])(.*)$/.exec(check) ?? [];
  if (sign.startsWith('%')) checkEachOnce(context, places, sign === '%%');
  else for (const place of places) checkOne(context, place, sign, rest);
}

function checkEachOnce({ report }: ObjectContext, places: readonly Place[], withEmpty: boolean): void {
  const seen = new Set<string>();
  for (const { at } of places) {
    const index = at.path.findLastIndex(step => typeof step === 'number');
    const value = at.text ?? '';
    const key = [...at.path.slice(0, index), value].join('/');
    if (seen.has(key) && (value !== '' || withEmpty)) report(at, 'duplicate', { value });
    seen.add(key);
  }
}

function checkOne(
  context: ObjectContext,
  { at: written, inside, called }: Place,
  sign: string,
  rest: string,
): void {
  const at = called ? under(written, called) : written;
  // null in a list is the empty value.
  const value = !at.isSet && typeof written.path.at(-1) === 'number' ? '' : at.string;
  const isOpen = value === undefined || (value === '' && sign.length === 1);
  switch (sign.charAt(0)) {
    case '!':
      if (inside || sign === '!!') checkRequired(context, at);
      break;
    case '=':
      if (!isOpen && !rest.split('|').includes(value))
        context.report(at, 'enum', { value, allowed: rest.split('|') });
      break;
    case '~':
      if (!isOpen && !formats[rest as Format](value))
        context.report(at, 'bad-format', { value, format: rest as Format });
      break;
    case '<': {
      const [min = 0, max] = rest.split(',').map(Number);
      checkRange(context, at, min, max);
      break;
    }
    case '&':
      checkLabels(context, at);
      break;
    case '@':
      checkSelector(context, at);
  }
}

/** A rule that is a table, and more where a line cannot say it. */
export function tableRule(
  id: string,
  kinds: readonly string[],
  table: string,
  check?: (context: ObjectContext) => void,
  since?: string,
): Rule {
  return {
    id,
    level: 'error',
    kinds,
    ...(since !== undefined && { since }),
    check(context) {
      if (table !== '') checkTable(context, context.root, table);
      check?.(context);
    },
  };
}
