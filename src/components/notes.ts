import { type FieldResult, findField, listFields } from '../registry/fields.ts';
import { manifest as words } from '../site/strings.ja.ts';
import type { LineMark } from './code-html.ts';

const note = /<li data-at="([^"]*)">/g;

/** Fields that rendered notes belong to, in order. */
export function noteReferences(html: string): string[] {
  return [...html.matchAll(note)].map(match => decode(match[1] ?? ''));
}

/** Puts each note's field and line before its words. */
export function withLines(html: string, lineOf: (reference: string) => number): string {
  return html.replace(
    note,
    (_, at: string) => `<li><span class="at"><code>${at}</code>${words.noteLine(lineOf(decode(at)))}</span>`,
  );
}

/** Lines to mark, and the first line of each field. A field that is not in the file stops the build. */
export function markLines(
  path: string,
  text: string,
  highlighted: readonly string[],
  notes: readonly string[],
): { marks: Map<number, LineMark>; lineOf: (reference: string) => number } {
  const fields = highlighted.length + notes.length > 0 ? listFields(text) : [];
  const find = (reference: string) => {
    const result: FieldResult = findField(fields, reference);
    if (!result.field)
      throw new Error(`manifests/${path} に「${reference}」がありません: ${result.among.join('、')}`);
    return result.field;
  };
  const marks = new Map<number, LineMark>();
  const change = (line: number, mark: LineMark) => marks.set(line, { ...marks.get(line), ...mark });
  for (const reference of highlighted) {
    const { first, last } = find(reference);
    for (let line = first; line <= last; line++) change(line, { highlighted: true });
  }
  for (const [index, reference] of notes.entries()) {
    const { first } = find(reference);
    change(first, { notes: [...(marks.get(first)?.notes ?? []), index + 1] });
  }
  return { marks, lineOf: reference => find(reference).first };
}

function decode(attribute: string): string {
  return attribute.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
