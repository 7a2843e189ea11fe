import kubernetes from '../data/kubernetes.json' with { type: 'json' };

const names = (minors: readonly { minor: string }[]): readonly string[] => minors.map(({ minor }) => minor);

/** Minors that upstream supports, oldest first: `['1.35', '1.36', '1.37']`. */
export const supportedMinors = names(kubernetes.minors.filter(({ supported }) => supported));

/** Minors whose API definitions the lint engine has, oldest first. */
export const lintableMinors = names(kubernetes.minors.filter(({ lintable }) => lintable));

/** Supported minors that every build checks manifests against. */
export const checkedMinors = supportedMinors.filter(minor => lintableMinors.includes(minor));
