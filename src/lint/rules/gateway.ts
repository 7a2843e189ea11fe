import { toJson } from '../parse/tree.ts';
import { extra, targetOf } from '../schema/catalogue.ts';
import { type Check, findTwins, fits, type Place, walkChecks } from '../schema/constraints.ts';
import { validate } from '../schema/validate.ts';
import { CelFailure, compileCel } from './cel-evaluate.ts';
import type { ObjectContext } from './context.ts';
import { Cursor } from './cursor.ts';
import { isIp } from './formats.ts';
import { defineRule, type Rule } from './rule.ts';

const kinds = [...new Set([...extra.kinds.values()].flatMap(group => [...group.keys()]))];

/** Calls `visit` with every value of an object of Gateway API that its CRD says more of than a type. */
function visitChecks(
  { apiVersion, kind, root }: ObjectContext,
  visit: (at: Cursor, check: Check, place: Place) => void,
): void {
  const [entry] = extra.kinds.get(apiVersion)?.get(kind) ?? [];
  const { node } = root;
  if (!entry || !node) return;
  walkChecks(
    extra,
    `#${entry.type.toString(36)}`,
    { value: toJson(node), node, path: [] },
    (place, check) => {
      visit(cursorOf(place), check, place);
    },
  );

  /** A place that only a default brought in is where its nearest owner is. */
  function cursorOf({ path }: Place): Cursor {
    let at = root;
    for (const step of path) at = typeof step === 'number' ? (at.items()[step] ?? at) : at.get(step);
    const full = [...root.path, ...path];
    return at.path.length === full.length ? at : new Cursor(undefined, full, at.span);
  }
}

const patterns = new Map<string, RegExp>();

function matches(pattern: string, value: string): boolean {
  const known = patterns.get(pattern) ?? new RegExp(pattern);
  patterns.set(pattern, known);
  return known.test(value);
}

function checkValue(
  { report }: Pick<ObjectContext, 'report'>,
  at: Cursor,
  check: Check,
  value: unknown,
): void {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, pattern, keys, oneOf } = check;
  const size =
    typeof value === 'string'
      ? [...value].length
      : Array.isArray(value)
        ? value.length
        : typeof value === 'object' && value !== null
          ? Object.keys(value).length
          : undefined;
  if (typeof value === 'number' && (value < min || value > max))
    report(at, 'out-of-range', { value, min, max });
  if (size !== undefined && size < min)
    report(at, 'required', { field: String(at.path.at(-1)), empty: true, enforced: true });
  if (size !== undefined && size > max) {
    if (typeof value === 'string') report(at, 'too-long', { value, max });
    else report(at, 'too-many', { count: size, max });
  }
  if (pattern !== undefined && typeof value === 'string' && (size ?? 0) >= min && !matches(pattern, value))
    report(at, 'pattern', { value, pattern });
  if (keys && Array.isArray(value)) {
    const items = at.items();
    for (const index of findTwins(value, keys))
      report(items[index] ?? at, 'duplicate', { value: nameOf(value[index], keys) });
  }
  if (check.enum && typeof value === 'number' && !check.enum.includes(value))
    report(at, 'enum', { value: String(value), allowed: check.enum.map(String) });
  if (oneOf && oneOf.filter(shape => fits(value, shape, isIp)).length !== 1)
    report(at, 'wrong', { reason: 'gateway-address' });
}

function nameOf(item: unknown, keys: readonly string[]): string {
  const fields = Object(item) as Record<string, unknown>;
  return keys.length === 0 ? String(item) : keys.map(key => String(fields[key] ?? '')).join(' ');
}

const compiled = new Map<string, (self: unknown) => unknown>();

/** What is wrong about a value by a rule; undefined when nothing is. */
function holds(rule: string, value: unknown): boolean {
  const evaluate = compiled.get(rule) ?? compileCel(rule);
  compiled.set(rule, evaluate);
  try {
    return evaluate(value) === true;
  } catch (error) {
    if (error instanceof CelFailure) return false;
    throw error;
  }
}

/** A server looks at rules only when the rest of the object is as the schema wants it. */
function isStructural(context: ObjectContext): boolean {
  const { apiVersion, kind, root, minor } = context;
  const [entry] = extra.kinds.get(apiVersion)?.get(kind) ?? [];
  if (!entry || !root.node) return false;
  let isSound = true;
  const refuse = () => {
    isSound = false;
  };
  const target = targetOf(minor);
  const options = { view: target.extra, place: { kind, target }, base: [], partial: false };
  validate(
    `#${entry.type.toString(36)}`,
    root.node,
    [],
    () => (_rule, _message, _params, _span, level) => {
      if (level !== 'warning') refuse();
    },
    options,
  );
  visitChecks(context, (at, check, { value }) => checkValue({ report: refuse }, at, check, value));
  return isSound;
}

/** Gateway API: what its CRDs say beyond types. */
export const gatewayRules: readonly Rule[] = [
  defineRule({
    id: 'gateway/value',
    level: 'error',
    kinds,
    check: context => visitChecks(context, (at, check, { value }) => checkValue(context, at, check, value)),
  }),
  defineRule({
    id: 'gateway/rule',
    level: 'error',
    kinds,
    check(context) {
      if (!isStructural(context)) return;
      visitChecks(context, (at, { rules = [] }, { value }) => {
        for (const [rule, message] of rules)
          if (!holds(rule, value)) context.report(at, 'crd-rule', { rule: message });
      });
    },
  }),
];
