/** Bytes from which on a repeat is named; shorter ones are left to gzip. */
const least = 24;

/** Earlier passages that are looked at for each position: more of them make the build slower and hardly a pack smaller. */
const looks = 16;

/** Names repeats instead of repeating them; the format is described where it is read, in ../fold.ts. */
export function fold(bytes: Uint8Array): Uint8Array {
  const passages = passagesOf(bytes);
  const steps: number[] = [];
  const fresh: Uint8Array[] = [];
  let freshStart = 0;
  const step = (freshEnd: number, length: number, back: number) => {
    fresh.push(bytes.subarray(freshStart, freshEnd));
    for (const number of [freshEnd - freshStart, length, back]) writeNumber(steps, number);
    freshStart = freshEnd + length;
  };
  for (let at = 0; at < bytes.length; ) {
    const { start, length } = passages.longestAt(at);
    if (length >= least) step(at, length, at - start);
    for (const next = at + Math.max(1, length); at < next; at++) passages.add(at);
  }
  step(bytes.length, 0, 0);
  const head: number[] = [];
  for (const number of [bytes.length, steps.length]) writeNumber(head, number);
  return Buffer.concat([Uint8Array.from(head), Uint8Array.from(steps), ...fresh]);
}

/** The passages of `least` bytes that were added, and the longest of them that goes on at a position as well. */
function passagesOf(bytes: Uint8Array) {
  const bits = 20;
  // Positions with the same hash form a chain, the latest first.
  const latest = new Int32Array(1 << bits).fill(-1);
  const earlier = new Int32Array(bytes.length).fill(-1);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const hashAt = (at: number) => {
    let hash = 0;
    for (let offset = 0; offset < least; offset += 4)
      hash = Math.imul(hash ^ (hash >>> 15) ^ view.getUint32(at + offset), 0x9e3779b1);
    return hash >>> (32 - bits);
  };
  const isWhole = (at: number) => at + least <= bytes.length;
  return {
    add(at: number): void {
      if (!isWhole(at)) return;
      const hash = hashAt(at);
      earlier[at] = latest[hash] ?? -1;
      latest[hash] = at;
    },
    longestAt(at: number): { start: number; length: number } {
      let found = { start: 0, length: 0 };
      let start = isWhole(at) ? (latest[hashAt(at)] ?? -1) : -1;
      for (let look = 0; start >= 0 && look < looks; look++) {
        let length = 0;
        while (at + length < bytes.length && bytes[start + length] === bytes[at + length]) length++;
        if (length > found.length) found = { start, length };
        start = earlier[start] ?? -1;
      }
      return found.length >= least ? found : { start: 0, length: 0 };
    },
  };
}

function writeNumber(to: number[], number: number): void {
  let rest = number;
  for (; rest > 127; rest = Math.floor(rest / 128)) to.push((rest & 127) | 128);
  to.push(rest);
}
