import type { Scalar } from 'yaml';

/** Where each character of a scalar's value stands in the YAML text, and one more entry for its end. */
export function scalarOffsets(source: string, scalar: Scalar<string>): number[] {
  const [start, end] = scalar.range ?? [0, 0];
  const type = scalar.type ?? 'PLAIN';
  const isBlock = type === 'BLOCK_LITERAL' || type === 'BLOCK_FOLDED';
  const reader: Reader = { source, end, quote: type, position: start, indent: 0 };
  if (isBlock) openBlock(reader);
  else if (type !== 'PLAIN') reader.position++;
  const offsets: number[] = [];
  const { value } = scalar;
  while (offsets.length < value.length) {
    if (!isBlock && /^[ \t]*\r?\n/.test(source.slice(reader.position, reader.position + 200)))
      skipBlanks(reader);
    if (isNewline(reader)) offsets.push(...readBreak(reader, value, offsets.length));
    else offsets.push(...readCharacter(reader));
  }
  offsets.length = value.length;
  return [...offsets, reader.position].map(offset => Math.min(offset, end));
}

/** A walk through the source of one scalar. */
interface Reader {
  source: string;
  end: number;
  quote: Scalar.Type;
  position: number;
  /** Columns that a block scalar's lines begin with; other scalars lose all of them. */
  indent: number;
}

/** Goes to the first line of a block scalar's text and finds its indentation. */
function openBlock(reader: Reader): void {
  const { source, position } = reader;
  const header = source.slice(position, source.indexOf('\n', position));
  reader.position += header.length + 1;
  const first = /^(?:[ \t]*\r?\n)*( *)/.exec(source.slice(reader.position, reader.end))?.[1] ?? '';
  const lineStart = source.lastIndexOf('\n', position) + 1;
  const parent = /^ *(?:- +)*/.exec(source.slice(lineStart, position))?.[0].length ?? 0;
  const explicit = /[1-9]/.exec(header.replace(/#.*/, ''))?.[0];
  reader.indent = explicit ? parent + Number(explicit) : first.length;
  skipIndent(reader);
}

function isNewline({ source, position }: Reader): boolean {
  return source[position] === '\n' || source.startsWith('\r\n', position);
}

function skipBlanks(reader: Reader): void {
  while (/[ \t]/.test(reader.source[reader.position] ?? '')) reader.position++;
}

function skipIndent(reader: Reader): void {
  if (reader.quote === 'BLOCK_LITERAL' || reader.quote === 'BLOCK_FOLDED')
    for (let left = reader.indent; left > 0 && reader.source[reader.position] === ' '; left--)
      reader.position++;
  else skipBlanks(reader);
}

/** A line break is one `\n` in a literal; elsewhere a run of breaks folds into one space, or into fewer `\n`. */
function readBreak(reader: Reader, value: string, index: number): number[] {
  const at = reader.position;
  const isLiteral = reader.quote === 'BLOCK_LITERAL';
  do {
    reader.position += reader.source[reader.position] === '\r' ? 2 : 1;
    skipIndent(reader);
  } while (!isLiteral && isNewline(reader) && reader.position < reader.end);
  let folded = 1;
  if (!isLiteral) while (value[index] === '\n' && value[index + folded] === '\n') folded++;
  return Array.from({ length: folded }, () => at);
}

function readCharacter(reader: Reader): number[] {
  const { source, position, quote } = reader;
  const rest = source.slice(position, position + 10);
  if (quote === 'QUOTE_SINGLE' && rest.startsWith("''")) reader.position += 2;
  else if (quote === 'QUOTE_DOUBLE' && rest.startsWith('\\')) {
    const joined = /^\\\r?\n[ \t]*/.exec(source.slice(position, position + 200))?.[0];
    if (joined) {
      reader.position += joined.length;
      return [];
    }
    const sequence = /^\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|.)/i.exec(rest)?.[0] ?? '\\';
    reader.position += sequence.length;
    const isAstral = sequence.startsWith('\\U') && Number.parseInt(sequence.slice(2), 16) > 0xffff;
    return isAstral ? [position, position] : [position];
  } else reader.position++;
  return [position];
}
