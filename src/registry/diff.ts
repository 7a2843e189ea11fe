/** One line of a comparison; `old` and `now` are its places in the two files, from 0. */
export type DiffLine =
  | { kind: 'same'; old: number; now: number }
  | { kind: 'del'; old: number }
  | { kind: 'ins'; now: number };

/** Lines taken out and put in, by the longest common subsequence; files here have tens of lines. */
export function diffLines(old: readonly string[], now: readonly string[]): DiffLine[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(now.length + 1).fill(0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = old.length - 1; i >= 0; i--) {
    const row = lengths[i];
    if (!row) continue;
    for (let j = now.length - 1; j >= 0; j--)
      row[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  }
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j])
      lines.push({ kind: 'same', old: i++, now: j++ });
    else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1)))
      lines.push({ kind: 'del', old: i++ });
    else lines.push({ kind: 'ins', now: j++ });
  }
  return lines;
}
