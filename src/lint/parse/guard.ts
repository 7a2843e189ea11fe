import type { CST } from 'yaml';
import type { Draft } from '../draft.ts';
import type { MessageId, MessageParams } from '../messages/params.ts';
import type { Limits } from './limits.ts';
import type { Path } from './tree.ts';

/** A finding about the text itself: always an error. */
export function problem<Id extends MessageId>(
  rule: string,
  message: Id,
  params: MessageParams[Id],
  start: number,
  end: number,
  path: Path = [],
): Draft {
  // The parameters belong to the message by this function's own signature; the union cannot see that.
  return { rule, level: 'error', message, params, span: { start, end }, path, document: 0 } as Draft;
}

/** The text is too long to be read at all. */
export function exceeds(text: string, limits: Limits): Draft | undefined {
  if (text.length <= limits.characters) return undefined;
  return problem('yaml/limit', 'characters', { limit: limits.characters }, 0, 1);
}

/** Control characters but tab, newline, carriage return and next line (U+0085), non-characters, lone surrogates. */
const refused = /[^\P{Cc}\t\n\r\u0085]|[\uFFFE\uFFFF]|\p{Surrogate}/u;

/** A character that kubectl refuses anywhere in the text. */
export function checkCharacters(text: string): Draft | undefined {
  const match = refused.exec(text);
  if (!match) return undefined;
  const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return problem(
    'yaml/control-character',
    'control-character',
    { code: `U+${code}` },
    match.index,
    match.index + 1,
  );
}

/** The limit that a document passes, if any. Walks the tree without recursion, before anything recurses into it. */
export function passedLimit(document: CST.Document, limits: Limits): 'depth' | 'nodes' | undefined {
  const queue: { token: CST.Token; depth: number }[] = [];
  let nodes = 0;
  const push = (token: CST.Token | null | undefined, depth: number) => {
    if (token) queue.push({ token, depth });
  };
  push(document.value, 1);
  for (let next = queue.pop(); next; next = queue.pop()) {
    const { token, depth } = next;
    if (depth > limits.depth) return 'depth';
    if (++nodes > limits.nodes) return 'nodes';
    if (!('items' in token)) continue;
    for (const item of token.items) {
      push(item.key, depth + 1);
      push(item.value, depth + 1);
    }
  }
  return undefined;
}

/** Where a Helm or Go template expression starts, outside comments. */
export function findTemplate(text: string): number | undefined {
  const pattern = /^[^#\n]*?\{\{-?\s*[\w.$"(/]/m;
  const match = pattern.exec(text);
  return match ? text.indexOf('{{', match.index) : undefined;
}
