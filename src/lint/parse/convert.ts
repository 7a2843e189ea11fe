import type { LineCounter } from 'yaml';
import type { Draft } from '../draft.ts';
import type { MessageId, MessageParams } from '../messages/params.ts';
import type { Composed, ComposedAlias, ComposedDocument, ComposedMap, ComposedScalar } from './composed.ts';
import { problem } from './guard.ts';
import type { Limits } from './limits.ts';
import { resolveKey, resolvePlain } from './scalar.ts';
import type { Entry, MapNode, Node, Path, ScalarNode, Span } from './tree.ts';

interface Converted {
  root: Node;
  problems: Draft[];
  nodesLeft: number;
  /** kubectl could not read the document: nothing more is to be said about it. */
  broken: boolean;
}

/** An anchor while it is open has no node: an alias inside it would contain itself. */
interface Anchor {
  node?: Node;
  size: number;
}

/** Turns a composed document into a tree with kubectl's scalars, aliases and merge keys followed. */
export function convertDocument(
  { contents, offset }: ComposedDocument,
  limits: Limits,
  lines: LineCounter,
): Converted {
  const converter = new Converter(limits, lines);
  const root = converter.convert(contents, [], offset);
  const { problems, nodesLeft, broken } = converter;
  return { root, problems, nodesLeft, broken };
}

/** State of one document: anchors met so far and what is left of the limits. */
class Converter {
  readonly problems: Draft[] = [];
  nodesLeft: number;
  broken = false;
  private readonly limits: Limits;
  private readonly lines: LineCounter;
  private aliasNodesLeft: number;
  private readonly anchors = new Map<string, Anchor>();
  private readonly sizes = new WeakMap<Node, number>();

  constructor(limits: Limits, lines: LineCounter) {
    this.limits = limits;
    this.lines = lines;
    this.nodesLeft = limits.nodes;
    this.aliasNodesLeft = limits.aliasNodes;
  }

  convert(source: Composed | undefined, path: Path, at: number): Node {
    const span = spanOf(source, at);
    if (--this.nodesLeft < 0) {
      if (this.nodesLeft === -1) this.refuse('yaml/limit', 'nodes', { limit: this.limits.nodes }, span, path);
      return nothing(span);
    }
    if (source?.type === 'alias') return this.follow(source, span, path);
    const name = source?.anchor;
    const anchor: Anchor = { size: 1 };
    if (name) this.anchors.set(name, anchor);
    const node = this.convertPlain(source, span, path);
    if (name) {
      anchor.node = node;
      anchor.size = this.sizeOf(node);
    }
    return node;
  }

  private convertPlain(source: Exclude<Composed, ComposedAlias> | undefined, span: Span, path: Path): Node {
    if (!source) return nothing(span);
    if (source.type === 'map') return this.convertMap(source, span, path);
    if (source.type === 'scalar') return this.convertScalar(source, span, path);
    const items = source.items.map((item, index) => this.convert(item, [...path, index], span.start));
    return { kind: 'list', items, alias: false, ...span };
  }

  private convertMap(source: ComposedMap, span: Span, path: Path): MapNode {
    const node: MapNode = { kind: 'map', entries: new Map(), alias: false, ...span };
    const merges: { value: Node; keySpan: Span }[] = [];
    for (const pair of source.items) {
      const keySpan = spanOf(pair.key, span.start);
      if (pair.key.type === 'scalar' && pair.key.style === 'PLAIN' && pair.key.value === '<<') {
        merges.push({ value: this.convert(pair.value, path, keySpan.end), keySpan });
        continue;
      }
      const key = this.readKey(pair.key, keySpan, path);
      if (key === undefined) continue;
      const value = this.convert(pair.value, [...path, key], keySpan.end);
      const first = node.entries.get(key);
      if (first) {
        const { line } = this.lines.linePos(first.keySpan.start);
        this.report('yaml/duplicate-key', 'duplicate-key', { key, line }, keySpan, [...path, key]);
      }
      node.entries.set(key, { key, keySpan, value, merged: false });
    }
    for (const { value, keySpan } of merges) this.merge(node, value, keySpan, path);
    return node;
  }

  private readKey(key: Composed, span: Span, path: Path): string | undefined {
    if (key.type === 'scalar') {
      const text = isPlain(key) ? resolveKey(key.value) : key.value;
      if (text !== undefined) return text;
      this.refuse('yaml/key-not-scalar', 'key-null', {}, span, path);
      return undefined;
    }
    const target = key.type === 'alias' ? this.follow(key, span, path) : undefined;
    if (target && target.kind !== 'map' && target.kind !== 'list' && target.kind !== 'null')
      return String(target.value);
    this.refuse('yaml/key-not-scalar', 'key-not-scalar', {}, span, path);
    return undefined;
  }

