import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { routeResults } from '../schemas/routes.ts';

/** Requests that prove a diagram's arrows. */
export interface Proof {
  /** Number of arrows. */
  arrows: number;
  k8s: string;
  date: string;
}

/** The arrows of a flowchart's source as `from to`; lines without an arrowhead are not arrows. */
export function arrowsOf(source: string): string[] {
  return [...source.matchAll(/^\s*(\w+) --+>(?:\|[^|]*\|)? (\w+)/gm)].map(([, from, to]) => `${from} ${to}`);
}

/** The proof of a chapter's diagram; none while an arrow has no request that was answered. */
export function readProof(root: string, path: string, title: string, source: string): Proof | undefined {
  const chapter = /chapters\/([a-z0-9-]+)\.mdx$/.exec(path)?.[1];
  const file = join(root, `src/data/routes/${chapter}.json`);
  if (!chapter || !existsSync(file)) return undefined;
  const result = routeResults.parse(JSON.parse(readFileSync(file, 'utf8')))[title];
  const proven = new Set(result?.answers.map(({ arrow }) => arrow));
  const arrows = arrowsOf(source);
  if (!result || arrows.length === 0 || !arrows.every(arrow => proven.has(arrow))) return undefined;
  return { arrows: arrows.length, k8s: result.k8s, date: result.date };
}
