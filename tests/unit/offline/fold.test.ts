import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { fold } from '../../../src/offline/build/fold.node.ts';
import { unfold } from '../../../src/offline/fold.ts';

const noise = randomBytes(100_000);

test.each([
  ['nothing', Buffer.alloc(0)],
  ['one byte', Buffer.from('x')],
  ['less than a repeat', Buffer.from('short short')],
  ['noise', noise],
  ['one byte again and again', Buffer.alloc(70_000, 7)],
  ['a passage that repeats itself', Buffer.from('日本語の文。'.repeat(900))],
  ['a repeat at the very end', Buffer.concat([noise, noise.subarray(0, 24)])],
  ['repeats far apart', Buffer.concat([noise, Buffer.from('between'), noise, noise.subarray(5_000, 90_000)])],
])('%s comes back as it was', (_, bytes) => {
  expect(Buffer.from(unfold(fold(bytes))).equals(bytes)).toBe(true);
});

test('names what is too far back for gzip', () => {
  const twice = Buffer.concat([noise, noise]);
  expect(gzipSync(twice).length).toBeGreaterThan(2 * noise.length);
  expect(fold(twice).length).toBeLessThan(noise.length + 20);
});

describe('bytes that are not folded ones', () => {
  const folded = fold(Buffer.concat([noise, noise]));
  test.each([
    ['end in the middle', folded.subarray(0, 4)],
    ['have more than they say', Uint8Array.of(2, 3, 9, 0, 0, ...noise.subarray(0, 9))],
    ['repeat what is before their beginning', Uint8Array.of(9, 3, 1, 8, 2, 65)],
    ['say that they have more than memory holds', Buffer.alloc(9, 0xff)],
  ])('are refused when they %s', (_, bytes) => {
    expect(() => unfold(bytes)).toThrow(RangeError);
  });
});
