import { type Cel, type CelType, parseCel } from './cel.ts';
import { CelError } from './cel-lexer.ts';
import type { Reporter } from './checks.ts';
import type { Cursor } from './cursor.ts';

/** What an expression may use. */
export interface Declared {
  names: readonly string[];
  /** Fields of `variables`; undefined when they are not known. */
  variables?: Set<string>;
  /** Fields of `self`; undefined when any may be there. */
  self?: ReadonlySet<string>;
  /** What the expression must be. */
  wanted?: CelType;
  /** Names of types of a mutation: `Object`, `JSONPatch`. */
  types?: boolean;
}

const typeNames = [
  'int',
  'uint',
  'double',
  'bool',
  'string',
  'bytes',
  'list',
  'map',
  'null_type',
  'type',
  'dyn',
];
const namespaces = [
  'math',
  'sets',
  'google',
  'ip',
  'cidr',
  'format',
  'strings',
  'optional',
  'base64',
  'semver',
  'net',
  'jsonpatch',
];

const requestFields = new Set([
  'uid',
  'kind',
  'resource',
  'subResource',
  'requestKind',
  'requestResource',
  'requestSubResource',
  'name',
  'namespace',
  'operation',
  'userInfo',
  'dryRun',
  'options',
]);

/** Whether an expression can be read, and uses nothing that is not there. Types are not checked. */
export function checkExpressionText(
  { report }: Reporter,
  at: Cursor,
  names: readonly string[],
  { variables, self, wanted, types = false }: Partial<Declared> = {},
): void {
  const text = at.string;
  if (text === undefined) return;
  try {
    const { uses, type, mismatch } = parseCel(text);
    const known = new Set([...names, ...typeNames, ...namespaces, ...(types ? ['Object', 'JSONPatch'] : [])]);
    const unknown = uses.find(use =>
      isUnknown(use, known, { variables, self, oldSelf: self, request: requestFields }),
    );
    if (unknown) report(at, 'cel-name', { name: [unknown.name, unknown.field].filter(Boolean).join('.') });
    else if (mismatch) report(at, 'cel-types', { types: mismatch });
    else if (wanted && type !== '' && type !== wanted) report(at, 'cel-result', { type, wanted });
  } catch (error) {
    if (!(error instanceof CelError)) throw error;
    report(at, 'cel-syntax', { near: text.slice(error.offset, error.offset + 20), column: error.offset + 1 });
  }
}

function isUnknown(
  { name, field }: Cel,
  known: ReadonlySet<string>,
  fields: Readonly<Record<string, ReadonlySet<string> | undefined>>,
): boolean {
  if (!known.has(name)) return true;
  const own = Object.hasOwn(fields, name) ? fields[name] : undefined;
  return field !== undefined && own !== undefined && !own.has(field);
}
