import type { MapNode, Node, Path, Span } from '../parse/tree.ts';
import { headOf } from '../schema/validate.ts';

/**
 * A place in an object, whether or not anything is there. A rule walks with `get` and `items` without looking back:
 * an absent place has absent children, and a finding about it points at the nearest thing that exists.
 * `null` is absent, as it is to the server.
 */
export class Cursor {
  /** The value, if it is set to anything but null. */
  readonly node: Node | undefined;
  /** Where a finding about the value points. */
  readonly span: Span;
  /** Where a finding about the key points: a field that may not be here at all. */
  readonly keySpan: Span;

  /** Where it hangs: the place above and the step from there, or the path of the root. Most paths are never asked for. */
  readonly #above: { cursor: Cursor; step: string | number } | Path;

  constructor(
    node: Node | undefined,
    above: { cursor: Cursor; step: string | number } | Path,
    keySpan: Span,
  ) {
    this.#above = above;
    this.node = node && node.kind !== 'null' ? node : undefined;
    this.span = this.node ? headOf(this.node) : keySpan;
    this.keySpan = keySpan;
  }

  get path(): Path {
    const above = this.#above;
    return 'cursor' in above ? [...above.cursor.path, above.step] : above;
  }

  get isSet(): boolean {
    return this.node !== undefined;
  }

  /** The place below these keys. */
  get(...keys: string[]): Cursor {
    let cursor: Cursor = this;
    for (const key of keys) cursor = cursor.step(key);
    return cursor;
  }

  /** Items of a list; none of anything else. */
  items(): Cursor[] {
    if (this.node?.kind !== 'list') return [];
    return this.node.items.map(
      (item, index) => new Cursor(item, { cursor: this, step: index }, headOf(item)),
    );
  }

  /** Keys and values of a map; none of anything else. */
  entries(): [key: string, value: Cursor][] {
    return this.node?.kind === 'map' ? [...this.node.entries.keys()].map(key => [key, this.step(key)]) : [];
  }

  get string(): string | undefined {
    return this.node?.kind === 'string' ? this.node.value : undefined;
  }

  get number(): number | undefined {
    return this.node?.kind === 'int' || this.node?.kind === 'float' ? this.node.value : undefined;
  }

  get boolean(): boolean | undefined {
    return this.node?.kind === 'bool' ? this.node.value : undefined;
  }

  /** A string, or a number as text: quantities and ports. */
  get text(): string | undefined {
    return this.string ?? this.number?.toString();
  }

  private step(key: string): Cursor {
    const entry = this.node?.kind === 'map' ? this.node.entries.get(key) : undefined;
    return new Cursor(entry?.value, { cursor: this, step: key }, entry?.keySpan ?? this.span);
  }
}

/** The cursor at an object's root. */
export function cursorAtRoot(root: MapNode, base: Path): Cursor {
  return new Cursor(root, base, headOf(root));
}
