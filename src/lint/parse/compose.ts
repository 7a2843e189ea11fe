import { CST } from 'yaml';
import {
  emptyPosition,
  type OnError,
  type Properties,
  readEnd,
  readProperties,
  spansLines,
} from './properties.ts';

/** Where a node starts, where its value ends, and where the space and comments behind it end. */
type Range = readonly [start: number, valueEnd: number, end: number];

export interface ComposedAlias {
  type: 'alias';
  /** Name of the anchor. */
  source: string;
  range: Range;
}

export interface ComposedScalar {
  type: 'scalar';
  style: 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE' | 'BLOCK_FOLDED' | 'BLOCK_LITERAL' | null;
  value: string;
  anchor?: string | undefined;
  /** The whole tag: `tag:yaml.org,2002:int`. */
  tag?: string | undefined;
  range: Range;
}

export interface ComposedMap {
  type: 'map';
  items: { key: Composed; value: Composed | undefined }[];
  anchor?: string | undefined;
  range: Range;
}

export interface ComposedList {
  type: 'list';
  items: Composed[];
  anchor?: string | undefined;
  range: Range;
}

/** A node of a document before aliases are followed and scalars are understood. */
export type Composed = ComposedAlias | ComposedScalar | ComposedMap | ComposedList;

export interface SyntaxFault {
  start: number;
  end: number;
  code: string;
  reason: string;
}

export interface ComposedDocument {
  contents: Composed;
  offset: number;
  faults: SyntaxFault[];
}

/**
 * Makes nodes of the concrete syntax of a document and says what is wrong with it. The rules are those of the `yaml`
 * library's own composer, whose documents could do much more and weigh too much for a page.
 */
export function composeDocument(token: CST.Document, faults: SyntaxFault[] = []): ComposedDocument {
  const { offset, start, value, end } = token;
  const composer = new DocumentComposer(faults);
  const { onError } = composer;
  const properties = readProperties(start, {
    indicator: 'doc-start',
    next: value ?? end?.[0],
    offset,
    onError,
    parentIndent: 0,
    startOnNewline: true,
  });
  if (properties.found && isBlock(value) && !properties.hasNewline)
    onError(
      properties.end,
      'MISSING_CHAR',
      'Block collection cannot start on same line with directives-end marker',
    );
  const contents = composer.compose(value, properties, properties.end, start);
  readEnd(end, contents.range[2], false, onError);
  return { contents, offset, faults };
}

/** Says what is wrong behind `...`. */
export function readDocumentEnd({ end, offset, source }: CST.DocumentEnd, faults: SyntaxFault[]): void {
  readEnd(end, offset + source.length, true, new DocumentComposer(faults).onError);
}

/** Composes the nodes of one document; faults are collected in the order in which they are met. */
class DocumentComposer {
  private readonly faults: SyntaxFault[];
  private isAtRoot = true;

  constructor(faults: SyntaxFault[]) {
    this.faults = faults;
  }

  readonly onError: OnError = (place, code, reason) => {
    const start = typeof place === 'number' ? place : place.offset;
    const length = typeof place === 'object' && 'source' in place ? place.source.length : 1;
    this.faults.push({ start, end: start + length, code, reason });
  };

  /** A node, or the empty scalar that stands where there is none. */
  compose(
    token: CST.Token | null | undefined,
    properties: Properties,
    emptyAt: number,
    before: readonly CST.SourceToken[] | undefined,
  ): Composed {
    const node = token ? this.composeToken(token, properties) : undefined;
    const { anchor, hasComment, end } = properties;
    if (anchor?.source === '&') this.onError(anchor, 'BAD_ALIAS', 'Anchor cannot be an empty string');
    if (node) return node;
    const offset = token ? token.offset : emptyPosition(emptyAt, before);
    const empty = this.composeScalar({ type: 'scalar', offset, indent: -1, source: '' }, properties);
    return hasComment ? { ...empty, range: [offset, offset, end] } : empty;
  }

  private composeToken(token: CST.Token, properties: Properties): Composed | undefined {
    switch (token.type) {
      case 'alias': {
        const alias = this.composeAlias(token);
        if (properties.anchor || properties.tag)
          this.onError(token, 'ALIAS_PROPS', 'An alias node must not specify any properties');
        return alias;
      }
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        return this.composeScalar(token, properties);
      case 'block-map':
      case 'block-seq':
      case 'flow-collection': {
        this.readTag(properties.tag);
        if (token.type === 'block-seq') this.checkPropertyLines(properties);
        const wasAtRoot = this.isAtRoot;
        this.isAtRoot = false;
        const node =
          token.type === 'block-map'
            ? this.composeBlockMap(token)
            : token.type === 'block-seq'
              ? this.composeBlockList(token)
              : this.composeFlow(token, wasAtRoot);
        return { ...node, anchor: nameOf(properties) };
      }
      default:
        this.onError(
          token,
          'UNEXPECTED_TOKEN',
          token.type === 'error' ? token.message : `Unsupported token (type: ${token.type})`,
        );
        return undefined;
    }
  }

