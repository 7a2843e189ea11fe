import type { Finding } from '../finding.ts';

/** An error about a file of this site. */
export function findingAt(
  file: string,
  { line, column }: { line: number; column: number },
  rule: string,
  words: { message: string; hint?: string },
): Finding {
  const place = { file, line, column, endLine: line, endColumn: column, document: 0 };
  return { ...place, level: 'error', rule, path: '', ...words };
}
