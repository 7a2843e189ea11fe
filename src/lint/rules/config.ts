import { checkRequired, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { fail } from './object-checks.ts';
import { defineRule, type Rule } from './rule.ts';

const maxSize = 1024 * 1024;

/** Keys of a type of Secret that must be there. */
const neededKeys: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
  'kubernetes.io/dockerconfigjson': ['.dockerconfigjson'],
  'kubernetes.io/dockercfg': ['.dockercfg'],
  'kubernetes.io/ssh-auth': ['ssh-privatekey'],
};

/** What `stringData` becomes. */
function entriesOf({ root, kind }: ObjectContext): [key: string, value: Cursor][] {
  const second = kind === 'Secret' ? 'stringData' : 'binaryData';
  return [...root.get('data').entries(), ...root.get(second).entries()];
}

function checkKeys(context: ObjectContext): void {
  const { kind, report, reportKey } = context;
  const seen = new Set<string>();
  for (const [key, value] of entriesOf(context)) {
    // The server knows stringData only as data.
    const path = kind === 'Secret' ? [...value.path.slice(0, -2), 'data', key] : value.path;
    if (!formats['config-key'](key))
      reportKey(under(value, path), 'bad-format', { value: key, format: 'config-key' });
    if (kind === 'ConfigMap' && seen.has(key)) report(value, 'duplicate', { value: key });
    seen.add(key);
  }
}

/** What the values take up, decoded. */
function checkSize(context: ObjectContext): void {
  const encoded = context.kind === 'Secret' ? 'data' : 'binaryData';
  const encoder = new TextEncoder();
  let size = 0;
  for (const [, value] of entriesOf(context)) {
    const text = value.string ?? '';
    const isEncoded = value.path.at(-2) === encoded;
    size += isEncoded ? Math.floor((text.replace(/[\s=]/g, '').length * 3) / 4) : encoder.encode(text).length;
  }
  if (size > maxSize) fail(context, context.root.get('data'), 'config-size');
}

/** The text behind a key: as written, or decoded. */
function textOf(root: Cursor, key: string): string | undefined {
  const plain = root.get('stringData', key);
  if (plain.string !== undefined) return plain.string;
  try {
    return atob((root.get('data', key).string ?? '').replace(/\s/g, ''));
  } catch {
    return undefined;
  }
}

function has(root: Cursor, key: string): boolean {
  const places = [root.get('data'), root.get('stringData')].flatMap(map => map.entries());
  const found = places.findLast(([name]) => name === key);
  // A private key must also be more than nothing.
  return found !== undefined && (key !== 'ssh-privatekey' || Boolean(found[1].string));
}

function checkType(context: ObjectContext): void {
  const { root, report } = context;
  const type = root.get('type').string ?? '';
  const needed = neededKeys[type] ?? [];
  for (const key of needed) if (!has(root, key)) checkRequired(context, root.get('data', key));
  if (type === 'kubernetes.io/basic-auth' && !has(root, 'username') && !has(root, 'password'))
    report(root.get('data', 'username'), 'one-of', { fields: ['username', 'password'] });
  if (type === 'kubernetes.io/service-account-token')
    checkRequired(context, root.get('metadata', 'annotations', 'kubernetes.io/service-account.name'));
  const [json] = needed;
  if (!json?.startsWith('.docker') || !has(root, json)) return;
  const text = textOf(root, json);
  if (text !== undefined && !isJsonObject(text)) {
    const place = root.get('stringData', json);
    fail(context, under(place.isSet ? place : root.get('data', json), ['data', json]), 'docker-json');
  }
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return value === null || (typeof value === 'object' && !Array.isArray(value));
  } catch {
    return false;
  }
}

/** ConfigMaps and Secrets. */
export const configRules: readonly Rule[] = [
  defineRule({ id: 'config/key', level: 'error', kinds: ['ConfigMap', 'Secret'], check: checkKeys }),
  defineRule({ id: 'config/size', level: 'error', kinds: ['ConfigMap', 'Secret'], check: checkSize }),
  defineRule({ id: 'secret/type', level: 'error', kinds: ['Secret'], check: checkType }),
];
