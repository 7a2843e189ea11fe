import { compareFindings, type Finding } from '../finding.ts';
import type { Locale } from '../messages/index.ts';

/**
 * Findings of one text in several minors, each once. What only some minors say is marked with the newest of them.
 */
export function mergeMinors(results: ReadonlyMap<string, readonly Finding[]>, locale: Locale): Finding[] {
  const merged = new Map<string, { finding: Finding; minors: string[] }>();
  for (const [minor, findings] of results)
    for (const finding of findings) {
      const { line, column, rule, path, document } = finding;
      const key = JSON.stringify([line, column, rule, path, document]);
      merged.set(key, { finding, minors: [...(merged.get(key)?.minors ?? []), minor] });
    }
  return [...merged.values()]
    .map(({ finding, minors }) => {
      if (minors.length === results.size) return finding;
      const names = minors.join(', ');
      const mark = locale === 'ja' ? `（Kubernetes ${names}）` : ` (Kubernetes ${names})`;
      return { ...finding, message: finding.message + mark };
    })
    .sort(compareFindings);
}
