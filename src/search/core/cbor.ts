/**
 * Reads the part of CBOR (RFC 8949) that Pagefind writes: integers, text, arrays, floats and simple values.
 * @throws {Error} for anything else, with its place.
 */
export function readCbor(bytes: Uint8Array): unknown {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const utf8 = new TextDecoder();
  let at = 0;

  const length = (info: number): number => {
    if (info < 24) return info;
    const size = [1, 2, 4][info - 24];
    if (!size) throw new Error(`CBOR: a length of type ${info} at byte ${at}`);
    const value = size === 1 ? view.getUint8(at) : size === 2 ? view.getUint16(at) : view.getUint32(at);
    at += size;
    return value;
  };

  const read = (): unknown => {
    const type = view.getUint8(at) >> 5;
    const info = view.getUint8(at++) & 31;
    if (type === 0) return length(info);
    if (type === 1) return -1 - length(info);
    if (type === 3) {
      const size = length(info);
      at += size;
      return utf8.decode(bytes.subarray(at - size, at));
    }
    if (type === 4) return info === 31 ? openArray() : Array.from({ length: length(info) }, read);
    if (type === 7) return simple(info);
    throw new Error(`CBOR: type ${type} at byte ${at - 1}`);
  };

  const openArray = (): unknown[] => {
    const items: unknown[] = [];
    while (view.getUint8(at) !== 0xff) items.push(read());
    at++;
    return items;
  };

  const simple = (info: number): unknown => {
    if (info < 23) return info === 20 || info === 21 ? info === 21 : null;
    const size = { 26: 4, 27: 8 }[info];
    if (!size) throw new Error(`CBOR: simple value ${info} at byte ${at}`);
    at += size;
    return size === 4 ? view.getFloat32(at - 4) : view.getFloat64(at - 8);
  };

  return read();
}
