import type { CST } from 'yaml';

/** Tells of a fault: where it starts, where it ends, the code of its kind, and words. */
export type OnError = (place: number | CST.Token, code: string, reason: string) => void;

/** What stands before a node: indicator, comma, anchor, tag, and the space between. */
export interface Properties {
  /** The indicator that was asked for: `-`, `?`, `:` or `---`. */
  found: CST.SourceToken | undefined;
  comma: CST.SourceToken | undefined;
  anchor: CST.SourceToken | undefined;
  tag: CST.SourceToken | undefined;
  hasComment: boolean;
  hasNewline: boolean;
  newlineAfter: CST.SourceToken | undefined;
  start: number;
  end: number;
}

interface Wanted {
  indicator: CST.SourceToken['type'];
  /** What follows. */
  next: CST.Token | null | undefined;
  offset: number;
  parentIndent: number;
  startOnNewline: boolean;
  /** Name of the flow collection in which this is. */
  flow?: string | undefined;
  onError: OnError;
}

const blanks: readonly string[] = ['space', 'newline', 'comma'];

/** Reads the tokens before a node and says what is wrong among them. */
export function readProperties(tokens: readonly CST.SourceToken[], wanted: Wanted): Properties {
  const { indicator, next, offset, parentIndent, startOnNewline, flow, onError } = wanted;
  const last = tokens.at(-1);
  const end = last ? last.offset + last.source.length : offset;
  const found: Properties = {
    found: undefined,
    comma: undefined,
    anchor: undefined,
    tag: undefined,
    hasComment: false,
    hasNewline: false,
    newlineAfter: undefined,
    start: -1,
    end,
  };
  const separate = (at: number) =>
    onError(at, 'MISSING_CHAR', 'Tags and anchors must be separated from the next token by white space');
  const refuseTab = (at: CST.Token) => onError(at, 'TAB_AS_INDENT', 'Tabs are not allowed as indentation');
  let atNewline = startOnNewline;
  let hasSpace = startOnNewline;
  let needsSpace = false;
  let tab: CST.SourceToken | undefined;
  for (const token of tokens) {
    const { type, source } = token;
    if (needsSpace && !blanks.includes(type)) separate(token.offset);
    needsSpace = false;
    if (tab && atNewline && type !== 'comment' && type !== 'newline') refuseTab(tab);
    tab = undefined;
    if (type === 'space') {
      const isAllowed = flow || (indicator === 'doc-start' && next?.type === 'flow-collection');
      if (!isAllowed && source.includes('\t')) tab = token;
      hasSpace = true;
      continue;
    }
    if (type === 'newline') {
      atNewline = true;
      found.hasNewline = true;
      if (found.anchor || found.tag) found.newlineAfter = token;
      hasSpace = true;
      continue;
    }
    atNewline = false;
    if (type === 'comment') {
      if (!hasSpace) refuseComment(token, onError);
      found.hasComment = true;
      continue;
    }
    hasSpace = false;
    if (type === 'anchor' || type === 'tag') {
      if (found[type]) onError(token, 'MULTIPLE_PROPS', `A node can have at most one ${type}`);
      found[type] = token;
      if (found.start < 0) found.start = token.offset;
      needsSpace = true;
    } else if (type === indicator) {
      if (found.anchor || found.tag)
        onError(token, 'BAD_PROP_ORDER', `Anchors and tags must be after the ${source} indicator`);
      if (found.found) onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${source} in ${flow ?? 'collection'}`);
      found.found = token;
      atNewline = indicator === 'seq-item-ind' || indicator === 'explicit-key-ind';
    } else if (type === 'comma' && flow) {
      if (found.comma) onError(token, 'UNEXPECTED_TOKEN', `Unexpected , in ${flow}`);
      found.comma = token;
    } else onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${type} token`);
  }
  if (needsSpace && next && !blanks.includes(next.type) && !(next.type === 'scalar' && next.source === ''))
    separate(next.offset);
  const isBlock = next?.type === 'block-map' || next?.type === 'block-seq';
  if (tab && ((atNewline && tab.indent <= parentIndent) || isBlock)) refuseTab(tab);
  return found.start < 0 ? { ...found, start: end } : found;
}

/** Reads what follows a node on its line, and returns the offset behind it. */
export function readEnd(
  tokens: readonly CST.SourceToken[] | undefined,
  offset: number,
  needsSpace: boolean,
  onError: OnError,
): number {
  let end = offset;
  let hasSpace = false;
  for (const token of tokens ?? []) {
    if (token.type === 'space' || token.type === 'newline') hasSpace = true;
    else if (token.type !== 'comment')
      onError(token, 'UNEXPECTED_TOKEN', `Unexpected ${token.type} at node end`);
    else if (needsSpace && !hasSpace) refuseComment(token, onError);
    end += token.source.length;
  }
  return end;
}

function refuseComment(token: CST.Token, onError: OnError): void {
  onError(token, 'MISSING_CHAR', 'Comments must be separated from other tokens by white space characters');
}

/** Whether a node takes more than one line. */
export function spansLines(token: CST.Token | null | undefined): boolean {
  if (!token) return false;
  const hasNewline = (tokens: readonly CST.SourceToken[] | undefined) =>
    tokens?.some(({ type }) => type === 'newline') ?? false;
  switch (token.type) {
    case 'alias':
    case 'scalar':
    case 'double-quoted-scalar':
    case 'single-quoted-scalar':
      return token.source.includes('\n') || hasNewline(token.end);
    case 'flow-collection':
      return token.items.some(
        ({ start, key, sep, value }) =>
          hasNewline(start) || hasNewline(sep) || spansLines(key) || spansLines(value),
      );
    default:
      return true;
  }
}

/** Where an absent value is: behind the last token that is no space. */
export function emptyPosition(offset: number, before: readonly CST.SourceToken[] | undefined): number {
  let at = offset;
  let index = (before?.length ?? 0) - 1;
  for (; index >= 0; index--) {
    const token = before?.[index];
    if (!token || !['space', 'comment', 'newline'].includes(token.type)) break;
    at -= token.source.length;
  }
  if (index < 0) return at;
  for (let next = before?.[++index]; next?.type === 'space'; next = before?.[++index])
    at += next.source.length;
  return at;
}
