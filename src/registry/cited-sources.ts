/** Ids that a chapter cites with `<Ref id="…" />`, in order of first appearance. */
export function citedSources(body: string): string[] {
  return [...new Set([...body.matchAll(/<Ref\b[^>]*?\bid="([^"]+)"/g)].map(match => match[1] ?? ''))];
}
