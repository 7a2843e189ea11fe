import kubernetes from '../data/kubernetes.json' with { type: 'json' };

/** Minors that upstream supports, oldest first: `['1.35', '1.36', '1.37']`. */
export const supportedMinors: readonly string[] = kubernetes.minors.filter(({ supported }) => supported).map(({ minor }) => minor);
