import { kindEn } from './kind-en.ts';
import { objectEn } from './object-en.ts';
import type { EngineCatalogue, Expected, Got } from './params.ts';
import { setEn } from './set-en.ts';
import { firstOf, shorten } from './shorten.ts';

const kinds: Record<Expected, string> = {
  map: 'a map',
  list: 'a list',
  s: 'a string',
  y: 'a string (base64)',
  d: 'a time string',
  i: 'an integer',
  l: 'an integer',
  f: 'a number',
  b: 'true or false',
  q: 'a quantity',
  x: 'an integer or a string',
};

function got({ kind, value, source }: Got): string {
  const written = source === undefined ? '' : ` (written ${shorten(source)})`;
  switch (kind) {
    case 'map':
      return 'a map';
    case 'list':
      return 'a list';
    case 'null':
      return 'null';
    case 'bool':
      return `the boolean ${value}${written}`;
    case 'string':
      return `the string "${shorten(value)}"`;
    default:
      return `the number ${value}${written}`;
  }
}

/** The words of findings. A second item says how to mend it. */
export const en: EngineCatalogue = {
  syntax: ({ reason }) => `not valid YAML: ${reason}`,
  directive: () => ['kubectl does not accept directives such as %YAML', 'remove the line'],
  'control-character': ({ code }) => [`control character (${code})`, 'remove it, or escape it inside ""'],
  characters: ({ limit }) => `longer than ${limit} characters: not checked`,
  documents: ({ limit }) => `more than ${limit} documents: the rest is not checked`,
  depth: ({ limit }) => `nested deeper than ${limit} levels: not checked`,
  nodes: ({ limit }) => `more than ${limit} values: the rest is not checked`,
  findings: ({ limit }) => `more than ${limit} findings: the rest is left out`,
  'duplicate-key': ({ key, line }) => [
    `key "${shorten(key)}" is already set on line ${line}`,
    'kubectl silently takes the last one: remove one of them',
  ],
  'alias-unknown': ({ name }) => [
    `there is no anchor &${shorten(name)}`,
    'quote a string that starts with *',
  ],
  'alias-self': ({ name }) => `anchor &${shorten(name)} contains itself`,
  'alias-many': ({ limit }) => `aliases stand for more than ${limit} values: not checked`,
  merge: () => 'only a map or a list of maps can follow <<',
  'key-null': () => ['the key is empty', 'write "key: value"'],
  'key-not-scalar': () => ['a key must be a string', 'if this is a template {{ }}, render it first'],
  number: ({ source }) => [`${shorten(source)} has no JSON form`, 'quote it if it is a string'],
  template: () => [
    'this is a template ({{ … }}), not YAML yet',
    'check what helm template or the like makes of it',
  ],
  'not-an-object': ({ got: value }) => [
    `this is ${got(value)}, not an object`,
    'write a map with apiVersion and kind',
  ],
  'apiversion-missing': () => ['apiVersion is missing', 'for example apiVersion: apps/v1'],
  'kind-missing': () => ['kind is missing', 'for example kind: Deployment'],
  'unknown-kind': ({ kind, apiVersion, elsewhere, near }) => [
    `there is no kind ${shorten(kind)} in ${shorten(apiVersion)}`,
    elsewhere.length > 0 ? `${kind} is in ${elsewhere.join(' and ')}` : near ? `did you mean ${near}?` : '',
  ],
  removed: ({ kind, apiVersion, removedIn, elsewhere }) => [
    `${apiVersion} ${kind} was removed in ${removedIn}`,
    elsewhere.length > 0
      ? `use ${elsewhere.join(' or ')}, and adapt the fields that changed`
      : 'no kind replaces it',
  ],
  'too-new': ({ kind, apiVersion, since, minor, elsewhere }) => [
    `${apiVersion} ${kind} does not exist in ${minor} yet (since ${since})`,
    elsewhere.length > 0 ? `${minor} has it in ${elsewhere.join(' and ')}` : '',
  ],
  'off-by-default': ({ kind, apiVersion, minor, elsewhere }) => [
    `${apiVersion} ${kind} is off by default in ${minor}`,
    elsewhere.length > 0
      ? `${minor} serves ${elsewhere.join(' and ')}`
      : 'the API server needs --runtime-config for it',
  ],
  deprecated: ({ kind, apiVersion, removedIn, elsewhere }) => [
    `${apiVersion} ${kind} is deprecated${removedIn ? ` (removed in ${removedIn})` : ''}`,
    elsewhere.length > 0 ? `move to ${elsewhere.join(' or ')}` : '',
  ],
  'not-checked': ({ kind, apiVersion }) =>
    `${shorten(apiVersion)} ${shorten(kind)} is no built-in API: its fields are not checked`,
  'not-kubernetes': () => 'neither apiVersion nor kind: not checked as a Kubernetes manifest',
  'unknown-minor': ({ minor, known }) => [
    `there is no data for Kubernetes ${shorten(minor)}`,
    `known: ${known}`,
  ],
  'unknown-field': ({ field, near, elsewhere }) => [
    `unknown field "${shorten(field)}"`,
    near ? `did you mean ${near}?` : elsewhere ? `it belongs at ${elsewhere}: check the indentation` : '',
  ],
  'field-version': ({ field, minor, exists }) => [
    `unknown field "${field}" in ${minor}`,
    `it exists in ${exists}`,
  ],
  type: ({ expected, got: value }) => [
    `must be ${kinds[expected]}, not ${got(value)}`,
    typeHint(expected, value),
  ],
  enum: ({ value, allowed }) => [`unsupported value "${shorten(value)}"`, `use one of ${firstOf(allowed)}`],
  range: ({ value, bits }) => `${shorten(value)} does not fit in ${bits} bits`,
  quantity: ({ value }) => [
    `"${shorten(value)}" is not a quantity`,
    'for example 500m, 1, 1.5, 128Mi or 1Gi (no B after the unit)',
  ],
  base64: () => ['not valid base64', 'write plain text in stringData instead'],
  time: ({ value, micro }) => [
    `"${shorten(value)}" is not a time`,
    `for example "2026-01-31T09:00:00${micro ? '.000000' : ''}Z"`,
  ],
  required: ({ field, empty, enforced }) => [
    empty ? `"${field}" is empty` : `"${field}" is missing`,
    enforced
      ? empty
        ? 'an empty value counts as not set'
        : 'the field is required'
      : 'the schema requires it, the API server does not check',
  ],
  'namespace-ignored': ({ kind }) => [
    `${kind} is not namespaced: metadata.namespace is ignored`,
    'remove the line',
  ],
  ...objectEn,
  ...kindEn,
  ...setEn,
  'fence-fragment': ({ fragment }) => [
    `no field fits fragment=${shorten(fragment)}`,
    'for example fragment=Pod:spec.containers',
  ],
};

function typeHint(expected: Expected, { kind, source, value }: Got): string {
  const stringWanted = expected === 's' || expected === 'y' || expected === 'd';
  if (stringWanted && kind !== 'map' && kind !== 'list')
    return `write it in quotes: "${shorten(source ?? value)}"`;
  if (kind === 'string' && source === undefined && ['i', 'l', 'f', 'b'].includes(expected))
    return 'write the value without quotes';
  if (expected === 'list' && kind === 'map') return 'start each item with "- "';
  return '';
}
