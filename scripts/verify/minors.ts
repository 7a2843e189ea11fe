/**
 * The list of minors (`src/data/kubernetes.json`) with a release as the one whose API server can be built of its minor.
 * @param release Patch release: `1.37.0`.
 * @returns The new text; undefined when the list does not have the minor, or a release for it already.
 */
export function withRelease(text: string, release: string): string | undefined {
  const minor = release.split('.').slice(0, 2).join('\\.');
  const entry = new RegExp(`("minor": "${minor}"[^}]*"verifiable": )null`);
  return entry.test(text) ? text.replace(entry, `$1"${release}"`) : undefined;
}
