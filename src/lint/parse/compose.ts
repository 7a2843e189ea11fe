import { CST } from 'yaml';
import { composeBlockList, composeBlockMap } from './compose-block.ts';
import { composeFlow } from './compose-flow.ts';
import {
  type Composed,
  type ComposedAlias,
  type ComposedDocument,
  type ComposedScalar,
  type Composer,
  isBlock,
  type SyntaxFault,
} from './composed.ts';
import { emptyPosition, type OnError, type Properties, readEnd, readProperties } from './properties.ts';

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
class DocumentComposer implements Composer {
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
            ? composeBlockMap(this, token)
            : token.type === 'block-seq'
              ? composeBlockList(this, token)
              : composeFlow(this, token, wasAtRoot);
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

function nameOf({ anchor }: Properties): string | undefined {
  return anchor?.source.slice(1) || undefined;
}
