import { checkFormat, checkOneOf, checkRequired, type Reporter, under } from './checks.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { isBinary, one, parseQuantity } from './quantity.ts';

const resources = ['cpu', 'ephemeral-storage', 'memory'].flatMap(name => [
  `limits.${name}`,
  `requests.${name}`,
]);

/** Labels of a pod's fields that the server can convert, whether or not they may be used in that place. */
const convertible = [
  'metadata.annotations',
  'metadata.labels',
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.restartPolicy',
  'spec.serviceAccountName',
  'spec.schedulerName',
  'status.phase',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** A field of the pod itself. `path` is how the server calls the place, where it differs. */
export function checkFieldRef(
  reporter: Reporter,
  ref: Cursor,
  allowed: readonly string[],
  path = ref.path,
): void {
  if (!ref.isSet) return;
  const field = ref.get('fieldPath');
  const value = field.string;
  const at = under(field, [...path, 'fieldPath']);
  checkRequired(reporter, field, at.path);
  if (!value) return;
  const version = ref.get('apiVersion').string || 'v1';
  // Looked for only where it ends, so that time stays linear.
  const [, map = '', key] = (value.endsWith("']") && /^(.+?)\['(.*)'\]$/s.exec(value)) || [];
  if (version !== 'v1') reporter.report(at, 'enum', { value: version, allowed: ['v1'] });
  else if (key === undefined) {
    const name = value === 'spec.host' ? 'spec.nodeName' : value;
    if (!allowed.includes(name)) reporter.report(at, 'enum', { value, allowed });
  } else if (map !== 'metadata.labels' && map !== 'metadata.annotations')
    reporter.report(at, 'enum', { value, allowed: convertible });
  else if (!formats.qualified(map === 'metadata.labels' ? key : key.toLowerCase()))
    reporter.report(under(field, path), 'bad-format', { value: key, format: 'qualified' });
}

/** An amount of a container's own resources. */
export function checkResourceFieldRef(
  reporter: Reporter,
  ref: Cursor,
  inVolume: boolean,
  path = ref.path,
): void {
  if (!ref.isSet) return;
  const [container, resource, divisor] = ['containerName', 'resource', 'divisor'].map(field =>
    ref.get(field),
  );
  if (!container || !resource || !divisor) return;
  const name = resource.string ?? '';
  if (inVolume && !container.string) checkRequired(reporter, container, [...path, 'containerName']);
  else if (name === '') checkRequired(reporter, resource, [...path, 'resource']);
  else if (!/^(limits|requests)\.hugepages-/.test(name))
    checkOneOf(reporter, resource, resources, [...path, 'resource']);
  const text = divisor.text;
  const amount = parseQuantity(text);
  if (text === undefined || !amount || isDivisor(name, text, amount)) return;
  reporter.report(under(divisor, [...path, 'divisor']), 'divisor', { value: text, resource: name });
}

function isDivisor(resource: string, text: string, amount: bigint): boolean {
  if (/^(limits|requests)\.cpu$/.test(resource))
    return amount === one || (amount === one / 1000n && !/[eE]/.test(text));
  if (!/^(limits|requests)\.(memory$|ephemeral-storage$|hugepages-)/.test(resource)) return true;
  if (/[eE][+-]?\d/.test(text)) return amount === one;
  const step = isBinary(text) ? 1024n : 1000n;
  return [0n, 1n, 2n, 3n, 4n, 5n, 6n].some(power => amount === one * step ** power);
}

/** A file of a downward API volume: its path and where its text comes from. */
export function checkDownwardFile(reporter: Reporter, file: Cursor, path: Cursor['path']): void {
  checkRequired(reporter, file.get('path'), [...path, 'path']);
  checkFormat(reporter, file.get('path'), 'inside', [...path, 'path']);
  const [field, resource] = [file.get('fieldRef'), file.get('resourceFieldRef')];
  const sources = ['fieldRef', 'resourceFieldRef'];
  if (!field.isSet && !resource.isSet) reporter.report(under(file, path), 'one-of', { fields: sources });
  if (field.isSet && resource.isSet) reporter.report(under(file, path), 'only-one', { fields: sources });
  checkFieldRef(reporter, field, convertible.slice(0, 5), [...path, 'fieldRef']);
  if (!field.isSet) checkResourceFieldRef(reporter, resource, true, [...path, 'resourceFieldRef']);
  checkMode(reporter, file.get('mode'), [...path, 'mode']);
}

/** Permission bits of a file. */
export function checkMode({ report }: Reporter, mode: Cursor, path = mode.path): void {
  const value = mode.number;
  if (value !== undefined && (value < 0 || value > 0o777)) report(under(mode, path), 'mode', { value });
}
