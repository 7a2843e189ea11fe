/**
 * The content of a file that may be compressed by itself, as those of a Pagefind index are: gzip is taken apart, anything
 * else comes back as it is. Rejects when the gzip is damaged.
 */
export async function unzipped(bytes: Uint8Array): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes;
  const stream = new Blob([bytes as BlobPart]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
