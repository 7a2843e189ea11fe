import type { FileEntry } from '../schemas/set.ts';
import { lintableMinors, supportedMinors } from '../site/kubernetes.ts';

/** Minors that a manifest claims and the lint engine knows: those are checked in every build. */
export function minorsOf({ claims }: Pick<FileEntry, 'claims'>): string[] {
  return (claims ?? supportedMinors).filter(minor => lintableMinors.includes(minor));
}
