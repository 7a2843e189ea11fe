/**
 * What one source says about one minor, before minors are merged.
 *
 * A type is written as a short string: `[` list of, `{` map of, `?` anything or, if it is a map, then one of
 * `s` string, `y` base64, `d` time, `m` time with microseconds, `i` int32, `l` int64, `n` integer of unknown size, `f` number, `b` boolean,
 * `q` quantity, `x` int-or-string, `*` anything, `#name` another type, `=A|B` one of these strings.
 */
export interface Field {
  type: string;
  required: boolean;
  /** What else its schema asks for, as text of `src/lint/schema/constraints.ts`. */
  check?: string;
}

export type TypeFields = Map<string, Field>;

export interface KindEntry {
  type: string;
  namespaced: boolean;
}

export interface Model {
  minor: string;
  /** Kinds that a server with default settings lets a client create, by `group/version/Kind`. */
  kinds: Map<string, KindEntry>;
  /** By OpenAPI definition name where it is known. */
  types: Map<string, TypeFields>;
}

/** Splits `[[#name` into its prefix `[[` and its base `#name`. */
export function splitType(type: string): { prefix: string; base: string } {
  const prefix = /^[[{?]*/.exec(type)?.[0] ?? '';
  return { prefix, base: type.slice(prefix.length) };
}

/** The type that a type refers to, if any. */
export function reference(type: string): string | undefined {
  const { base } = splitType(type);
  return base.startsWith('#') ? base.slice(1) : undefined;
}

/** Splits `apps/v1/Deployment` into `apps/v1` and `Deployment`. */
export function splitKind(key: string): { groupVersion: string; kind: string } {
  const slash = key.lastIndexOf('/');
  return { groupVersion: key.slice(0, slash), kind: key.slice(slash + 1) };
}

/** `1.9` before `1.10`. */
export function compareMinors(a: string, b: string): number {
  return Number(a.split('.')[1]) - Number(b.split('.')[1]);
}

/** Every type that the given ones refer to, themselves included. */
export function reachable(roots: Iterable<string>, types: Model['types']): Set<string> {
  const seen = new Set<string>();
  const queue = [...roots];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (seen.has(name) || !types.has(name)) continue;
    seen.add(name);
    for (const { type } of types.get(name)?.values() ?? []) {
      const next = reference(type);
      if (next !== undefined) queue.push(next);
    }
  }
  return seen;
}
