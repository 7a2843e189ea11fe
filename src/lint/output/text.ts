import type { Level } from '../draft.ts';
import type { Finding } from '../finding.ts';
import type { Locale } from '../messages/index.ts';
import type { Report } from './json.ts';

const words = {
  ja: {
    level: { error: 'エラー', warning: '警告', info: '情報' },
    valid: (minors: string) => `${minors} で有効`,
    nowhere: 'どの版でも無効',
    summary: (files: number, counts: Record<Level, number>, k8s: string) =>
      `${files} ファイル（Kubernetes ${k8s}）: エラー ${counts.error}、警告 ${counts.warning}、情報 ${counts.info}`,
  },
  en: {
    level: { error: 'error', warning: 'warning', info: 'info' },
    valid: (minors: string) => `valid in ${minors}`,
    nowhere: 'valid in no minor',
    summary: (files: number, counts: Record<Level, number>, k8s: string) =>
      `${files} files (Kubernetes ${k8s}): ${counts.error} errors, ${counts.warning} warnings, ${counts.info} infos`,
  },
} as const;

const colours: Record<Level, string> = { error: '\u001B[31m', warning: '\u001B[33m', info: '\u001B[36m' };

/**
 * One finding: `file:line:column: message (field path)`, and the hint on a line of its own.
 * @param name Words before the message, such as the rule.
 */
export function formatFinding(finding: Finding, name = ''): string {
  const { file, line, column, path, message, hint } = finding;
  const where = path === '' ? '' : ` (${path})`;
  const words = name === '' ? message : `${name} ${message}`;
  return `${file}:${line}:${column}: ${words}${where}${hint === undefined ? '' : `\n  ${hint}`}`;
}

/** For people: findings with level and rule, then where each file is valid, then a summary. */
export function formatText(
  report: Report,
  known: readonly string[],
  locale: Locale,
  colour: boolean,
): string {
  const { level: names, valid, nowhere, summary } = words[locale];
  const counts: Record<Level, number> = { error: 0, warning: 0, info: 0 };
  const lines = report.findings.map(finding => {
    counts[finding.level] += 1;
    const { level, rule } = finding;
    const name = colour ? `${colours[level]}${names[level]}\u001B[0m` : names[level];
    return formatFinding(finding, `${name} ${rule}`);
  });
  for (const { file, validMinors } of report.files)
    lines.push(`${file}: ${validMinors.length > 0 ? valid(formatRanges(validMinors, known)) : nowhere}`);
  lines.push(summary(report.files.length, counts, formatRanges(report.k8s.split(', '), known)));
  return lines.join('\n');
}

/** `1.13-1.15, 1.19`: neighbours are those of the known minors. */
export function formatRanges(minors: readonly string[], known: readonly string[]): string {
  const ranges: string[][] = [];
  for (const minor of minors) {
    const last = ranges.at(-1);
    const before = known[known.indexOf(minor) - 1];
    if (last && last.at(-1) === before) last.push(minor);
    else ranges.push([minor]);
  }
  return ranges.map(range => (range.length > 1 ? `${range[0]}-${range.at(-1)}` : range[0])).join(', ');
}
