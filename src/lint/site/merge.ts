import { compareFindings, type Finding } from '../finding.ts';
import type { Locale } from '../messages/index.ts';

/**
 * Findings of one text in several minors (and, of a manifest, in several sets), each once. What only some minors say is marked with the newest of them.
 */
export function mergeMinors(results: ReadonlyMap<string, readonly Finding[]>, locale: Locale): Finding[] {
  const merged = new Map<string, { finding: Finding; minors: string[] }>();
  for (const [minor, findings] of results)
    for (const finding of findings) {
      const { line, column, rule, path, document } = finding;
      const key = JSON.stringify([line, column, rule, path, document]);
      const { minors = [] } = merged.get(key) ?? {};
      if (!minors.includes(minor)) merged.set(key, { finding, minors: [...minors, minor] });
    }
  return (
    [...merged.values()]
      // What one minor has no finding for is still needed by the others.
      .filter(({ finding, minors }) => finding.rule !== 'suppress/unused' || minors.length === results.size)
      .map(({ finding, minors }) => {
        if (minors.length === results.size) return finding;
        const names = minors.join(', ');
        const mark = locale === 'ja' ? `（Kubernetes ${names}）` : ` (Kubernetes ${names})`;
        return { ...finding, message: finding.message + mark };
      })
      .sort(compareFindings)
  );
}
