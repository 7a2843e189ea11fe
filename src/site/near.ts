/** Edit distance (insert, delete, replace) of two short words. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** The candidates most like `word`, best first; none when nothing is near. */
export function nearest(word: string, candidates: readonly string[], count = 1): string[] {
  return candidates
    .map(candidate => ({ candidate, away: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(
      ({ candidate, away }) => away <= Math.max(2, Math.floor(Math.max(word.length, candidate.length) / 3)),
    )
    .sort((a, b) => a.away - b.away || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}
