import { editDistance } from '../lint/near.ts';

/** The candidates most like `word`, best first; none when nothing is near. */
export function nearest(word: string, candidates: readonly string[], count = 1): string[] {
  return candidates
    .map(candidate => ({ candidate, away: editDistance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(
      ({ candidate, away }) => away <= Math.max(2, Math.floor(Math.max(word.length, candidate.length) / 3)),
    )
    .sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
