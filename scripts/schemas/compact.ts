import { type Model, reachable, splitKind, splitType } from './model.ts';

/** The committed form; `src/lint/schema/table.ts` reads it and says what the strings mean. */
export interface CompactTable {
  minors: string[];
  enums: string[];
  kinds: Record<string, Record<string, string>>;
  /** Kinds that exist upstream, but that a server with default settings does not serve. */
  gated: Record<string, Record<string, string>>;
  types: string[];
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
      for (const [field, { type, required }] of model.types.get(name) ?? [])
        add(entry.fields, field, `${required ? '!' : ':'}${type}`, bit);
    }
  });
  const order = [...types.keys()].sort();
  const indexes = new Map(order.map((name, index) => [name, index]));
  const enums = [...new Set([...types.values()].flatMap(({ fields }) => enumsOf(fields)))].sort();
  const encodeType = (text: string): string => {
    const { prefix, base } = splitType(text);
    if (base.startsWith('#')) return `${prefix}#${(indexes.get(base.slice(1)) ?? 0).toString(36)}`;
    return base.startsWith('=') ? `${prefix}=${enums.indexOf(base.slice(1)).toString(36)}` : text;
  };
  return {
    minors: models.map(model => model.minor),
    enums,
    kinds: byGroup(
      kinds,
      text => {
        const [name = '', scope] = text.split(' ');
        return (indexes.get(name) ?? 0).toString(36) + scope;
      },
      all,
    ),
    gated: byGroup(gatedMasks(models, gated), () => '', 0),
    types: order.map(name => {
      const { mask = 0, fields = new Map<string, Map<string, number>>() } = types.get(name) ?? {};
      return sorted(fields)
        .flatMap(([field, uses]) =>
          sorted(uses).map(
            ([text, bits]) => field + text[0] + encodeType(text.slice(1)) + suffix(bits, mask),
          ),
        )
        .join(' ');
    }),
  };
}

function enumsOf(fields: Map<string, Map<string, number>>): string[] {
  return [...fields.values()].flatMap(uses =>
    [...uses.keys()]
      .map(text => splitType(text.slice(1)).base)
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

function suffix(bits: number, implied: number): string {
  return bits === implied ? '' : `@${bits.toString(36)}`;
}

function sorted<Value>(map: ReadonlyMap<string, Value>): [string, Value][] {
  return [...map].sort(([a], [b]) => (a < b ? -1 : 1));
}

function byGroup(
  kinds: Map<string, Map<string, number>>,
  encode: (text: string) => string,
  implied: number,
): Record<string, Record<string, string>> {
  const groups: Record<string, Record<string, string>> = {};
  for (const [key, uses] of sorted(kinds)) {
    const { groupVersion, kind } = splitKind(key);
    const group = groups[groupVersion] ?? {};
    groups[groupVersion] = group;
    group[kind] = sorted(uses)
      .map(([text, bits]) => encode(text) + suffix(bits, implied))
      .join(' ');
  }
  return groups;
}

/** One line a group and a type: a diff shows what changed. */
export function printTable(table: CompactTable): string {
  const list = (items: string[]) => `[\n${items.map(item => JSON.stringify(item)).join(',\n')}\n]`;
  const map = (groups: Record<string, unknown>) =>
    `{\n${Object.entries(groups)
      .map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`)
      .join(',\n')}\n}`;
  return `{"_comment":"Made by scripts/generate-schemas.ts; do not edit.",
"minors":${JSON.stringify(table.minors)},
"enums":${list(table.enums)},
"kinds":${map(table.kinds)},
"gated":${map(table.gated)},
"types":${list(table.types)}}\n`;
}
