import type { CST } from 'yaml';
import {
  type Composed,
  type ComposedList,
  type ComposedMap,
  type Composer,
  checkKeyLength,
  isBlock,
  type Range,
} from './composed.ts';
import { type OnError, readEnd, readProperties, spansLines } from './properties.ts';

/** A map or a list in brackets; `isAtRoot`: it is the whole document. */
export function composeFlow(
  composer: Composer,
  token: CST.FlowCollection,
  isAtRoot: boolean,
): ComposedMap | ComposedList {
  const isMap = token.start.source === '{';
  const flow = isMap ? 'flow map' : 'flow sequence';
  const { onError } = composer;
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
    if (index > 0 && !before.comma) onError(before.start, 'MISSING_CHAR', `Missing , between ${flow} items`);
    if (!isMap && !sep && !before.found) {
      const node = composer.compose(value, before, before.end, sep);
      list.push(node);
      offset = node.range[2];
      refuseBlock(onError, value, node);
      continue;
    }
    const keyNode = composer.compose(key, before, before.end, start);
    refuseBlock(onError, key, keyNode);
    const after = readProperties(sep ?? [], {
      ...shared,
      indicator: 'map-value-ind',
      next: value,
      offset: keyNode.range[2],
    });
    if (after.found && !isMap && !before.found) {
      const newline = sep?.slice(0, sep.indexOf(after.found)).find(({ type }) => type === 'newline');
      if (newline) onError(newline, 'MULTILINE_IMPLICIT_KEY', isLine);
      checkKeyLength(onError, before.start, after.found, after.found.offset);
    } else if (!after.found && value) {
      if ('source' in value && value.source.startsWith(':'))
        onError(value, 'MISSING_CHAR', `Missing space after : in ${flow}`);
      else onError(after.start, 'MISSING_CHAR', `Missing , or : between ${flow} items`);
    }
    const valueNode = value || after.found ? composer.compose(value, after, after.end, sep) : undefined;
    if (valueNode) refuseBlock(onError, value, valueNode);
    const pair = { key: keyNode, value: valueNode };
    if (isMap) map.push(pair);
    else {
      const { range } = valueNode ?? keyNode;
      list.push({ type: 'map', items: [pair], range: [keyNode.range[0], range[1], range[2]] });
    }
    offset = valueNode ? valueNode.range[2] : after.end;
  }
  const range = readFlowEnd(onError, token, offset, isAtRoot);
  return isMap ? { type: 'map', items: map, range } : { type: 'list', items: list, range };
}

function readFlowEnd(
  onError: OnError,
  { start, offset: at, end }: CST.FlowCollection,
  offset: number,
  isAtRoot: boolean,
): Range {
  const close = start.source === '{' ? '}' : ']';
  const [first, ...rest] = end;
  let valueEnd = offset;
  if (first?.source === close) valueEnd = first.offset + 1;
  else {
    onError(offset, isAtRoot ? 'MISSING_CHAR' : 'BAD_INDENT', `A flow collection must end with a ${close}`);
    if (first && first.source.length !== 1) rest.unshift(first);
  }
  return [at, valueEnd, readEnd(rest, valueEnd, true, onError)];
}

function refuseBlock(onError: OnError, token: CST.Token | null | undefined, { range }: Composed): void {
  if (isBlock(token))
    onError(range[0], 'BLOCK_IN_FLOW', 'Block collections are not allowed within flow collections');
}
