/** 1 when the words of a query stand side by side in a record, 0 when they are far apart. */
export function closeness(lists: readonly (readonly number[])[]): number {
  let sum = 0;
  for (let i = 1; i < lists.length; i++) {
    let least = Number.POSITIVE_INFINITY;
    for (const a of lists[i - 1] ?? [])
      for (const b of lists[i] ?? []) least = Math.min(least, b >= a ? b - a : a - b + 2);
    sum += least <= 3 ? 1 : least <= 8 ? 0.6 : least <= 20 ? 0.25 : 0;
  }
  return sum / (lists.length - 1);
}

/** 1 when all words stand side by side in the order they were typed, somewhere. */
export function sequences(lists: readonly (readonly number[])[]): number {
  const [first = [], ...others] = lists;
  const isRun = first.some(start => {
    let at = start;
    return others.every(list => {
      const next = list.find(position => position > at && position - at <= 2);
      at = next ?? at;
      return next !== undefined;
    });
  });
  return isRun ? 1 : 0;
}
