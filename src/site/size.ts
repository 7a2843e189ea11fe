/** A size in bytes for readers: `1.2 MB`, rounded up to a tenth. */
export function megabytes(bytes: number): string {
  return `${(Math.ceil(bytes / 100_000) / 10).toFixed(1)} MB`;
}
