import type { CST } from 'yaml';
import type { OnError, Properties } from './properties.ts';

/** Where a node starts, where its value ends, and where the space and comments behind it end. */
export type Range = readonly [start: number, valueEnd: number, end: number];

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

/** What composes the nodes inside a collection, and hears what is wrong with it. */
export interface Composer {
  readonly onError: OnError;
  /**
   * A node, or the empty scalar that stands where there is none: at `emptyAt`, or in front of the space and comments
   * at the end of `before`.
   */
  compose(
    token: CST.Token | null | undefined,
    properties: Properties,
    emptyAt: number,
    before: readonly CST.SourceToken[] | undefined,
  ): Composed;
}

/** Whether a token is a map or a list written over lines, not in brackets. */
export function isBlock(token: CST.Token | null | undefined): boolean {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

/** Says that an implicit key is longer than YAML 1.2 allows (section 7.4.2). */
export function checkKeyLength(onError: OnError, start: number, colon: CST.SourceToken, at: number): void {
  if (start < colon.offset - 1024)
    onError(at, 'KEY_OVER_1024_CHARS', 'The : must be at most 1024 characters after the start of a key');
}