  private composeAlias({ offset, source, end }: CST.FlowScalar): ComposedAlias {
    const name = source.slice(1);
    if (name === '') this.onError(offset, 'BAD_ALIAS', 'Alias cannot be an empty string');
    const valueEnd = offset + source.length;
    return {
      type: 'alias',
      source: name,
      range: [offset, valueEnd, readEnd(end, valueEnd, true, this.onError)],
    };
  }

  private composeScalar(token: CST.FlowScalar | CST.BlockScalar, properties: Properties): ComposedScalar {
    const isRoot = this.isAtRoot;
    const { value, type, range } = CST.resolveAsScalar(token, true, (offset, code, reason) => {
      // The library takes every block scalar for one inside a collection.
      if (!(isRoot && token.type === 'block-scalar' && code === 'BAD_INDENT'))
        this.onError(offset, code, reason);
    });
    // The library types a scalar's style more widely than it ever is.
    const style = type as ComposedScalar['style'];
    return {
      type: 'scalar',
      style,
      value,
      anchor: nameOf(properties),
      tag: this.readTag(properties.tag),
      range,
    };
  }

  private composeBlockMap({ offset: start, indent, items }: CST.BlockMap): ComposedMap {
    const map: ComposedMap = { type: 'map', items: [], range: [start, start, start] };
    const { onError } = this;
    let offset = start;
    let commentEnd: number | undefined;
    for (const item of items) {
      const { key, sep, value } = item;
      const before = readProperties(item.start, {
        indicator: 'explicit-key-ind',
        next: key ?? sep?.[0],
        offset,
        onError,
        parentIndent: indent,
        startOnNewline: true,
      });
      const isImplicit = !before.found;
      if (before.found) {
        if (before.found.indent !== indent) this.refuseColumn(offset, 'mapping');
      } else {
        if (key?.type === 'block-seq')
          onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
        else if (key && 'indent' in key && key.indent !== indent) this.refuseColumn(offset, 'mapping');
        if (!before.anchor && !before.tag && !sep) {
          commentEnd = before.end;
          continue;
        }
        const place = key ?? item.start.at(-1);
        if (place && (before.newlineAfter || spansLines(key)))
          onError(place, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
      }
      const keyNode = this.compose(key, before, before.end, item.start);
      const after = readProperties(sep ?? [], {
        indicator: 'map-value-ind',
        next: value,
        offset: keyNode.range[2],
        onError,
        parentIndent: indent,
        startOnNewline: !key || key.type === 'block-scalar',
      });
      offset = after.end;
      if (!after.found) {
        if (isImplicit)
          onError(keyNode.range[0], 'MISSING_CHAR', 'Implicit map keys need to be followed by map values');
        map.items.push({ key: keyNode, value: undefined });
        continue;
      }
      if (isImplicit && value?.type === 'block-map' && !after.hasNewline)
        onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'Nested mappings are not allowed in compact mappings');
      if (isImplicit) this.checkKeyLength(before.start, after.found, keyNode.range[0]);
      const valueNode = this.compose(value, after, offset, sep);
      offset = valueNode.range[2];
      map.items.push({ key: keyNode, value: valueNode });
    }
    if (commentEnd && commentEnd < offset)
      onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
    return { ...map, range: [start, offset, commentEnd ?? offset] };
  }

  private composeBlockList({ offset: start, indent, items }: CST.BlockSequence): ComposedList {
    const nodes: Composed[] = [];
    let offset = start;
    let commentEnd: number | undefined;
    for (const { start: tokens, value } of items) {
      const before = readProperties(tokens, {
        indicator: 'seq-item-ind',
        next: value,
        offset,
        onError: this.onError,
        parentIndent: indent,
        startOnNewline: true,
      });
      if (!before.found) {
        if (!before.anchor && !before.tag && !value) {
          commentEnd = before.end;
          continue;
        }
        if (value?.type === 'block-seq') this.refuseColumn(before.end, 'sequence');
        else this.onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
      }
      const node = this.compose(value, before, before.end, tokens);
      offset = node.range[2];
      nodes.push(node);
    }
    return { type: 'list', items: nodes, range: [start, offset, commentEnd ?? offset] };
  }

