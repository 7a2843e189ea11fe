/** Source of a diagram as mermaid gets it, and the way back to the lines of the author. */
export interface Source {
  /** The lines that are neither blank nor comment. */
  text: string;
  /** For each of those, its number in the fence. */
  lines: readonly number[];
  /** The lines that are code: not the texts of accTitle and accDescr either. */
  code: readonly SourceLine[];
  title: string;
  description: string;
}

export interface SourceLine {
  line: number;
  text: string;
}

const COMMENT = /^\s*%%(?!\{)/;
const TITLE = /^\s*accTitle\s*:\s*(.*)$/;
const DESCRIPTION = /^\s*accDescr\s*:\s*(.*)$/;
const DESCRIPTION_OPEN = /^\s*accDescr\s*\{([^}]*)(\}?)/;

/**
 * Reads the parts of a diagram that are checked before mermaid sees it.
 *
 * mermaid drops comments and many blank lines before it parses, so the lines in its messages are too small. It gets a text
 * without either, whose lines can be counted.
 */
export function readSource(raw: string): Source {
  const kept = raw
    .split(/\r\n?|\n/)
    .map((text, index) => ({ line: index + 1, text }))
    .filter(({ text }) => text.trim() !== '' && !COMMENT.test(text));
  const code: SourceLine[] = [];
  let title = '';
  let description: string[] = [];
  let inDescription = false;
  for (const { line, text } of kept) {
    if (inDescription) {
      const end = text.indexOf('}');
      description.push(end < 0 ? text : text.slice(0, end));
      inDescription = end < 0;
      continue;
    }
    const [described, first = '', close] = DESCRIPTION.exec(text) ?? DESCRIPTION_OPEN.exec(text) ?? [];
    if (described !== undefined) {
      description = [first];
      inDescription = close === '';
      continue;
    }
    const titled = TITLE.exec(text);
    if (titled) title = titled[1]?.trim() ?? '';
    else code.push({ line, text });
  }
  return {
    text: kept.map(({ text }) => text).join('\n'),
    lines: kept.map(({ line }) => line),
    code,
    title,
    description: foldLines(description),
  };
}

/** Joins the lines of a description as Japanese text is joined. A space inside a line stays as it was written. */
export function foldLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines.map(line => line.trim()).filter(Boolean)) {
    text += isLatin(text.at(-1)) && isLatin(line[0]) ? ` ${line}` : line;
  }
  return text;
}

/** Only between two Latin words does a folded line leave a space. */
const isLatin = (char: string | undefined) => char !== undefined && /[\x21-\x7e]/.test(char);
