import type { Expected, Got } from '../messages/params.ts';
import type { Node, ScalarNode } from '../parse/tree.ts';
import type { Report } from './validate.ts';

/** How a value was read, for messages: `yes` was read as true. */
export function gotOf(node: Node): Got {
  if (node.kind === 'map' || node.kind === 'list') return { kind: node.kind, value: '' };
  const value = String(node.value);
  if (node.kind === 'string')
    return node.source === undefined ? { kind: 'string', value } : { kind: 'string', value, source: value };
  const written = node.source !== undefined && node.source !== value;
  return written ? { kind: node.kind, value, source: node.source ?? '' } : { kind: node.kind, value };
}

/**
 * Signed or not, with an SI or binary suffix or an exponent (apimachinery, resource.ParseQuantity). The digits may be
 * missing: the server takes `Gi` for 0. No two parts can match the same characters, so that time stays linear.
 */
const quantity = /^(?=.)[+-]?\d*(?:\.\d*)?([KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)?$/;

/** RFC 3339 as Go's time.Parse reads it: `T` and `Z` are upper case. */
const time = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d([.,]\d+)?(Z|[+-]\d\d:\d\d)$/;

/** Whether a string is a time. MicroTime fields want exactly six digits after the seconds. */
export function isTime(text: string, micro: boolean): boolean {
  const [, day = '', , fraction = ''] = time.exec(text) ?? [];
  const date = new Date(`${day}T00:00:00Z`);
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day);
  return day !== '' && exists && (!micro || fraction.length === 7);
}

/** Whether a string is a quantity. The server trims blanks. */
export function isQuantity(text: string): boolean {
  return quantity.test(text.trim());
}

/** Whether a string is base64 as Go decodes it: padded; line ends are skipped. */
export function isBase64(text: string): boolean {
  const characters = text.replace(/[\r\n]/g, '');
  return characters.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(characters);
}

const limits = { i: 2n ** 31n, l: 2n ** 63n } as const;

/** Beyond 2^53 a number is no longer exact: the digits decide, where there are decimal ones. */
function exactInteger({ value, source }: ScalarNode & { value: number }): bigint {
  const digits = source?.replaceAll('_', '') ?? '';
  return BigInt(/^[-+]?(0|[1-9]\d*)$/.test(digits) ? digits.replace('+', '') : value);
}

/** Checks a scalar (not null) against a one-letter type. */
export function checkScalar(type: string, node: ScalarNode, report: Report): void {
  switch (type) {
    case 's':
    case 'y':
    case 'd':
    case 'm':
      checkString(type, node, report);
      break;
    case 'i':
    case 'l':
      checkInteger(type, node, report, type);
      break;
    case 'b':
      if (node.kind !== 'bool') wrongType(type, node, report);
      break;
    case 'f':
      if (node.kind !== 'int' && node.kind !== 'float') wrongType(type, node, report);
      break;
    case 'x':
      if (node.kind !== 'string') checkInteger('i', node, report, type);
      break;
    case 'q':
      if (node.kind === 'bool') wrongType(type, node, report);
      else if (node.kind === 'string' && !isQuantity(node.value))
        report('schema/quantity', 'quantity', { value: node.value }, node);
  }
}

function checkString(type: 's' | 'y' | 'd' | 'm', node: ScalarNode, report: Report): void {
  if (node.kind !== 'string') wrongType(type === 'm' ? 'd' : type, node, report);
  else if (type === 'y' && !isBase64(node.value)) report('schema/base64', 'base64', {}, node);
  else if ((type === 'd' || type === 'm') && !isTime(node.value, type === 'm'))
    report('schema/time', 'time', { value: node.value, micro: type === 'm' }, node);
}

/** A float without a fraction is an integer by the time the server reads it: kubectl writes 1.0 as 1. */
function checkInteger(size: 'i' | 'l', node: ScalarNode, report: Report, expected: Expected): void {
  if (node.kind !== 'int' && !(node.kind === 'float' && Number.isInteger(node.value))) {
    wrongType(expected, node, report);
    return;
  }
  const integer = exactInteger(node);
  if (integer >= limits[size] || integer < -limits[size]) {
    const bits = size === 'i' ? 32 : 64;
    report('schema/range', 'range', { value: node.source ?? String(node.value), bits }, node);
  }
}

/** Reports a value of another kind than the schema has. */
export function wrongType(expected: Expected, node: Node, report: Report): void {
  report('schema/type', 'type', { expected, got: gotOf(node) }, node);
}
