import { type Model, reachable, splitKind, splitType } from './model.ts';
import { renumber } from './renumber.ts';

/** The committed form; `src/lint/schema/table.ts` reads it and says what the strings mean. */
export interface CompactTable {
  minors: string[];
  enums: string[];
  kinds: Record<string, Record<string, string>>;
  /** Kinds that exist upstream, but that a server with default settings does not serve. */
  gated: Record<string, Record<string, string>>;
  types: string[];
  /** Constraints of fields, as JSON. */
  checks: unknown[];
}

/** One bit a minor: more than 30 would not fit a number's bitwise operators. */
const maxMinors = 30;

/** Merges the models into one table in which each kind and field says in which minors it exists. */
export function compact(models: readonly Model[], gated: ReadonlyMap<string, string[]>): CompactTable {
  if (models.length > maxMinors) throw new Error(`more than ${maxMinors} minors: widen the masks first`);
  const all = 2 ** models.length - 1;
  const kinds = new Map<string, Map<string, number>>();
  const types = new Map<string, { mask: number; fields: Map<string, Map<string, number>> }>();
  models.forEach((model, index) => {
    const bit = 2 ** index;
    for (const [key, { type, namespaced }] of model.kinds)
      add(kinds, key, `${type} ${namespaced ? 'n' : 'c'}`, bit);
    for (const name of reachable(
      [...model.kinds.values()].map(kind => kind.type),
      model.types,
    )) {
      const entry = types.get(name) ?? { mask: 0, fields: new Map() };
      types.set(name, entry);
      entry.mask |= bit;
      for (const [field, { type, required, check }] of model.types.get(name) ?? [])
        add(entry.fields, field, `${required ? '!' : ':'}${type}${check ? `~${check}` : ''}`, bit);
    }
  });
  const enums = [...new Set([...types.values()].flatMap(({ fields }) => enumsOf(fields)))].sort();
  const checks = [...new Set([...types.values()].flatMap(({ fields }) => checksOf(fields)))].sort();
  const encodeType = (text: string, indexOf: (name: string) => number): string => {
    const [type = '', check] = splitCheck(text);
    const { prefix, base } = splitType(type);
    const suffix = check === undefined ? '' : `~${checks.indexOf(check).toString(36)}`;
    if (base.startsWith('#')) return `${prefix}#${indexOf(base.slice(1)).toString(36)}${suffix}`;
    const name = base.startsWith('=') ? `=${enums.indexOf(base.slice(1)).toString(36)}` : base;
    return `${prefix}${name}${suffix}`;
  };
  const encodeFields = (name: string, indexOf: (name: string) => number): string => {
    const { mask = 0, fields = new Map<string, Map<string, number>>() } = types.get(name) ?? {};
    return sorted(fields)
      .flatMap(([field, uses]) =>
        sorted(uses).map(
          ([text, bits]) =>
            field + text[0] + encodeType(text.slice(1), indexOf) + suffix(bits, mask, models.length),
        ),
      )
      .join(' ');
  };
  const { order, indexes } = mergeAlike([...types.keys()].sort(), encodeFields);
  return renumber({
    minors: models.map(model => model.minor),
    enums,
    kinds: byGroup(
      kinds,
      text => {
        const [name = '', scope] = text.split(' ');
        return (indexes.get(name) ?? 0).toString(36) + scope;
      },
      all,
      models.length,
    ),
    gated: byGroup(gatedMasks(models, gated), () => '', 0, models.length),
    types: order.map(name => encodeFields(name, type => indexes.get(type) ?? 0)),
    checks: checks.map(check => JSON.parse(check)),
  });
}

/** Types with the same fields become one, until no two are alike. */
function mergeAlike(
  names: readonly string[],
  encode: (name: string, indexOf: (name: string) => number) => string,
): { order: string[]; indexes: Map<string, number> } {
  let order = [...names];
  const indexes = new Map(order.map((name, index) => [name, index]));
  for (;;) {
    const first = new Map<string, string>();
    const stands = new Map<string, string>();
    for (const name of order) {
      const text = encode(name, type => indexes.get(type) ?? 0);
      const other = first.get(text) ?? name;
      first.set(text, other);
      stands.set(name, other);
    }
    const rest = order.filter(name => stands.get(name) === name);
    const places = new Map(rest.map((name, index) => [name, index]));
    for (const [name, index] of indexes) {
      const now = stands.get(order[index] ?? '') ?? '';
      indexes.set(name, places.get(now) ?? 0);
    }
    if (rest.length === order.length) return { order, indexes };
    order = rest;
  }
}

function splitCheck(text: string): [type: string, check?: string] {
  const at = text.indexOf('~');
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function checksOf(fields: Map<string, Map<string, number>>): string[] {
  return [...fields.values()].flatMap(uses => [...uses.keys()].flatMap(text => splitCheck(text)[1] ?? []));
}

function enumsOf(fields: Map<string, Map<string, number>>): string[] {
  return [...fields.values()].flatMap(uses =>
    [...uses.keys()]
      .map(text => splitType(splitCheck(text.slice(1))[0]).base)
      .filter(base => base.startsWith('='))
      .map(base => base.slice(1)),
  );
}

function gatedMasks(
  models: readonly Model[],
  gated: ReadonlyMap<string, string[]>,
): Map<string, Map<string, number>> {
  const masks = new Map<string, Map<string, number>>();
  models.forEach(({ minor }, index) => {
    for (const key of gated.get(minor) ?? []) add(masks, key, '', 2 ** index);
  });
  return masks;
}

function add(map: Map<string, Map<string, number>>, key: string, value: string, bit: number): void {
  const uses = map.get(key) ?? new Map<string, number>();
  map.set(key, uses.set(value, (uses.get(value) ?? 0) | bit));
}

/** The minors of a mask as ranges of their positions: `@5` from the sixth on, `@58` the sixth to the ninth. */
function suffix(bits: number, implied: number, count: number): string {
  if (bits === implied) return '';
  const has = (index: number) => index >= 0 && index < count && ((bits >> index) & 1) === 1;
  let ranges = '';
  for (let index = 0; index < count; index++) {
    if (!has(index)) continue;
    if (!has(index - 1)) ranges += index.toString(36);
    if (!has(index + 1) && index + 1 < count) ranges += index.toString(36);
  }
  return `@${ranges}`;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function byGroup(
  kinds: Map<string, Map<string, number>>,
  encode: (text: string) => string,
  implied: number,
  count: number,
): Record<string, Record<string, string>> {
  const groups: Record<string, Record<string, string>> = {};
  for (const [key, uses] of sorted(kinds)) {
    const { groupVersion, kind } = splitKind(key);
    const group = groups[groupVersion] ?? {};
    groups[groupVersion] = group;
    group[kind] = sorted(uses)
      .map(([text, bits]) => encode(text) + suffix(bits, implied, count))
      .join(' ');
  }
  return groups;
}

/** One line a group and a type: a diff shows what changed. */
export function printTable(table: CompactTable): string {
  const list = (items: unknown[]) => `[\n${items.map(item => JSON.stringify(item)).join(',\n')}\n]`;
  const map = (groups: Record<string, unknown>) =>
    `{\n${Object.entries(groups)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n')}\n}`;
  return `{"_comment":"Made by scripts/generate-schemas.ts; do not edit.",
"minors":${JSON.stringify(table.minors)},
"enums":${list(table.enums)},
"kinds":${map(table.kinds)},
"gated":${map(table.gated)},
"types":${list(table.types)},
"checks":${list(table.checks)}}\n`;
}
