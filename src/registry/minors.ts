import type { FileEntry } from '../schemas/set.ts';
import { supportedMinors } from '../site/kubernetes.ts';
import { minors as lintableMinors } from '../lint/index.ts';

/** Minors that a manifest claims and the lint engine knows: those are checked in every build. */
export function minorsOf({ claims }: Pick<FileEntry, 'claims'>): string[] {
  const known = lintableMinors();
  return (claims ?? supportedMinors).filter(minor => known.includes(minor));
}
