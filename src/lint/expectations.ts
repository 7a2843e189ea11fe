import { compareFindings, type Finding } from './finding.ts';
import { describe, type Locale } from './messages/index.ts';

/** A finding that a text is meant to produce. */
export interface Expectation {
  /** Id of the rule. */
  rule: string;
  /** Field path the finding must carry. */
  path?: string | undefined;
}

/** Where a missing expectation is reported. */
export interface ExpectationPlace {
  file: string;
  line: number;
  locale?: Locale;
}

/**
 * Takes the expected findings away. An expectation that nothing fits becomes a finding `expect/missing`, so that an
 * example of something broken cannot silently become right. One expectation covers every finding that fits it.
 */
export function applyExpectations(
  findings: readonly Finding[],
  expectations: readonly Expectation[],
  place: ExpectationPlace = { file: findings[0]?.file ?? '', line: 1 },
): Finding[] {
  const fits = ({ rule, path }: Expectation, finding: Finding) =>
    finding.rule === rule && (path === undefined || finding.path === path);
  const rest = findings.filter(finding => !expectations.some(expectation => fits(expectation, finding)));
  const missing = expectations.filter(expectation => !findings.some(finding => fits(expectation, finding)));
  return [...rest, ...missing.map(expectation => report(expectation, place))].sort(compareFindings);
}

function report({ rule, path }: Expectation, { file, line, locale = 'ja' }: ExpectationPlace): Finding {
  return {
    file,
    line,
    column: 1,
    endLine: line,
    endColumn: 1,
    document: 0,
    level: 'error',
    rule: 'expect/missing',
    path: path ?? '',
    ...describe({ message: 'expect-missing', params: { rule, path } }, locale),
  };
}
