/** The name of a flag in a command: `-f`, `--dry-run`. */
const flag = /(?<=^|[\s([])(--?[A-Za-z][\w-]*)/;

/**
 * A command or a piece of one, cut at the names of its flags: they are every second part. Browsers break a line after a
 * hyphen, and `-` at one line's end with `f` on the next is not what the reader has to type, so a flag's name is kept whole.
 */
export function splitFlags(text: string): string[] {
  return text.split(flag);
}
