/** An id that is used once on its page: the second use of a name gets a number. */
export function uniqueId(locals: App.Locals, name: string): string {
  locals.ids ??= new Map();
  const count = (locals.ids.get(name) ?? 0) + 1;
  locals.ids.set(name, count);
  return count === 1 ? name : `${name}-${count}`;
}
