/** A value as it may stand in a message: on one line, and not longer than a reader needs. */
export function shorten(value: string, length = 40): string {
  const line = value.replace(/\s+/g, ' ');
  const characters = [...line];
  return characters.length > length ? `${characters.slice(0, length).join('')}…` : line;
}

/** The first values of a list. */
export function firstOf(values: readonly string[], count = 12): string {
  const shown = values
    .filter(value => value !== '')
    .slice(0, count)
    .join(', ');
  return values.length > count ? `${shown}, …` : shown;
}
