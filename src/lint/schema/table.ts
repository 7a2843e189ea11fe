/**
 * The compact schema table and its decoder.
 *
 * `minors` fixes the bits of all masks: bit 0 is the first minor. A mask is written after `@` as ranges of positions in
 * `minors`, two base 36 digits each, the last one open when its second digit is left out. There is no mask when it would
 * say nothing new: all minors for a kind, all minors of the type for a field.
 * `kinds[group/version][Kind]` is a type's index in base 36 and `n` (namespaced) or `c` (cluster-wide); alternatives,
 * where the type differs by minor, are separated by spaces. `gated` has only masks.
 * `types[index]` is a list of `name!type` (required) and `name:type`, with `~index` of one of `checks` behind the type. A type is any number of `[` (list of) and `{`
 * (map of), then `s` string, `y` base64, `d` time, `m` time with microseconds, `i` int32, `l` int64, `f` number, `b` boolean, `q` quantity,
 * `x` int-or-string, `*` anything, `?` something or, if it is a map, `#index` a type (`#` alone: the next type that was not named yet), `=index` one of `enums[index]`.
 */
export interface CompactTable {
  minors: string[];
  enums: string[];
  kinds: Record<string, Record<string, string>>;
  gated: Record<string, Record<string, string>>;
  types: string[];
  checks: unknown[];
}

export interface FieldEntry {
  type: string;
  required: boolean;
  mask: number;
  /** What its schema asks for beyond the type: `checks[check]`. */
  check: number | undefined;
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
  checks: readonly unknown[];
}

/** Makes a table of the committed data. Types are decoded when they are first asked for. */
export function decodeTable(data: CompactTable): Table {
  const all = 2 ** data.minors.length - 1;
  const types: ReadonlyMap<string, readonly FieldEntry[]>[] = [];
  const enums: (readonly string[])[] = [];
  const texts = nameTypes(data.types);
  return {
    minors: data.minors,
    checks: data.checks,
    kinds: mapGroups(data.kinds, text => text.split(' ').map(part => decodeKind(part, all))),
    gated: mapGroups(data.gated, text => readMask(text, all, 0)),
    fields: type => {
      const fields = types[type] ?? decodeFields(texts[type] ?? '', all);
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

/** Writes the index of every type where it is named. */
function nameTypes(types: readonly string[]): string[] {
  const texts: string[] = [];
  let next = 0;
  const name = (): number => {
    const index = next++;
    texts[index] = (types[index] ?? '').replace(/#(?!\w)/g, () => `#${name().toString(36)}`);
    return index;
  };
  while (next < types.length) name();
  return texts;
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

function readMask(text: string, all: number, otherwise = all): number {
  const at = text.indexOf('@');
  if (at < 0) return otherwise;
  const positions = [...text.slice(at + 1)].map(digit => parseInt(digit, 36));
  let mask = 0;
  for (let index = 0; index < positions.length; index += 2) {
    const [first = 0, last] = positions.slice(index, index + 2);
    const upTo = last === undefined ? all : 2 ** (last + 1) - 1;
    mask |= upTo & ~(2 ** first - 1);
  }
  return mask;
}

function decodeKind(text: string, all: number): KindEntry {
  const [name = ''] = text.split('@');
  return { type: parseInt(name.slice(0, -1), 36), namespaced: name.endsWith('n'), mask: readMask(text, all) };
}

const fieldPattern = /^(.+?)([!:])([^@~]*)(?:~(\w+))?(@\w+)?$/;

function decodeFields(text: string, all: number): Map<string, FieldEntry[]> {
  const fields = new Map<string, FieldEntry[]>();
  for (const part of text.split(' ')) {
    const match = fieldPattern.exec(part);
    if (!match) continue;
    const [, name = '', sign, type = '', check, mask = ''] = match;
    const entry: FieldEntry = {
      type,
      required: sign === '!',
      mask: readMask(mask, all),
      check: check === undefined ? undefined : parseInt(check, 36),
    };
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
