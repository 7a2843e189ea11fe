import { parseText } from '../parse/parse.ts';
import type { Node, Path } from '../parse/tree.ts';

/** Line and column of a value in JSON or YAML; of the nearest thing around it that exists. */
export function locate(text: string, path: Path): { line: number; column: number } {
  const { documents, lines } = parseText(text);
  let node: Node | undefined = documents[0]?.root;
  let start = node?.start ?? 0;
  for (const step of path) {
    if (node?.kind === 'map') node = node.entries.get(String(step))?.value;
    else if (node?.kind === 'list') node = node.items[Number(step)];
    start = node?.start ?? start;
  }
  const { line, col } = lines.linePos(start);
  return { line, column: col };
}
