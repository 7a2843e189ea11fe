/** What names, keys and values may look like: apimachinery's validation package, one entry a format. */
import { isCanonicalIp, isCidr } from './addresses.ts';

const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const oldLabel = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const subdomain = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const searchDomain = /^_?[a-z0-9]([-_a-z0-9]*[a-z0-9])?(\._?[a-z0-9]([-_a-z0-9]*[a-z0-9])?)*$/;
const word = /^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;
const sysctl = /^([a-z0-9]([-_a-z0-9]*[a-z0-9])?[./])*[a-z0-9]([-_a-z0-9]*[a-z0-9])?$/;

function startsUp(value: string): boolean {
  return value === '.' || value.startsWith('..');
}

function isQualified(value: string): boolean {
  const [name = '', prefix, ...more] = value.split('/').reverse();
  if (more.length > 0 || name.length > 63 || !word.test(name)) return false;
  return prefix === undefined || isSubdomain(prefix);
}

function isSubdomain(value: string): boolean {
  return value.length <= 253 && subdomain.test(value);
}

/** Every format and its test. Messages describe each in both languages. */
export const formats = {
  /** DNS label (RFC 1123). */
  label: (value: string) => value.length <= 63 && label.test(value),
  /** DNS label that starts with a letter (RFC 1035). */
  'label-1035': (value: string) => value.length <= 63 && oldLabel.test(value),
  subdomain: isSubdomain,
  /** Anything that can stand between two slashes of a URL. */
  path: (value: string) => value !== '.' && value !== '..' && !/[/%]/.test(value),
  /** Key of a label: a name, or prefix/name. */
  qualified: isQualified,
  'label-value': (value: string) => value === '' || (value.length <= 63 && word.test(value)),
  /** Name of an environment variable until 1.31. */
  'env-name': (value: string) => /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(value) && !startsUp(value),
  /** Name of an environment variable from 1.32. */
  'env-relaxed': (value: string) => /^[ -<>-~]+$/.test(value),
  'config-key': (value: string) => value.length <= 253 && /^[-._a-zA-Z0-9]+$/.test(value) && !startsUp(value),
  'port-name': (value: string) =>
    value.length <= 15 && /^[-a-z0-9]+$/.test(value) && /[a-z]/.test(value) && !/--|^-|-$/.test(value),
  'header-name': (value: string) => /^[-A-Za-z0-9]+$/.test(value),
  /** Entry of a DNS search list. */
  search: (value: string) => value.length <= 253 && searchDomain.test(value),
  sysctl: (value: string) => value.length <= 253 && sysctl.test(value),
  percent: (value: string) => /^[0-9]+%$/.test(value),
  relative: (value: string) => !value.startsWith('/') && !value.split('/').includes('..'),
  /** A relative path that does not start with "..". */
  inside: (value: string) =>
    !value.startsWith('/') && !value.split('/').includes('..') && !value.startsWith('..'),
  'no-up': (value: string) => !value.split('/').includes('..'),
  absolute: (value: string) => value.startsWith('/'),
  ip: isIp,
  /** An IP address as servers from 1.36 want it: no leading zeros, no IPv4 inside IPv6. */
  'strict-ip': (value: string) => isIp(value) && !/(^|\.)0\d/.test(value) && !/:.*\./.test(value),
  /** A network, and one as servers from 1.36 want it: nothing but zeros after the prefix. */
  /** The one way to write an address. */
  'canonical-ip': (value: string) => isCanonicalIp(value),
  cidr: (value: string) => isCidr(value, false),
  'strict-cidr': (value: string) => isCidr(value, true),
  /** Host of an Ingress: a name, or `*.` and a name. */
  host: (value: string) => isSubdomain(value.replace(/^\*\./, '')),
  /** A qualified name with its prefix. */
  prefixed: (value: string) => value.includes('/') && isQualified(value),
  /** `domain/path` of a controller or signer. */
  'domain-path': (value: string) => {
    const [, domain = '', path = ''] = /^([^/]*)\/(.*)$/s.exec(value) ?? [];
    return isSubdomain(domain) && /^[-A-Za-z0-9/._~%!$&'()*+,;=:]+$/.test(path) && value.length <= 250;
  },
  /** `domain/name` of a signer of certificates. */
  signer: (value: string) => {
    if (value === 'kubernetes.io/legacy-unknown') return false;
    const [domain = '', name = '', ...more] = value.split('/');
    const labels = domain.split('.');
    return (
      more.length === 0 && labels.length > 1 && labels.every(part => formats.label(part)) && isSubdomain(name)
    );
  },
  /** Name of a CSI or device driver. */
  driver: (value: string) => value.length <= 63 && isSubdomain(value.toLowerCase()),
  /** Name of a pool of devices: subdomains between slashes. */
  pool: (value: string) => value.length <= 253 && value.split('/').every(isSubdomain),
  /** Path of a Service behind a webhook. */
  'url-path': (value: string) =>
    value === '/' ||
    (/^(\/[^/]+)+\/?$/.test(value) && value.split('/').every(part => part === '' || isSubdomain(part))),
  /** Name of a storage driver: a qualified name in any case. */
  provisioner: (value: string) => isQualified(value.toLowerCase()),
  kind: (value: string) => value.length <= 63 && oldLabel.test(value.toLowerCase()),
  /** The last part of a qualified name. */
  'label-name': (value: string) => value.length <= 63 && word.test(value),
  identifier: (value: string) => /^[A-Za-z_]\w*$/.test(value),
  /** Any `group/version` or `version`. */
  version: (value: string) => /^([^/]*\/)?[^/]+$/.test(value),
  /** `group/version` or `version`. */
  'group-version': (value: string) => {
    const [version = '', group, ...more] = value.split('/').reverse();
    return more.length === 0 && formats['label-1035'](version) && (!group || isSubdomain(group));
  },
} as const;

export type Format = keyof typeof formats;

/** Go's ParseIPSloppy: leading zeros are allowed. */
export function isIp(value: string): boolean {
  return isIpv4(value) || isIpv6(value);
}

function isIpv4(value: string): boolean {
  return /^\d+(\.\d+){3}$/.test(value) && value.split('.').every(part => Number(part) <= 255);
}

function isIpv6(value: string): boolean {
  if (value.length > 45 || !value.includes(':')) return false;
  const halves = value.split('::');
  if (halves.length > 2) return false;
  const parts = halves.flatMap(half => (half === '' ? [] : half.split(':')));
  const last = parts.at(-1) ?? '';
  const hasIpv4 = last.includes('.');
  if (hasIpv4 && (value.endsWith('::') || !isIpv4(last))) return false;
  const groups = hasIpv4 ? parts.slice(0, -1) : parts;
  if (!groups.every(group => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  const count = groups.length + (hasIpv4 ? 2 : 0);
  return halves.length === 2 ? count <= 7 : count === 8;
}
