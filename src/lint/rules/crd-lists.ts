import { checkRequired, checkSetOneOf } from './checks.ts';
import type { ObjectContext } from './context.ts';
import { mustBe } from './crd-schema.ts';
import type { Cursor } from './cursor.ts';
import { fail, isEmpty } from './object-checks.ts';

/** How a list is merged: its type, and the keys that name its items. */
export function checkListType(context: ObjectContext, schema: Cursor): void {
  const listType = schema.get('x-kubernetes-list-type');
  const keys = schema.get('x-kubernetes-list-map-keys');
  checkSetOneOf(context, listType, ['atomic', 'set', 'map']);
  if (listType.isSet) mustBe(context, schema, 'array');
  if (!isEmpty(keys) && listType.string !== 'map') {
    if (listType.isSet) context.report(listType, 'enum', { value: listType.string ?? '', allowed: ['map'] });
    else checkRequired(context, listType);
  }
  const items = schema.get('items');
  if (listType.string === 'map') checkMapList(context, items, keys);
  if (listType.string === 'set' && items.isSet) {
    const type = items.get('type').string;
    const atomic =
      type === 'object' ? items.get('x-kubernetes-map-type') : items.get('x-kubernetes-list-type');
    const isFine = atomic.string === 'atomic' || (type === 'array' && !atomic.isSet);
    if ((type === 'object' || type === 'array') && !isFine)
      context.report(atomic, 'enum', { value: atomic.string ?? '', allowed: ['atomic'] });
  }
}

function checkMapList(context: ObjectContext, items: Cursor, keys: Cursor): void {
  if (!items.isSet) {
    checkRequired(context, items);
    return;
  }
  mustBe(context, items, 'object');
  checkRequired(context, keys);
  const properties = items.get('properties');
  const required = items
    .get('required')
    .items()
    .map(name => name.string);
  const seen = new Set<string>();
  for (const key of keys.items()) {
    const name = key.string ?? '';
    const property = properties.get(name);
    if (!property.isSet)
      context.report(keys, 'unknown-name', { value: name, known: properties.entries().map(([key]) => key) });
    else if (['array', 'object'].includes(property.get('type').string ?? ''))
      fail(context, property.get('type'), 'list-key-scalar');
    else if (!required.includes(name) && !property.get('default').isSet)
      checkRequired(context, property.get('default'));
    if (seen.has(name)) context.report(keys, 'duplicate', { value: name });
    seen.add(name);
  }
}
