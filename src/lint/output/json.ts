import type { Finding } from '../finding.ts';

/** What one run looked at and found. */
export interface Report {
  findings: readonly Finding[];
  /** Files checked, in order, each with the minors in which it has no error. */
  files: readonly { file: string; validMinors: readonly string[] }[];
  /** The minor that was checked; `set.json` and fences may have asked for others. */
  k8s: string;
}

/**
 * One JSON object: findings, each with every key in the same order (`hint` may be empty), the number of files, and where
 * each file is valid.
 */
export function formatJson({ findings, files, k8s }: Report): string {
  const valid = Object.fromEntries(files.map(({ file, validMinors }) => [file, validMinors]));
  return JSON.stringify({ findings: findings.map(orderKeys), files: files.length, k8s, valid });
}

function orderKeys(finding: Finding): Required<Finding> {
  const { file, line, column, endLine, endColumn, document, level, rule, path, message, hint = '' } = finding;
  return { file, line, column, endLine, endColumn, document, level, rule, path, message, hint };
}
