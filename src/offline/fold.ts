/**
 * Takes folded bytes apart. In them a passage that was there before is named instead of repeated, however far back: gzip,
 * which compresses them afterwards, looks back 32 KB only. Made by build/fold.node.ts:
 *
 *     length of the whole, length of the steps, steps, fresh bytes
 *     a step: how many fresh bytes follow; then how many that were there before, and how far back those begin
 *
 * Numbers are LEB128: seven bits a byte, the lowest first. Throws a RangeError when the bytes are no such thing; whether
 * they are the right ones is for the caller to check.
 */
export function unfold(folded: Uint8Array): Uint8Array<ArrayBuffer> {
  let at = 0;
  const number = () => {
    for (let value = 0, unit = 1; ; unit *= 128) {
      const byte = folded[at++];
      if (byte === undefined) throw new RangeError('Folded bytes end in the middle.');
      value += (byte & 127) * unit;
      if (byte < 128) return value;
    }
  };
  const whole = new Uint8Array(number());
  let fresh = number();
  fresh += at;
  for (let end = 0; end < whole.length; ) {
    const count = number();
    whole.set(folded.subarray(fresh, fresh + count), end);
    fresh += count;
    end += count;
    const length = number();
    const back = number();
    if (back > end) throw new RangeError('Folded bytes repeat what is before their beginning.');
    // Byte by byte: a passage may repeat itself.
    for (const stop = end + length; end < stop; end++) whole[end] = whole[end - back] ?? 0;
  }
  return whole;
}
