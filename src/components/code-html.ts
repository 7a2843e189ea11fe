import type { Token } from '../markdown/highlight.ts';

/** What is said about a line beside its text. */
export interface LineMark {
  highlighted?: boolean;
  /** Numbers of the notes that belong to the line. */
  notes?: readonly number[];
}

export interface CodeOptions {
  /** By line, from 1. */
  marks?: ReadonlyMap<number, LineMark>;
  /** Lines after this one are folded; everything is still in the text. */
  foldAfter?: number | undefined;
}

/**
 * Lines of tokens as HTML whose text is exactly the code: a browser that parses it and reads `textContent` gets the
 * same characters back, so the page needs no second copy for the clipboard. Line numbers, note numbers and the signs of
 * a comparison are drawn by the style sheet.
 * @param finalNewline Whether the code ends with a line feed.
 */
export function codeHtml(
  lines: readonly (readonly Token[])[],
  finalNewline = true,
  { marks, foldAfter = lines.length }: CodeOptions = {},
): string {
  const html = lines.map((line, index) => lineHtml(line, marks?.get(index + 1)));
  const end = finalNewline ? '\n' : '';
  if (foldAfter >= html.length) return html.join('\n') + end;
  const rest = `<span class="rest" hidden="until-found">${html.slice(foldAfter).join('\n')}${end}</span>`;
  return `${html.slice(0, foldAfter).join('\n')}\n${rest}`;
}

/** A comparison: `<del>` and `<ins>` say to everyone what the colours say, and each line keeps its line feed inside. */
export function diffHtml(lines: readonly { change?: 'ins' | 'del'; tokens: readonly Token[] }[]): string {
  return lines
    .map(({ change, tokens }) => {
      const text = `${tokens.map(tokenHtml).join('')}\n`;
      return change
        ? `<${change} class="line ${change}">${text}</${change}>`
        : `<span class="line">${text}</span>`;
    })
    .join('');
}

function lineHtml(line: readonly Token[], mark: LineMark = {}): string {
  const classes = ['line', mark.highlighted && 'mark'].filter(Boolean).join(' ');
  const notes = mark.notes?.length ? ` data-note="${mark.notes.join(' ')}"` : '';
  return `<span class="${classes}"${notes}>${line.map(tokenHtml).join('')}</span>`;
}

function tokenHtml({ text, kind }: Token): string {
  const value = escapeText(text);
  return kind ? `<span class="t-${kind}">${value}</span>` : value;
}

/** A carriage return is written as a reference: the HTML parser would turn a bare one into a line feed. */
function escapeText(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;');
}
