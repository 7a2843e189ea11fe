import kubernetes from '../data/kubernetes.json' with { type: 'json' };

const names = (minors: readonly { minor: string }[]): readonly string[] => minors.map(({ minor }) => minor);

/** Minors that upstream supports, oldest first: `['1.35', '1.36', '1.37']`. */
export const supportedMinors = names(kubernetes.minors.filter(({ supported }) => supported));

/** Minors whose API definitions the lint engine has, oldest first. */
export const lintableMinors = names(kubernetes.minors.filter(({ lintable }) => lintable));

/** Supported minors that every build checks manifests against. */
export const checkedMinors = supportedMinors.filter(minor => lintableMinors.includes(minor));

const release = (minor: string) =>
  kubernetes.minors.find(known => known.minor === minor)?.verifiable ?? undefined;

/** Patch releases of the newest three minors whose API server can be built: every manifest is sent to these. */
export const ledgerReleases: readonly string[] = kubernetes.minors
  .flatMap(({ verifiable }) => verifiable ?? [])
  .slice(-3);

/** The release that a lab has unless another is asked for: the newest that can be built and that the lint engine knows too. */
export const labRelease =
  kubernetes.minors.findLast(({ lintable, verifiable }) => lintable && verifiable)?.verifiable ?? '';

/** Supported minors whose API server cannot be built yet: no record says anything about them. */
export const unverifiedMinors = supportedMinors.filter(minor => !release(minor));

/** Patch releases that can be built, of the minors that a file claims; without a claim, of the supported ones. */
export function releasesOf(claims: readonly string[] | undefined): string[] {
  return (claims ?? supportedMinors).flatMap(minor => release(minor) ?? []);
}