  private convertScalar(source: ComposedScalar, span: Span, path: Path): ScalarNode {
    const { value: text } = source;
    const tag = source.tag?.replace('tag:yaml.org,2002:', '!!');
    const quoted: ScalarNode = { kind: 'string', value: text, source: undefined, alias: false, ...span };
    if (source.style === 'QUOTE_DOUBLE' && /\p{Surrogate}/u.test(text))
      this.refuse('yaml/control-character', 'control-character', { code: 'surrogate' }, span, path);
    if (tag === '!!binary') return { ...quoted, value: decodeBinary(text) };
    if (!isPlain(source) && !/^!!(int|float|bool|null)$/.test(tag ?? '')) return quoted;
    const resolved = resolvePlain(text);
    if (resolved.kind === 'float' && !Number.isFinite(resolved.value))
      this.refuse('yaml/number', 'number', { source: text }, span, path);
    // `resolved` pairs kind and value, and so does ScalarNode; spreading loses that pairing.
    return { ...resolved, source: text, alias: false, ...span } as ScalarNode;
  }

  private follow(alias: ComposedAlias, span: Span, path: Path): Node {
    const anchor = this.anchors.get(alias.source);
    if (!anchor?.node) {
      this.refuse('yaml/alias', anchor ? 'alias-self' : 'alias-unknown', { name: alias.source }, span, path);
      return nothing(span);
    }
    this.aliasNodesLeft -= anchor.size;
    if (this.aliasNodesLeft >= 0) {
      const node: Node = { ...anchor.node, ...span, alias: true };
      this.sizes.set(node, anchor.size);
      return node;
    }
    this.refuseOnce('yaml/alias', 'alias-many', { limit: this.limits.aliasNodes }, span, path);
    return nothing(span);
  }

  /** Explicit keys win, then the maps of a list in their order. */
  private merge(node: MapNode, value: Node, keySpan: Span, path: Path): void {
    for (const source of value.kind === 'list' ? value.items : [value]) {
      if (source.kind !== 'map') {
        this.refuse('yaml/merge', 'merge', {}, keySpan, path);
        continue;
      }
      for (const entry of source.entries.values()) {
        if (node.entries.has(entry.key)) continue;
        this.aliasNodesLeft -= this.sizeOf(entry.value);
        if (this.aliasNodesLeft < 0) {
          this.refuseOnce('yaml/alias', 'alias-many', { limit: this.limits.aliasNodes }, keySpan, path);
          return;
        }
        const merged: Entry = { ...entry, merged: true };
        node.entries.set(entry.key, merged);
      }
    }
  }

  /** Nodes below and with this one, aliases counted as what they stand for. */
  private sizeOf(node: Node): number {
    const known = this.sizes.get(node);
    if (known !== undefined) return known;
    let size = 1;
    if (node.kind === 'list') for (const item of node.items) size += this.sizeOf(item);
    if (node.kind === 'map') for (const { value } of node.entries.values()) size += this.sizeOf(value);
    this.sizes.set(node, size);
    return size;
  }

  private refuseOnce<Id extends MessageId>(
    rule: string,
    id: Id,
    params: MessageParams[Id],
    span: Span,
    path: Path,
  ): void {
    if (this.problems.some(draft => draft.message === id)) return;
    this.refuse(rule, id, params, span, path);
  }

  private refuse<Id extends MessageId>(
    rule: string,
    id: Id,
    params: MessageParams[Id],
    span: Span,
    path: Path,
  ): void {
    this.broken = true;
    this.report(rule, id, params, span, path);
  }

  private report<Id extends MessageId>(
    rule: string,
    id: Id,
    params: MessageParams[Id],
    span: Span,
    path: Path,
  ): void {
    this.problems.push(problem(rule, id, params, span.start, span.end, path));
  }
}

/** Plain, and not made a string by a tag. */
function isPlain(scalar: ComposedScalar): boolean {
  return scalar.style === 'PLAIN' && !scalar.tag?.endsWith('str');
}

function nothing({ start, end }: Span): Node {
  return { kind: 'null', value: null, source: '', alias: false, start, end };
}

/** An absent value has no range: it is where its key ends. */
function spanOf(source: Composed | undefined, at: number): Span {
  const [start = at, end = at] = source?.range ?? [];
  return { start, end };
}

function decodeBinary(text: string): string {
  try {
    return atob(text.replace(/\s/g, ''));
  } catch {
    return text;
  }
}
