const binary = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const decimal: Record<string, number> = { n: -9, u: -6, m: -3, '': 0, k: 3, M: 6, G: 9, T: 12, P: 15, E: 18 };
const pattern = /^([+-]?)(\d*)(?:\.(\d*))?(.*)$/s;

/** An amount in billionths, which is as fine as the server reads; `undefined` for what is no quantity or too long. */
export function parseQuantity(text: string | undefined): bigint | undefined {
  const match = pattern.exec((text ?? '').trim());
  if (!match || text === undefined || text.length > 40) return undefined;
  const [, sign, whole = '', fraction = '', suffix = ''] = match;
  const power = binary.indexOf(suffix) + 1;
  const exponent = power > 0 ? 0 : (decimal[suffix] ?? readExponent(suffix));
  if (exponent === undefined || Math.abs(exponent) > 40) return undefined;
  const digits = BigInt(whole + fraction || '0') * 1024n ** BigInt(power);
  const scale = 9 + exponent - fraction.length;
  const size = scale >= 0 ? digits * 10n ** BigInt(scale) : divideUp(digits, 10n ** BigInt(-scale));
  return sign === '-' ? -size : size;
}

/** The suffix of a quantity: it decides how the server prints it. */
export function isBinary(text: string): boolean {
  return binary.some(suffix => text.endsWith(suffix));
}

/** One whole unit. */
export const one = 10n ** 9n;

function readExponent(suffix: string): number | undefined {
  return /^[eE][+-]?\d{1,3}$/.test(suffix) ? Number(suffix.slice(1)) : undefined;
}

function divideUp(value: bigint, by: bigint): bigint {
  return (value + by - 1n) / by;
}
