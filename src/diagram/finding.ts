import { type Problem, SiteError } from '../site/error.ts';

/** Something an author has to change in a diagram: 何が, なぜ, どう直す, and the line, counted from 1. */
export interface Finding extends Omit<Problem, 'where'> {
  line: number;
}

/** All findings of one MDX file, each with `file:line`. */
export class DiagramError extends SiteError {
  override name = 'DiagramError';
  /** Place of the first finding. Astro puts `line` and `column` into the location it prints. */
  readonly line: number;
  readonly column = 1;

  constructor(path: string, findings: readonly Finding[]) {
    const sorted = findings.toSorted((a, b) => a.line - b.line);
    super(sorted.map(({ line, ...parts }) => ({ ...parts, where: `${path}:${line}` })));
    this.line = sorted[0]?.line ?? 1;
  }
}
