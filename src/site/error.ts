/** The four parts of a message that an author can act on. */
export interface Problem {
  /** File, and line and column where known: `src/content/chapters/ingress.mdx:31:5`. */
  where: string;
  /** What is wrong. */
  what: string;
  /** Why it stops the build. */
  why: string;
  /** How to mend it. */
  fix: string;
}

/** Prints a problem as authors see it: 場所, then 何が, なぜ, どう直す. */
export function formatProblem({ where, what, why, fix }: Problem): string {
  return `${where}\n  何が: ${what}\n  なぜ: ${why}\n  直し方: ${fix}`;
}

/** Something an author can mend. Everything else keeps its own stack. */
export class SiteError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    super(problems.map(formatProblem).join('\n\n'));
    this.name = 'SiteError';
    this.problems = problems;
  }
}
