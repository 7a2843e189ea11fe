import type { CelType } from './cel.ts';
import { checkExpressionText } from './cel-check.ts';
import { reserved } from './cel-words.ts';
import { checkSetOneOf } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { fail } from './object-checks.ts';

const reasons = ['FieldValueDuplicate', 'FieldValueForbidden', 'FieldValueInvalid', 'FieldValueRequired'];
const inherited = ['apiVersion', 'kind', 'metadata'];

/** Rules in CEL. `isResource`: what they look at has metadata of its own. */
export function checkValidations(context: ObjectContext, schema: Cursor, isResource: boolean): void {
  for (const rule of schema.get('x-kubernetes-validations').items()) {
    const expression = rule.get('rule');
    const message = rule.get('message');
    const own = rule.get('messageExpression');
    if (!(expression.string ?? '').trim()) fail(context, expression, 'expression-empty');
    else checkText(context, expression, schema, isResource, 'bool');
    if (message.string !== undefined) {
      if (/[\n\r]/.test(message.string)) fail(context, message, 'one-line');
      else if (message.string !== '' && !message.string.trim()) fail(context, message, 'one-line');
    }
    if (own.string?.trim()) checkText(context, own, schema, isResource, 'string');
    else if (own.string) fail(context, own, 'expression-empty');
    checkSetOneOf(context, rule.get('reason'), reasons);
    const field = rule.get('fieldPath');
    if (field.string && !resolve(schema, field.string)) fail(context, field, 'field-path');
    const optional = rule.get('optionalOldSelf');
    if (optional.isSet && !/\boldSelf\b/.test(expression.string ?? '')) fail(context, optional, 'old-self');
  }
}

function checkText(
  context: ObjectContext,
  at: Cursor,
  schema: Cursor,
  isResource: boolean,
  wanted: CelType,
): void {
  const isOpen = ['additionalProperties', 'x-kubernetes-int-or-string'].some(
    field => schema.get(field).isSet,
  );
  const isObject = schema.get('type').string === 'object' && !isOpen;
  const names = schema
    .get('properties')
    .entries()
    .map(([name]) => name);
  const fields = new Set([...names, ...(isResource ? inherited : [])]);
  // Names that CEL must escape are written otherwise.
  const isPlain = names.every(
    name => /^[A-Za-z]\w*$/.test(name) && !name.includes('__') && !reserved.has(name),
  );
  checkExpressionText(context, at, ['self', 'oldSelf'], {
    wanted,
    ...(isObject && isPlain && { self: fields }),
  });
}

/** The schema at a path such as `.spec.count`; undefined if there is none. */
export function resolve(schema: Cursor, path: string): Cursor | undefined {
  if (!/^(?:\.[A-Za-z_]\w*|\['[^']*'\])+$/.test(path)) return undefined;
  let at = schema;
  for (const [, plain, quoted] of path.matchAll(/\.(\w+)|\['([^']*)'\]/g)) {
    const step = plain ?? quoted ?? '';
    const [known, additional] = [at.get('properties', step), at.get('additionalProperties')];
    if (known.isSet) at = known;
    else if (additional.node?.kind === 'map') at = additional;
    else return undefined;
  }
  return at;
}
