/** The bits of an address, as 4 or 16 bytes; undefined if it is none. Leading zeros are taken unless `strict`. */
export function parseIp(text: string, strict: boolean): number[] | undefined {
  return text.includes(':') ? parseIp6(text, strict) : parseIp4(text, strict);
}

function parseIp4(text: string, strict: boolean): number[] | undefined {
  const parts = text.split('.');
  const form = strict ? /^(0|[1-9]\d{0,2})$/ : /^\d{1,3}$/;
  if (parts.length !== 4 || !parts.every(part => form.test(part) && Number(part) < 256)) return undefined;
  return parts.map(Number);
}

function parseIp6(text: string, strict: boolean): number[] | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map(half => (half === '' ? [] : half.split(':')));
  const groups = halves.length === 2 ? tail : head;
  const last = groups.at(-1);
  if (last?.includes('.')) {
    const embedded = parseIp4(last, true);
    if (!embedded) return undefined;
    const [a = 0, b = 0, c = 0, d = 0] = embedded;
    groups.splice(-1, 1, (a * 256 + b).toString(16), (c * 256 + d).toString(16));
  }
  const missing = 8 - head.length - tail.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array<string>(missing).fill('0'), ...tail];
  if (!all.every(group => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const bytes = all.flatMap(group => [parseInt(group, 16) >> 8, parseInt(group, 16) & 255]);
  return strict && isMapped(bytes) ? undefined : bytes;
}

/** `::ffff:10.0.0.1`: IPv4 written as IPv6. */
function isMapped(bytes: readonly number[]): boolean {
  return bytes.slice(0, 10).every(byte => byte === 0) && bytes[10] === 255 && bytes[11] === 255;
}

/** Whether an address is written in its one canonical form (RFC 5952). */
export function isCanonicalIp(text: string): boolean {
  const bytes = parseIp(text, true);
  if (!bytes) return false;
  if (bytes.length === 4) return true;
  // A URL's host is written in that form.
  return new URL(`http://[${text}]/`).hostname === `[${text}]`;
}

export interface Cidr {
  bytes: readonly number[];
  length: number;
}

/** A network; with `strict`, nothing but zeros may follow the prefix. */
export function parseCidr(text: string, strict: boolean): Cidr | undefined {
  const [, address = '', size = ''] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const bytes = parseIp(address, strict);
  const length = Number(size);
  if (!bytes || size === '' || length > bytes.length * 8) return undefined;
  if (strict && (/^0\d/.test(size) || bytes.some((byte, index) => (byte & ~mask(length, index) & 255) !== 0)))
    return undefined;
  return { bytes, length };
}

export function isCidr(text: string, strict: boolean): boolean {
  return parseCidr(text, strict) !== undefined;
}

/** Whether a network lies inside another and is smaller. */
export function isInside(inner: Cidr, outer: Cidr): boolean {
  if (inner.bytes.length !== outer.bytes.length || inner.length <= outer.length) return false;
  return inner.bytes.every(
    (byte, index) => ((byte ^ (outer.bytes[index] ?? 0)) & mask(outer.length, index)) === 0,
  );
}

/** Which bits of a byte belong to a prefix of that length. */
function mask(length: number, index: number): number {
  const bits = Math.min(8, Math.max(0, length - index * 8));
  return (255 << (8 - bits)) & 255;
}

/** Where a packet cannot come from another machine. */
export function isLocal(bytes: readonly number[]): boolean {
  const [first = 0, second = 0] = bytes;
  const isIpv6 = bytes.length === 16;
  if (
    bytes.every((byte, index) => byte === (isIpv6 && index === 15 ? 1 : 0)) ||
    bytes.every(byte => byte === 0)
  )
    return true;
  if (isIpv6) return (first === 0xfe && (second & 0xc0) === 0x80) || (first === 0xff && second === 2);
  return (
    first === 127 || (first === 169 && second === 254) || (first === 224 && second === 0 && bytes[2] === 0)
  );
}
