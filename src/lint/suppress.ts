import { compareFindings, type Finding } from './finding.ts';
import { describe, type Locale } from './messages/index.ts';

/** A finding that is not to be shown, and why. */
export interface Suppression {
  /** Id of the rule. */
  rule: string;
  /** Field path of the finding; left out, any. */
  path?: string | undefined;
  reason: string;
}

/** Takes findings away that a chapter does not want to hear. What takes nothing away is a finding itself. */
export function applySuppressions(
  findings: readonly Finding[],
  suppressions: readonly (Suppression & { place: Pick<Finding, 'file' | 'line' | 'column'> })[],
  locale: Locale = 'ja',
): Finding[] {
  const fits = ({ rule, path }: Suppression, finding: Finding) =>
    finding.rule === rule && (path === undefined || finding.path === path);
  const rest = findings.filter(finding => !suppressions.some(suppression => fits(suppression, finding)));
  const unused = suppressions.filter(suppression => !findings.some(finding => fits(suppression, finding)));
  const reports = unused.map(({ rule, path, place }): Finding => {
    const words = describe(
      { message: 'suppress-unused', params: { rule: path ? `${rule}@${path}` : rule } },
      locale,
    );
    const end = { endLine: place.line, endColumn: place.column };
    return { ...place, ...end, document: 0, level: 'warning', rule: 'suppress/unused', path: '', ...words };
  });
  return [...rest, ...reports].sort(compareFindings);
}
