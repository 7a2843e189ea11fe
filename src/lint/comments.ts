import { CST, Lexer } from 'yaml';
import { compareFindings, type Finding, type Presentation, present } from './finding.ts';
import type { MessageParams } from './messages/params.ts';
import { problem } from './parse/guard.ts';
import type { Parsed } from './parse/parse.ts';
import { manifestRules } from './rules/manifests.ts';

/** A comment that takes findings away: those on a line, or all of a document. */
interface Comment {
  offset: number;
  text: string;
  rules: string[];
  document: number;
  /** The line it speaks of; left out, the whole document. */
  line?: number;
}

/**
 * Obeys `# lint-disable-next-line rule -- reason`, and `# lint-disable rule -- reason` at the top of a document. A
 * comment without a reason does nothing but be reported.
 */
export function obeyComments(findings: Finding[], parsed: Parsed, presentation: Presentation): Finding[] {
  const isUnread = parsed.problems.some(({ rule }) => rule === 'yaml/limit' || rule === 'yaml/template');
  if (isUnread || !parsed.text.includes('lint-disable')) return findings;
  const reports: ReturnType<typeof problem>[] = [];
  const report = (
    { offset, text, document }: Omit<Comment, 'rules'>,
    reason: MessageParams['suppress-comment']['problem'],
    shown = text,
  ) => {
    const params = { problem: reason, text: shown };
    const draft = problem('suppress/comment', 'suppress-comment', params, offset, offset + text.length);
    reports.push({ ...draft, level: 'warning', document });
  };
  let rest = findings;
  for (const comment of readComments(parsed, report))
    for (const rule of comment.rules) {
      if (!manifestRules.some(({ id }) => id === rule)) {
        report(comment, 'rule', rule);
        continue;
      }
      const { line, document, offset, text } = comment;
      const left = rest.filter(
        finding =>
          finding.rule !== rule ||
          (line === undefined ? finding.document !== document : finding.line !== line),
      );
      if (left.length === rest.length) {
        const draft = problem('suppress/unused', 'suppress-unused', { rule }, offset, offset + text.length);
        reports.push({ ...draft, level: 'warning', document });
      }
      rest = left;
    }
  // What was not read has no findings that could be suppressed.
  if (parsed.problems.length > 0) return rest;
  return [...rest, ...present(reports, presentation)].sort(compareFindings);
}

const form = /^#\s*lint-disable(-next-line)?\s+([\w/-]+(?:[\s,]+[\w/-]+)*?)\s+--\s+\S/;

/** Reads the comments; `#` in a block of text is none. */
function readComments(
  { text, lines, documents }: Parsed,
  report: (comment: Omit<Comment, 'rules'>, problem: 'form' | 'place') => void,
): Comment[] {
  const comments: Comment[] = [];
  let offset = 0;
  let separator = 0;
  let before = '';
  const contentAfter = readNextLines(text);
  for (const lexeme of new Lexer().lex(text)) {
    if (/^(---|\.\.\.)/.test(lexeme) && before !== CST.SCALAR) separator = offset;
    if (lexeme.startsWith('#') && before !== CST.SCALAR && /^#\s*lint-disable/.test(lexeme)) {
      const next = documents.find(({ root }) => root.start > offset);
      const current = documents.findLast(({ root }) => root.start <= offset);
      const isTop = next && (!current || current.root.start < separator);
      const comment = { offset, text: lexeme, document: (isTop ? next : (current ?? next))?.index ?? 0 };
      const match = form.exec(lexeme);
      if (!match) report(comment, 'form');
      else if (!match[1] && !isTop) report(comment, 'place');
      else {
        const rules = (match[2] ?? '').split(/[\s,]+/);
        const line = match[1] ? contentAfter[lines.linePos(offset).line] : undefined;
        comments.push({ ...comment, rules, ...(line !== undefined && { line }) });
      }
    }
    before = lexeme;
    if (!marks.includes(lexeme)) offset += lexeme.length;
  }
  return comments;
}

/** Lexemes that stand for no character. */
const marks: readonly string[] = [CST.DOCUMENT, CST.FLOW_END, CST.SCALAR];

/** For each line, the next one that is more than a comment. */
function readNextLines(text: string): number[] {
  const next: number[] = [];
  const rows = text.split('\n');
  for (let line = rows.length; line > 0; line--)
    next[line] = /^\s*#/.test(rows[line] ?? '') ? (next[line + 1] ?? line + 1) : line + 1;
  return next;
}
