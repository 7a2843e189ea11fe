import type { KindFormat, KindRuleParams } from './kind-params.ts';
import { kindReasonsEn } from './kind-reasons-en.ts';
import type { Words } from './params.ts';
import { firstOf, shorten } from './shorten.ts';

/** How things are written. */
export const kindFormatsEn: Record<KindFormat, string> = {
  'canonical-ip': 'an IP address in its shortest form, in lower case',
  cidr: 'write a network such as 10.9.8.0/24 or 2001:db8::/64',
  'strict-cidr': 'write a network such as 10.9.8.0/24, with zeros after the prefix',
  host: 'write a lower-case DNS name, or *. and one',
  prefixed: 'write domain/name',
  'domain-path': 'write domain/path',
  driver: 'the name of a driver is a DNS name of at most 63 characters',
  'url-path': 'write a path that starts with /, of DNS names',
  pool: 'lower-case DNS names with slashes between them',
  provisioner: 'write a name, or domain/name; the name at most 63 characters',
  kind: 'letters, digits and -, starting with a letter, at most 63 characters',
  'label-name': 'letters, digits, -, _ and ., at most 63 characters, a letter or digit at both ends',
  identifier: 'letters, digits and _, not starting with a digit',
  'group-version': 'write group/version, or a version',
  version: 'write group/version, or a version',
  signer: 'write example.com/name, all in lower case',
};

/** What rules about kinds without pods say. */
export const kindEn: Words<KindRuleParams> = {
  wrong: ({ reason }) => kindReasonsEn[reason],
  larger: ({ small, large, name }) => [
    `${small} of ${shorten(name)} is more than ${large}`,
    `lower ${small} to ${large} or less (what is left out is filled in from the others)`,
  ],
  ratio: ({ value }) => [`the ratio ${shorten(value)} is more than max / min`, 'make it smaller'],
  'scope-resource': ({ scope, resource }) => [
    `scope ${shorten(scope)} cannot count ${shorten(resource)}`,
    'make two quotas',
  ],
  'unknown-name': ({ value, known }) => [
    `there is no "${shorten(value)}"`,
    known.length > 0 ? `there are ${firstOf(known)}` : '',
  ],
  'resource-unknown': ({ value, allowed }) => [
    `resource "${shorten(value)}" cannot be used here`,
    `use ${firstOf(allowed)} or domain/name`,
  ],
  'cel-syntax': ({ near, column }) => [
    `not a CEL expression (at character ${column}${near ? `, "${shorten(near, 12)}"` : ', its end'})`,
    'check brackets, quotes and operators',
  ],
  'cel-name': ({ name }) => [
    `"${shorten(name)}" is not known in this expression`,
    'check variables and fields',
  ],
  'cel-types': ({ types }) => [`values of different types (${types})`, 'make both sides one type'],
  'crd-rule': ({ rule }) => `against a rule of Gateway API: ${rule}`,
  pattern: ({ value, pattern }) => [`"${shorten(value)}" cannot stand here`, `its form: ${pattern}`],
  'cel-result': ({ type, wanted }) => [
    `the result is of type ${type}`,
    `write an expression of type ${wanted}`,
  ],
};
