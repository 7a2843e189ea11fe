import { checkFormat, checkRequired, checkSet, type Reporter, under } from './checks.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';

/** Keys and values of labels. The server names the map, not the key: `path` is how it calls it. */
export function checkLabels(reporter: Reporter, labels: Cursor, path = labels.path): void {
  for (const [key, value] of labels.entries()) {
    if (!formats.qualified(key))
      reporter.reportKey(under(value, path), 'bad-format', { value: key, format: 'qualified' });
    checkSet(reporter, value, 'label-value', path);
  }
}

/** Keys of annotations, where upper case does not matter, and their size. */
export function checkAnnotations(reporter: Reporter, annotations: Cursor, path = annotations.path): void {
  let size = 0;
  const encoder = new TextEncoder();
  for (const [key, value] of annotations.entries()) {
    size += encoder.encode(key).length + encoder.encode(value.string ?? '').length;
    if (!formats.qualified(key.toLowerCase()))
      reporter.reportKey(under(value, path), 'bad-format', { value: key, format: 'qualified' });
  }
  if (size > 256 * 1024) reporter.report(under(annotations, path), 'annotations-size', {});
}

/** A label selector: matchLabels and matchExpressions. */
export function checkSelector(reporter: Reporter, selector: Cursor): void {
  checkLabels(reporter, selector.get('matchLabels'));
  for (const expression of selector.get('matchExpressions').items()) {
    checkExpression(reporter, expression, ['In', 'NotIn', 'Exists', 'DoesNotExist']);
    for (const value of expression.get('values').items()) checkSet(reporter, value, 'label-value');
  }
}

/** Operator, key and number of values of one expression. */
export function checkExpression(reporter: Reporter, expression: Cursor, operators: readonly string[]): void {
  const operator = expression.get('operator').string;
  const values = expression.get('values');
  const count = values.items().length;
  if (operator === 'In' || operator === 'NotIn') checkRequired(reporter, values);
  else if (operator === 'Exists' || operator === 'DoesNotExist') {
    if (count > 0)
      reporter.reportKey(values, 'forbidden', { field: 'values', beside: `operator: ${operator}` });
  } else if (operator !== undefined && operators.includes(operator)) {
    if (count !== 1) reporter.report(values, 'count', { count, wanted: 1, beside: `operator: ${operator}` });
  } else if (operator)
    reporter.report(expression.get('operator'), 'enum', { value: operator, allowed: operators });
  checkFormat(reporter, expression.get('key'), 'qualified');
}

/** Whether a selector chooses nothing in particular: every object matches it. */
export function isEmptySelector(selector: Cursor): boolean {
  return selector.get('matchLabels').entries().length + selector.get('matchExpressions').items().length === 0;
}

/** Whether labels fit a selector. `undefined` for a selector that is not valid. */
export function matches(selector: Cursor, labels: ReadonlyMap<string, string>): boolean | undefined {
  for (const [key, value] of selector.get('matchLabels').entries()) {
    if (!formats.qualified(key) || !formats['label-value'](value.string ?? '')) return undefined;
  }
  const expressions = selector.get('matchExpressions').items();
  const wanted = expressions.map(expression => matchesExpression(expression, labels));
  if (wanted.includes(undefined)) return undefined;
  return (
    !wanted.includes(false) &&
    selector
      .get('matchLabels')
      .entries()
      .every(([key, value]) => labels.get(key) === (value.string ?? ''))
  );
}

function matchesExpression(expression: Cursor, labels: ReadonlyMap<string, string>): boolean | undefined {
  const key = expression.get('key').string ?? '';
  const values = expression
    .get('values')
    .items()
    .map(value => value.string ?? '');
  if (!formats.qualified(key)) return undefined;
  const label = labels.get(key);
  switch (expression.get('operator').string) {
    case 'In':
      return values.length > 0 ? label !== undefined && values.includes(label) : undefined;
    case 'NotIn':
      return values.length > 0 ? label === undefined || !values.includes(label) : undefined;
    case 'Exists':
      return values.length === 0 ? label !== undefined : undefined;
    case 'DoesNotExist':
      return values.length === 0 ? label === undefined : undefined;
    default:
      return undefined;
  }
}

/** Labels as a map; null is the empty string. */
export function readLabels(labels: Cursor): Map<string, string> {
  return new Map(labels.entries().map(([key, value]) => [key, value.string ?? '']));
}
