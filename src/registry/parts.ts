/** Lines of one document of a file, from 1, without its separator. */
export interface LineRange {
  first: number;
  last: number;
}

/** The documents of a file that hold something, as line ranges. A `---` at the start of a line can only be a separator. */
export function documentLines(text: string): LineRange[] {
  const lines = text.replace(/\n$/, '').split('\n');
  const ranges: LineRange[] = [];
  let first = 1;
  const close = (last: number) => {
    let from = first;
    let to = last;
    while (from <= to && !lines[from - 1]?.trim()) from++;
    while (to >= from && !lines[to - 1]?.trim()) to--;
    if (from <= to && lines.slice(from - 1, to).some(line => !/^\s*(#|$)/.test(line)))
      ranges.push({ first: from, last: to });
  };
  for (const [index, line] of lines.entries()) {
    if (!/^---(\s|$)/.test(line)) continue;
    close(index);
    first = index + 2;
  }
  close(lines.length);
  return ranges;
}
