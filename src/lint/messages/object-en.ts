import type { Format } from '../rules/formats.ts';
import { kindFormatsEn } from './kind-en.ts';
import type { ObjectRuleParams } from './object-params.ts';
import type { Words } from './params.ts';
import { firstOf, shorten } from './shorten.ts';

/** What a format wants. */
const wants: Record<Format, string> = {
  ...kindFormatsEn,
  label: 'at most 63 lower-case letters, digits and "-", with a letter or digit at both ends',
  'label-1035': 'at most 63 lower-case letters, digits and "-", starting with a letter',
  subdomain: 'lower-case letters, digits, "-" and ".", with a letter or digit at both ends (at most 253)',
  path: 'anything without "/" and "%", but not "." and ".."',
  qualified: 'name or prefix/name: at most 63 letters, digits, "-", "_" and "."; the prefix is a domain',
  'label-value': 'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends',
  'env-name': 'letters, digits, "-", "_" and ".", not starting with a digit',
  'env-relaxed': 'printable ASCII without "="',
  'config-key': 'letters, digits, "-", "_" and "." (at most 253)',
  'port-name': 'at most 15 lower-case letters, digits and single "-", with a letter somewhere',
  'header-name': 'letters, digits and "-"',
  search: 'lower-case letters, digits, "-", "_" and "."',
  sysctl: 'lower-case letters, digits, "-" and "_" between "." or "/"',
  percent: 'a whole number, or a percentage such as 25%',
  relative: 'a path that does not start with "/" and has no ".."',
  inside: 'a path that starts with neither "/" nor ".." and has no ".." in it',
  'no-up': 'a path without ".."',
  absolute: 'a path that starts with "/"',
  ip: 'an IP address such as 10.9.8.7 or 2001:db8::1',
  'strict-ip': 'an IP address such as 10.9.8.7 or 2001:db8::1, without leading zeros',
};

const range = (min: number, max: number) =>
  max === Number.POSITIVE_INFINITY ? `at least ${min}` : `between ${min} and ${max}`;

/** Words of rules about objects. */
export const objectEn: Words<ObjectRuleParams> = {
  'bad-format': ({ value, format }) => [`"${shorten(value)}" cannot stand here`, `write ${wants[format]}`],
  'out-of-range': ({ value, min, max }) => [`${value} is out of range`, `must be ${range(min, max)}`],
  negative: ({ value }) => [`${shorten(value)} is negative`, 'must be at least 0'],
  'not-positive': ({ value }) => [`${shorten(value)} is not enough`, 'must be more than 0'],
  'not-integer': ({ value }) => [`${shorten(value)} is not a whole number`, 'such a resource has no parts'],
  'not-multiple': ({ value, of }) => [
    `${shorten(value)} is not a multiple of the page size of ${shorten(of)}`,
    'write a whole number of pages',
  ],
  mode: ({ value }) => [`${value} is not a file mode`, 'octal 0000 to 0777, which is 0 to 511'],
  'too-long': ({ value, max }) => `"${shorten(value)}" is longer than ${max} characters`,
  'too-many': ({ count, max }) => `${count} items: at most ${max} are allowed`,
  count: ({ count, wanted, beside }) => `${count} values: ${beside} takes exactly ${wanted}`,
  blanks: ({ value }) => [`"${shorten(value)}" is blank or has blanks around it`, 'remove them'],
  duplicate: ({ value }) => [`"${shorten(value)}" is there already`, 'each may be there once'],
  forbidden: ({ field, beside }) => [
    `${shorten(field)} is not allowed with ${shorten(beside)}`,
    'remove one of the two',
  ],
  needs: ({ field, needed }) => `${shorten(field)} needs ${shorten(needed)}`,
  'one-of': ({ fields }) => ['one of several fields is required', `set one of ${firstOf(fields)}`],
  'only-one': ({ fields }) => [`only one of ${firstOf(fields)} is allowed`, 'remove the others'],
  'must-equal': ({ value, other, wanted }) => `${shorten(value)} differs from ${other} (${shorten(wanted)})`,
  'at-most': ({ value, other, wanted }) => `${shorten(value)} is more than ${other} (${shorten(wanted)})`,
  'at-least': ({ value, wanted }) =>
    `${shorten(value)} is less than the containers need together (${wanted})`,
  above: ({ value, other }) => `${value} must be more than ${other}`,
  'both-zero': ({ other }) => [`must not be 0 while ${other} is 0 too`, 'nothing could ever be replaced'],
  'not-found': ({ value, what, known }) => [
    `there is no ${what} "${shorten(value)}" in this pod`,
    known.length > 0 ? `there is ${firstOf(known)}` : '',
  ],
  'wrong-source': ({ value, wanted }) => [
    `volume "${shorten(value)}" has another source`,
    `it must be ${wanted.join(' or ')}`,
  ],
  'resource-name': ({ value, allowed }) => [
    `"${shorten(value)}" is no resource of a container`,
    `${allowed.join(', ')}, hugepages-SIZE or domain/name`,
  ],
  divisor: ({ value, resource }) => [
    `${shorten(value)} cannot divide ${shorten(resource)}`,
    'cpu: 1 or 1m; others: 1, 1k, 1M … or 1Ki, 1Mi …',
  ],
  'iscsi-name': ({ value }) => [`"${shorten(value)}" is no iSCSI name`, 'it starts with iqn, eui or naa'],
  'windows-name': ({ value }) => `"${shorten(value)}" is no name that Windows takes here`,
  'domain-path': ({ value }) => [`"${shorten(value)}" is no domain with a path`, 'such as example.com/name'],
  'annotations-size': () => 'the annotations are larger than 256 KiB together',
  'name-missing': () => ['the object has no name', 'set metadata.name (or generateName)'],
  finalizer: ({ value }) => [`finalizer "${shorten(value)}" has no domain`, 'such as example.com/name'],
  'empty-selector': () => ['the selector is empty', 'name a label of the pods'],
  'selector-mismatch': ({ selector }) => [
    `the labels of the pod template do not match the selector${selector ? ` (${shorten(selector)})` : ''}`,
    'give the template the labels of the selector',
  ],
  'restart-policy': ({ value, kind, allowed }) => [
    value ? `restartPolicy ${shorten(value)} is not allowed in a ${kind}` : `a ${kind} needs a restartPolicy`,
    `use ${allowed.join(' or ')}`,
  ],
  schedule: ({ value, fields }) => [
    `"${shorten(value)}" is no schedule`,
    fields === 5 || value.startsWith('@')
      ? 'minute hour day month weekday, or @hourly, @daily …'
      : `five fields are needed, here are ${fields}`,
  ],
  'time-zone': ({ value }) => [`there is no time zone "${shorten(value)}"`, 'such as Asia/Tokyo or Etc/UTC'],
  indexes: ({ value, max }) => [
    `"${shorten(value)}" is no list of indexes`,
    `ascending numbers up to ${max}, such as 0-2,5`,
  ],
  'not-ordered': () => ['the values are not in order', 'write the smallest first'],
};
