/** Where something is in the text: offsets, the end exclusive. */
export interface Span {
  start: number;
  end: number;
}

export interface Entry {
  key: string;
  keySpan: Span;
  value: Node;
  /** It came in through a merge key (`<<`). */
  merged: boolean;
}

export interface MapNode extends Span {
  kind: 'map';
  entries: Map<string, Entry>;
  alias: boolean;
}

export interface ListNode extends Span {
  kind: 'list';
  items: Node[];
  alias: boolean;
}

interface ScalarOf<Kind extends string, Value> extends Span {
  kind: Kind;
  value: Value;
  /** The characters of a plain scalar; undefined when it is quoted or a block. */
  source: string | undefined;
  alias: boolean;
}

export type ScalarNode =
  | ScalarOf<'null', null>
  | ScalarOf<'bool', boolean>
  | ScalarOf<'int', number>
  | ScalarOf<'float', number>
  | ScalarOf<'string', string>;

export type Node = MapNode | ListNode | ScalarNode;

/** Keys and indexes from the object's root. */
export type Path = readonly (string | number)[];

/** Writes a path as kubectl does: `spec.containers[0].name`, `metadata.labels["app.kubernetes.io/name"]`. */
export function formatPath(path: Path): string {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (!/^[\w-]+$/.test(step)) return `[${JSON.stringify(step)}]`;
      return index === 0 ? step : `.${step}`;
    })
    .join('');
}

/** The value of a map's key. */
export function child(node: Node | undefined, key: string): Node | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** The value as JSON would hold it. Maps have no prototype, so `__proto__` is a key like any other. */
export function toJson(node: Node): unknown {
  if (node.kind === 'list') return node.items.map(toJson);
  if (node.kind !== 'map') return node.value;
  const object: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries.values()) object[key] = toJson(value);
  return object;
}
