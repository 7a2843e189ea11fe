import type { LineCounter } from 'yaml';
import type { Draft, Level } from './draft.ts';
import { putIntoWords } from './messages/describe.ts';
import type { EngineCatalogue } from './messages/params.ts';
import { problem } from './parse/guard.ts';
import { formatPath } from './parse/tree.ts';

/** Something the engine has to say about a place in a text. */
export interface Finding {
  file: string;
  /** From 1, as are all lines and columns; columns count UTF-16 code units. */
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  /** Index of the document in the text, from 0; empty documents are not counted. */
  document: number;
  level: Level;
  /** Id of the rule. */
  rule: string;
  /** Field path as kubectl writes it; empty when the finding is about the text itself. */
  path: string;
  message: string;
  /** How to mend it. */
  hint?: string;
}

/** Where the text came from, and how to speak of it. */
export interface Presentation {
  file: string;
  text: string;
  lines: LineCounter;
  words: EngineCatalogue;
  /** Most findings of one text. */
  limit: number;
}

/** Puts drafts into lines and words: sorted, each once. */
export function present(drafts: readonly Draft[], presentation: Presentation): Finding[] {
  const { limit } = presentation;
  const findings = unique(
    preferSemantic(drafts)
      .map(draft => toFinding(draft, presentation))
      .sort(compareFindings),
  );
  if (findings.length <= limit) return findings;
  const last = findings[limit - 1];
  const rest = problem('yaml/limit', 'findings', { limit }, 0, 0);
  const overflow = { ...toFinding(rest, presentation), ...(last && placeOf(last)) };
  return [...findings.slice(0, limit), overflow];
}

function placeOf({ line, column, endLine, endColumn, document }: Finding): Partial<Finding> {
  return { line, column, endLine, endColumn, document };
}

function toFinding(draft: Draft, { file, text, lines, words }: Presentation): Finding {
  const start = Math.min(draft.span.start, text.length);
  // A range that ends at a line's end would otherwise be reported on the next line.
  const end = Math.max(start, Math.min(draft.span.end, text.length));
  const from = lines.linePos(start);
  const to = lines.linePos(end);
  return {
    file,
    line: Math.max(1, from.line),
    column: Math.max(1, from.col),
    endLine: Math.max(1, to.line),
    endColumn: Math.max(1, to.col),
    document: draft.document,
    level: draft.level,
    rule: draft.rule,
    path: formatPath(draft.path),
    ...putIntoWords(draft, words),
  };
}

/** By place, then rule. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.rule, b.rule) ||
    compareText(a.path, b.path) ||
    compareText(a.message, b.message)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function unique(sorted: Finding[]): Finding[] {
  return sorted.filter((finding, index) => {
    const before = sorted[index - 1];
    return !before || compareFindings(before, finding) !== 0 || before.document !== finding.document;
  });
}

/** Where a rule and the schema speak of the same field, the rule knows more. */
function preferSemantic(drafts: readonly Draft[]): Draft[] {
  const generic = (draft: Draft) => draft.rule === 'schema/enum' || draft.rule === 'schema/required';
  const key = (draft: Draft) => `${draft.document} ${formatPath(draft.path)}`;
  // The server blames the parent of some values; then the place in the text is the same, not the path.
  const place = ({ document, span }: Draft) => `${document} ${span.start}-${span.end}`;
  const isValue = (draft: Draft) =>
    draft.message === 'enum' || (draft.message === 'required' && draft.params.empty);
  const semantic = drafts.filter(
    draft => !generic(draft) && draft.level === 'error' && !draft.rule.startsWith('yaml/'),
  );
  const spoken = new Set(semantic.flatMap(draft => [key(draft), place(draft)]));
  return drafts.filter(
    draft => !generic(draft) || !(spoken.has(key(draft)) || (isValue(draft) && spoken.has(place(draft)))),
  );
}