  private composeFlow(token: CST.FlowCollection, isAtRoot: boolean): ComposedMap | ComposedList {
    const isMap = token.start.source === '{';
    const flow = isMap ? 'flow map' : 'flow sequence';
    const { onError } = this;
    const map: ComposedMap['items'] = [];
    const list: Composed[] = [];
    let offset = token.offset + token.start.source.length;
    for (const [index, { start, key, sep, value }] of token.items.entries()) {
      const shared = { flow, onError, parentIndent: token.indent, startOnNewline: false };
      const next = key ?? sep?.[0];
      const before = readProperties(start, { ...shared, indicator: 'explicit-key-ind', next, offset });
      if (!before.found && !before.anchor && !before.tag && !sep && !value) {
        if (index === 0 && before.comma) onError(before.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
        else if (index < token.items.length - 1)
          onError(before.start, 'UNEXPECTED_TOKEN', `Unexpected empty item in ${flow}`);
        offset = before.end;
        continue;
      }
      const isLine = 'Implicit keys of flow sequence pairs need to be on a single line';
      if (!before.found && !isMap && key && spansLines(key)) onError(key, 'MULTILINE_IMPLICIT_KEY', isLine);
      if (index === 0 && before.comma) onError(before.comma, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
      if (index > 0 && !before.comma)
        onError(before.start, 'MISSING_CHAR', `Missing , between ${flow} items`);
      if (!isMap && !sep && !before.found) {
        const node = this.compose(value, before, before.end, sep);
        list.push(node);
        offset = node.range[2];
        this.refuseBlock(value, node);
        continue;
      }
      const keyNode = this.compose(key, before, before.end, start);
      this.refuseBlock(key, keyNode);
      const after = readProperties(sep ?? [], {
        ...shared,
        indicator: 'map-value-ind',
        next: value,
        offset: keyNode.range[2],
      });
      if (after.found && !isMap && !before.found) {
        const newline = sep?.slice(0, sep.indexOf(after.found)).find(({ type }) => type === 'newline');
        if (newline) onError(newline, 'MULTILINE_IMPLICIT_KEY', isLine);
        this.checkKeyLength(before.start, after.found, after.found.offset);
      } else if (!after.found && value) {
        if ('source' in value && value.source.startsWith(':'))
          onError(value, 'MISSING_CHAR', `Missing space after : in ${flow}`);
        else onError(after.start, 'MISSING_CHAR', `Missing , or : between ${flow} items`);
      }
      const valueNode = value || after.found ? this.compose(value, after, after.end, sep) : undefined;
      if (valueNode) this.refuseBlock(value, valueNode);
      const pair = { key: keyNode, value: valueNode };
      if (isMap) map.push(pair);
      else {
        const { range } = valueNode ?? keyNode;
        list.push({ type: 'map', items: [pair], range: [keyNode.range[0], range[1], range[2]] });
      }
      offset = valueNode ? valueNode.range[2] : after.end;
    }
    const range = this.readFlowEnd(token, offset, isAtRoot);
    return isMap ? { type: 'map', items: map, range } : { type: 'list', items: list, range };
  }

  private readFlowEnd(
    { start, offset: at, end }: CST.FlowCollection,
    offset: number,
    isAtRoot: boolean,
  ): Range {
    const close = start.source === '{' ? '}' : ']';
    const [first, ...rest] = end;
    let valueEnd = offset;
    if (first?.source === close) valueEnd = first.offset + 1;
    else {
      this.onError(
        offset,
        isAtRoot ? 'MISSING_CHAR' : 'BAD_INDENT',
        `A flow collection must end with a ${close}`,
      );
      if (first && first.source.length !== 1) rest.unshift(first);
    }
    return [at, valueEnd, readEnd(rest, valueEnd, true, this.onError)];
  }

  private refuseColumn(at: number, what: 'mapping' | 'sequence'): void {
    this.onError(at, 'BAD_INDENT', `All ${what} items must start at the same column`);
  }

  private refuseBlock(token: CST.Token | null | undefined, { range }: Composed): void {
    if (isBlock(token))
      this.onError(range[0], 'BLOCK_IN_FLOW', 'Block collections are not allowed within flow collections');
  }

  private checkKeyLength(start: number, colon: CST.SourceToken, at: number): void {
    if (start < colon.offset - 1024)
      this.onError(
        at,
        'KEY_OVER_1024_CHARS',
        'The : must be at most 1024 characters after the start of a key',
      );
  }

  private checkPropertyLines({ anchor, tag, newlineAfter }: Properties): void {
    const last = anchor && tag ? (anchor.offset > tag.offset ? anchor : tag) : (anchor ?? tag);
    if (last && (!newlineAfter || newlineAfter.offset < last.offset))
      this.onError(last, 'MISSING_CHAR', 'Missing newline after block sequence props');
  }

  /** Writes a tag out: `!!int` is `tag:yaml.org,2002:int`, local tags are as they are. */
  private readTag(token: CST.SourceToken | undefined): string | undefined {
    if (!token) return undefined;
    const { source } = token;
    const refuse = (reason: string) => this.onError(token, 'TAG_RESOLVE_FAILED', reason);
    if (source === '!') return source;
    if (source.startsWith('!<')) {
      if (!source.endsWith('>')) refuse('Verbatim tags must end with a >');
      return source.slice(2, -1);
    }
    const [, handle = '', suffix = ''] = /^(.*!)([^!]*)$/s.exec(source) ?? [];
    if (suffix === '') refuse(`The ${source} tag has no suffix`);
    if (handle === '!!') return `tag:yaml.org,2002:${suffix}`;
    if (handle !== '!') refuse(`Could not resolve tag: ${source}`);
    return source;
  }
}

function isBlock(token: CST.Token | null | undefined): boolean {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

function nameOf({ anchor }: Properties): string | undefined {
  return anchor?.source.slice(1) || undefined;
}
