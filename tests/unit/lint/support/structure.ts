import type { Finding } from '../../../../src/lint/index.ts';

/**
 * Findings of the parser, the table of kinds and the schema. Tests of those write objects that lack what rules about
 * objects ask for.
 */
export function structural(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ rule }) => /^(yaml|api|schema)\//.test(rule));
}
