/**
 * The compact schema table and its decoder.
 *
 * `minors` fixes the bits of all masks: bit 0 is the first minor. A mask is written in base 36 after `@`, and left out
 * when it says nothing new: all minors for a kind, all minors of the type for a field.
 * `kinds[group/version][Kind]` is a type's index in base 36 and `n` (namespaced) or `c` (cluster-wide); alternatives,
 * where the type differs by minor, are separated by spaces. `gated` has only masks.
 * `types[index]` is a list of `name!type` (required) and `name:type`. A type is any number of `[` (list of) and `{`
 * (map of), then `s` string, `y` base64, `d` time, `m` time with microseconds, `i` int32, `l` int64, `f` number, `b` boolean, `q` quantity,
 * `x` int-or-string, `*` anything, `?` something or, if it is a map, `#index` a type, `=index` one of `enums[index]`.
 */
export interface CompactTable {
  minors: string[];
  enums: string[];
  kinds: Record<string, Record<string, string>>;
  gated: Record<string, Record<string, string>>;
  types: string[];
}

export interface FieldEntry {
  type: string;
  required: boolean;
  mask: number;
}

export interface KindEntry {
  type: number;
  namespaced: boolean;
  mask: number;
}

/** By `group/version`, then kind. */
type Groups<Entry> = ReadonlyMap<string, ReadonlyMap<string, Entry>>;

export interface Table {
  minors: readonly string[];
  kinds: Groups<readonly KindEntry[]>;
  /** Minors in which a kind exists but is off in a server with default settings. */
  gated: Groups<number>;
  /** Fields of a type; alternatives where a field's type differs by minor. */
  fields(type: number): ReadonlyMap<string, readonly FieldEntry[]>;
  enumValues(index: string): readonly string[];
}

/** Makes a table of the committed data. Types are decoded when they are first asked for. */
export function decodeTable(data: CompactTable): Table {
  const all = 2 ** data.minors.length - 1;
  const types: ReadonlyMap<string, readonly FieldEntry[]>[] = [];
  const enums: (readonly string[])[] = [];
  return {
    minors: data.minors,
    kinds: mapGroups(data.kinds, text => text.split(' ').map(part => decodeKind(part, all))),
    gated: mapGroups(data.gated, text => readMask(text, 0)),
    fields: type => {
      const fields = types[type] ?? decodeFields(data.types[type] ?? '', all);
      types[type] = fields;
      return fields;
    },
    enumValues: index => {
      const position = parseInt(index, 36);
      const values = enums[position] ?? (data.enums[position] ?? '').split('|');
      enums[position] = values;
      return values;
    },
  };
}

function mapGroups<Entry>(
  groups: Record<string, Record<string, string>>,
  decode: (text: string) => Entry,
): Groups<Entry> {
  return new Map(
    Object.entries(groups).map(([group, kinds]) => [
      group,
      new Map(Object.entries(kinds).map(([kind, text]) => [kind, decode(text)])),
    ]),
  );
}

function readMask(text: string, otherwise: number): number {
  const at = text.indexOf('@');
  return at < 0 ? otherwise : parseInt(text.slice(at + 1), 36);
}

function decodeKind(text: string, all: number): KindEntry {
  const [name = ''] = text.split('@');
  return { type: parseInt(name.slice(0, -1), 36), namespaced: name.endsWith('n'), mask: readMask(text, all) };
}

const fieldPattern = /^(.+?)([!:])([^@]*)(@\w+)?$/;

function decodeFields(text: string, all: number): Map<string, FieldEntry[]> {
  const fields = new Map<string, FieldEntry[]>();
  for (const part of text.split(' ')) {
    const match = fieldPattern.exec(part);
    if (!match) continue;
    const [, name = '', sign, type = '', mask = ''] = match;
    const entry = { type, required: sign === '!', mask: readMask(mask, all) };
    const others = fields.get(name);
    if (others) others.push(entry);
    else fields.set(name, [entry]);
  }
  return fields;
}

/** Minors of a mask as ranges: `1.13-1.15, 1.19`. Neighbours are those of the table. */
export function formatMask(mask: number, minors: readonly string[]): string {
  const ranges: string[] = [];
  let first: string | undefined;
  minors.forEach((minor, index) => {
    if (!(mask & (1 << index))) return;
    first ??= minor;
    if (mask & (1 << (index + 1)) && index + 1 < minors.length) return;
    ranges.push(first === minor ? minor : `${first}-${minor}`);
    first = undefined;
  });
  return ranges.join(', ');
}
