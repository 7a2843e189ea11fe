import type { FlagFacts, Survey } from './facts.ts';

/** The committed table: strings that `src/lint/kubectl/table.ts` reads. Its comment describes the notation. */
export interface EncodedTable {
  minors: string;
  aliases: Record<string, string>;
  commands: Record<string, string>;
  deprecations: Record<string, string>;
  global: string;
  resources: string;
  values: Record<string, string>;
}

/** Merges the surveys (oldest first) into one table. Same input, same bytes. */
export function encodeTable(
  surveys: readonly Survey[],
  resources: ReadonlyMap<string, readonly string[]>,
): EncodedTable {
  const minors = surveys.map(({ minor }) => minor);
  const pools: Pools = { values: new Map(), deprecations: new Map() };
  const commands: Record<string, string> = {};
  const aliases: Record<string, string> = {};
  const paths = sorted(surveys.flatMap(survey => Object.keys(survey.commands)));
  for (const path of paths) {
    const present = surveys.map(({ commands: all }) => all[path] !== undefined);
    const flags = surveys.map(({ commands: all }) => all[path]?.flags ?? {});
    commands[path] = [...ranges(present), ...encodeFlags(flags, present, pools)].join(' ');
    const names = sorted(surveys.flatMap(survey => survey.commands[path]?.aliases ?? []));
    if (names.length > 0) aliases[path] = names.filter(name => !path.endsWith(name)).join(' ');
  }
  const everywhere = surveys.map(() => true);
  const global = encodeFlags(
    surveys.map(survey => survey.global),
    everywhere,
    pools,
  ).join(' ');
  return {
    minors: minors.join(' '),
    aliases,
    commands,
    deprecations: fromPool(pools.deprecations),
    global,
    resources: [...resources]
      .map(([word, known]) => word + rangeText(minors.map(minor => known.includes(minor))).join(''))
      .join(' '),
    values: fromPool(pools.values),
  };
}

/** Texts that repeat, each with the key that stands for it. */
interface Pools {
  values: Map<string, string>;
  deprecations: Map<string, string>;
}

function encodeFlags(
  perMinor: readonly Record<string, FlagFacts>[],
  present: readonly boolean[],
  pools: Pools,
): string[] {
  return sorted(perMinor.flatMap(flags => Object.keys(flags))).flatMap(name => {
    const values = mergeValues(perMinor.map(flags => flags[name]?.values ?? []));
    const forms = new Map<string, boolean[]>();
    for (const [index, flags] of perMinor.entries()) {
      const flag = flags[name];
      if (!flag) continue;
      const form = formOf(name, flag, values, pools);
      const known = forms.get(form) ?? perMinor.map(() => false);
      known[index] = true;
      forms.set(form, known);
    }
    return [...forms].flatMap(([form, known]) =>
      same(known, present) ? [form] : rangeText(known).map(range => form + range),
    );
  });
}

function formOf(name: string, flag: FlagFacts, values: string, pools: Pools): string {
  const optional = flag.optional && flag.type !== 'b' ? '?' : '';
  const listed = flag.values.length > 0 ? `=${keyFor(values, pools.values)}` : '';
  const state = flag.deprecated ? `!${keyFor(flag.deprecated, pools.deprecations)}` : flag.hidden ? '~' : '';
  return `${name}${flag.short && `/${flag.short}`}:${flag.type}${optional}${listed}${state}`;
}

/** One list of allowed values for all minors: a value that only some minors take carries its range. */
function mergeValues(perMinor: readonly (readonly string[])[]): string {
  const listing = perMinor.map(values => values.length > 0);
  return [...new Set(perMinor.toReversed().flat())]
    .flatMap(value => {
      const known = perMinor.map(values => values.includes(value));
      return same(known, listing) ? [value] : rangeText(known).map(range => value + range);
    })
    .join(' ');
}

/** `@2-` (from the third minor), `@-2` (to the third), `@1-4`, `@3` (only there), or nothing (in all). */
function rangeText(known: readonly boolean[]): string[] {
  const last = known.length - 1;
  const texts: string[] = [];
  for (let start = 0; start <= last; start++) {
    if (!known[start]) continue;
    let end = start;
    while (known[end + 1]) end++;
    if (start === 0 && end === last) return [''];
    if (start === end) texts.push(`@${start}`);
    else texts.push(start === 0 ? `@-${end}` : end === last ? `@${start}-` : `@${start}-${end}`);
    start = end;
  }
  return texts;
}

const ranges = (known: readonly boolean[]): string[] => rangeText(known).filter(Boolean);

const same = (a: readonly boolean[], b: readonly boolean[]): boolean =>
  a.every((value, index) => value === b[index]);

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

function keyFor(text: string, pool: Map<string, string>): string {
  const key = pool.get(text) ?? String(pool.size);
  pool.set(text, key);
  return key;
}

const fromPool = (pool: Map<string, string>): Record<string, string> =>
  Object.fromEntries([...pool].map(([text, key]) => [key, text]));
