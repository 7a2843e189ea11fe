import type { Token } from '../markdown/highlight.ts';

/**
 * Lines of tokens as HTML whose text is exactly the code: a browser that parses it and reads `textContent` gets the
 * same characters back, so the page needs no second copy for the clipboard. Line numbers are CSS counters.
 * @param finalNewline Whether the code ends with a line feed.
 */
export function codeHtml(lines: readonly (readonly Token[])[], finalNewline = true): string {
  const html = lines.map(line => `<span class="line">${line.map(tokenHtml).join('')}</span>`).join('\n');
  return finalNewline ? `${html}\n` : html;
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
