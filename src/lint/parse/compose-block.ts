import type { CST } from 'yaml';
import {
  type Composed,
  type ComposedList,
  type ComposedMap,
  type Composer,
  checkKeyLength,
} from './composed.ts';
import { type OnError, readProperties, spansLines } from './properties.ts';

/** A map written over lines: `key: value`, or `? key` and `: value`. */
export function composeBlockMap(
  composer: Composer,
  { offset: start, indent, items }: CST.BlockMap,
): ComposedMap {
  const map: ComposedMap = { type: 'map', items: [], range: [start, start, start] };
  const { onError } = composer;
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
      if (before.found.indent !== indent) refuseColumn(onError, offset, 'mapping');
    } else {
      if (key?.type === 'block-seq')
        onError(offset, 'BLOCK_AS_IMPLICIT_KEY', 'A block sequence may not be used as an implicit map key');
      else if (key && 'indent' in key && key.indent !== indent) refuseColumn(onError, offset, 'mapping');
      if (!before.anchor && !before.tag && !sep) {
        commentEnd = before.end;
        continue;
      }
      const place = key ?? item.start.at(-1);
      if (place && (before.newlineAfter || spansLines(key)))
        onError(place, 'MULTILINE_IMPLICIT_KEY', 'Implicit keys need to be on a single line');
    }
    const keyNode = composer.compose(key, before, before.end, item.start);
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
    if (isImplicit) checkKeyLength(onError, before.start, after.found, keyNode.range[0]);
    const valueNode = composer.compose(value, after, offset, sep);
    offset = valueNode.range[2];
    map.items.push({ key: keyNode, value: valueNode });
  }
  if (commentEnd && commentEnd < offset)
    onError(commentEnd, 'IMPOSSIBLE', 'Map comment with trailing content');
  return { ...map, range: [start, offset, commentEnd ?? offset] };
}

/** A list written over lines: `- item`. */
export function composeBlockList(
  composer: Composer,
  { offset: start, indent, items }: CST.BlockSequence,
): ComposedList {
  const { onError } = composer;
  const nodes: Composed[] = [];
  let offset = start;
  let commentEnd: number | undefined;
  for (const { start: tokens, value } of items) {
    const before = readProperties(tokens, {
      indicator: 'seq-item-ind',
      next: value,
      offset,
      onError,
      parentIndent: indent,
      startOnNewline: true,
    });
    if (!before.found) {
      if (!before.anchor && !before.tag && !value) {
        commentEnd = before.end;
        continue;
      }
      if (value?.type === 'block-seq') refuseColumn(onError, before.end, 'sequence');
      else onError(offset, 'MISSING_CHAR', 'Sequence item without - indicator');
    }
    const node = composer.compose(value, before, before.end, tokens);
    offset = node.range[2];
    nodes.push(node);
  }
  return { type: 'list', items: nodes, range: [start, offset, commentEnd ?? offset] };
}

function refuseColumn(onError: OnError, at: number, what: 'mapping' | 'sequence'): void {
  onError(at, 'BAD_INDENT', `All ${what} items must start at the same column`);
}
