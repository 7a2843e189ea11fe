/** What a plain (unquoted) scalar means to kubectl. */
export type Resolved =
  | { kind: 'null'; value: null }
  | { kind: 'bool'; value: boolean }
  | { kind: 'int'; value: number }
  | { kind: 'float'; value: number }
  | { kind: 'string'; value: string };

const words = new Map<string, Resolved>([
  ...['', '~', 'null', 'Null', 'NULL'].map((word): [string, Resolved] => [
    word,
    { kind: 'null', value: null },
  ]),
  ...['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'].map(bool(true)),
  ...['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'].map(bool(false)),
]);

function bool(value: boolean): (word: string) => [string, Resolved] {
  return word => [word, { kind: 'bool', value }];
}

const infinity = /^([-+]?)\.(inf|Inf|INF)$/;
const notANumber = /^\.(nan|NaN|NAN)$/;
const decimal = /^(0|[1-9][0-9]*)$/;
const octal = /^0[oO]?([0-7]+)$/;
const hexadecimal = /^0[xX]([0-9a-fA-F]+)$/;
const binary = /^0[bB]([01]+)$/;
const float = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/;

/**
 * Resolves a plain scalar as kubectl does (sigs.k8s.io/yaml on go-yaml v2), which is neither YAML 1.1 nor 1.2:
 * `y` is true and `0644` is 420, but `1:30` and dates stay strings. tests/fixtures/lint/scalars.json holds kubectl's
 * own answers.
 */
export function resolvePlain(source: string): Resolved {
  const word = words.get(source);
  if (word) return word;
  const infinite = infinity.exec(source);
  if (infinite) return { kind: 'float', value: infinite[1] === '-' ? -Infinity : Infinity };
  if (notANumber.test(source)) return { kind: 'float', value: NaN };
  if (/^[-+.0-9]/.test(source)) return resolveNumber(source);
  return { kind: 'string', value: source };
}

function resolveNumber(source: string): Resolved {
  // go-yaml drops underscores except where the first character is a dot.
  const digits = source.startsWith('.') ? source : source.replaceAll('_', '');
  const negative = digits.startsWith('-');
  const integer = readInteger(digits.replace(/^[-+]/, ''));
  if (integer !== undefined) return { kind: 'int', value: negative && integer !== 0 ? -integer : integer };
  const value = Number(digits);
  if (!float.test(digits) || !Number.isFinite(value)) return { kind: 'string', value: source };
  const whole = /^[-+]?[0-9]+$/.test(digits);
  return { kind: whole ? 'int' : 'float', value: value === 0 ? 0 : value };
}

const largest = 2 ** 64;

/** Numbers with a base prefix that need more than 64 bits are strings. */
function readInteger(digits: string): number | undefined {
  if (decimal.test(digits)) return Number(digits);
  for (const [pattern, base] of [
    [octal, 8],
    [hexadecimal, 16],
    [binary, 2],
  ] as const) {
    const match = pattern.exec(digits);
    const value = match ? Number.parseInt(match[1] ?? '', base) : Infinity;
    if (value <= largest) return value;
  }
  return undefined;
}

/** The JSON key that kubectl makes of a plain scalar in a key's place: `on:` is "true", `1.0:` is "1". */
export function resolveKey(source: string): string | undefined {
  const { kind, value } = resolvePlain(source);
  if (kind === 'null') return undefined;
  return kind === 'string' ? source : String(value);
}
