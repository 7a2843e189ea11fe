import { forbid, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { isEmpty } from './object-checks.ts';
import { one, parseQuantity } from './quantity.ts';
import { checkContainerResourceName, checkResourceName } from './resource-names.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = ['LimitRange'];
const types = ['Container', 'PersistentVolumeClaim', 'Pod'];
const fields = ['max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio'] as const;

/** Smaller field, larger field; reported at the one named last. */
const orders = [
  ['min', 'max', 'min'],
  ['min', 'defaultRequest', 'defaultRequest'],
  ['defaultRequest', 'max', 'defaultRequest'],
  ['defaultRequest', 'default', 'defaultRequest'],
  ['min', 'default', 'default'],
  ['default', 'max', 'default'],
] as const;

type Field = (typeof fields)[number];

function checkType(context: ObjectContext): void {
  const seen = new Set<string>();
  for (const limit of context.root.get('spec', 'limits').items()) {
    const type = limit.get('type');
    const value = type.string ?? '';
    const isKnown = value.includes('/') || types.includes(value);
    if (!formats.qualified(value) || !isKnown) context.report(type, 'enum', { value, allowed: types });
    if (seen.has(value)) context.report(type, 'duplicate', { value });
    seen.add(value);
    if (value === 'Pod')
      for (const field of ['default', 'defaultRequest'])
        if (!isEmpty(limit.get(field))) forbid(context, limit.get(field), 'type: Pod');
    const has = (field: string) =>
      limit
        .get(field)
        .entries()
        .some(([name]) => name === 'storage');
    if (value === 'PersistentVolumeClaim' && !has('min') && !has('max'))
      context.report(under(limit, [...limit.path, 'limits']), 'one-of', {
        fields: ['min.storage', 'max.storage'],
      });
  }
}

function checkNames(context: ObjectContext): void {
  for (const limit of context.root.get('spec', 'limits').items()) {
    const type = limit.get('type').string ?? '';
    const isPod = type === 'Pod' || type === 'Container';
    for (const field of fields)
      for (const [name, amount] of limit.get(field).entries())
        (isPod ? checkContainerResourceName : checkResourceName)(context, name, amount);
  }
}

function checkOrder(context: ObjectContext): void {
  for (const limit of context.root.get('spec', 'limits').items()) {
    const names = new Set(
      fields.flatMap(field =>
        limit
          .get(field)
          .entries()
          .map(([name]) => name),
      ),
    );
    for (const name of names) checkLimit(context, limit, name);
  }
}

/** The amounts of one resource; what a Container leaves out is filled in before the server looks. */
function checkLimit(context: ObjectContext, limit: Cursor, name: string): void {
  const written = (field: Field) =>
    limit
      .get(field)
      .entries()
      .find(([key]) => key === name)?.[1];
  const places: Partial<Record<Field, Cursor>> = {};
  for (const field of fields) {
    const place = written(field);
    if (place) places[field] = place;
  }
  if (limit.get('type').string === 'Container') {
    const top = places.default ?? places.max;
    if (top) places.default ??= under(top, [...limit.path, 'default', name]);
    const request = places.defaultRequest ?? places.default ?? places.min;
    if (request) places.defaultRequest ??= under(request, [...limit.path, 'defaultRequest', name]);
  }
  const amount = (field: Field) => {
    const place = places[field];
    return place && (place.isSet ? parseQuantity(place.text) : 0n);
  };
  for (const [small, large, field] of orders) {
    const [low, high] = [amount(small), amount(large)];
    const place = places[field];
    if (place && low !== undefined && high !== undefined && low > high)
      context.report(place, 'larger', { small, large, name });
  }
  checkRatio(
    context,
    places.maxLimitRequestRatio,
    amount('maxLimitRequestRatio'),
    amount('min'),
    amount('max'),
  );
}

function checkRatio(
  { report }: ObjectContext,
  at: Cursor | undefined,
  ratio: bigint | undefined,
  min: bigint | undefined,
  max: bigint | undefined,
): void {
  if (!at || ratio === undefined) return;
  const value = at.text ?? '0';
  if (ratio < one)
    report(at, 'out-of-range', { value: Number(ratio) / 1e9, min: 1, max: Number.POSITIVE_INFINITY });
  else if (
    min !== undefined &&
    max !== undefined &&
    min !== 0n &&
    ratio < 2n ** 63n &&
    isAbove(ratio, max, min)
  )
    report(at, 'ratio', { value });
}

/** Whether a ratio is more than `max / min`. */
function isAbove(ratio: bigint, max: bigint, min: bigint): boolean {
  return min > 0n ? ratio * min > max * one : ratio * min < max * one;
}

/** Limit ranges. */
export const limitRangeRules: readonly Rule[] = [
  defineRule({ id: 'limitrange/type', level: 'error', kinds, check: checkType }),
  defineRule({ id: 'limitrange/resource', level: 'error', kinds, check: checkNames }),
  defineRule({ id: 'limitrange/order', level: 'error', kinds, check: checkOrder }),
];
