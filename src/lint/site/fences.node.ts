import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A YAML fence of a chapter. */
export interface Fence {
  /** Line of the opening fence, from 1. */
  line: number;
  /** Everything after the language. */
  meta: string;
  text: string;
  /** Where a place of the text is in the chapter. */
  locate(line: number, column: number): { line: number; column: number };
}

export interface ReadFences {
  fences: Fence[];
  /** The chapter is not valid MDX. */
  error?: { line: number; column: number; reason: string };
}

interface MarkdownNode {
  type: string;
  lang?: string | null;
  meta?: string | null;
  value?: string;
  position?: { start: { line: number } };
  children?: MarkdownNode[];
}

const processor = unified().use(remarkParse).use(remarkMdx);

/** Finds the ```` ```yaml ```` and ```` ```yml ```` fences of an MDX text, those in lists and components too. */
export function readFences(text: string): ReadFences {
  const lines = text.split(/\r?\n/);
  try {
    // The tree is mdast; MarkdownNode names the few properties that are read here.
    const tree = processor.parse(withoutFrontMatter(text)) as MarkdownNode;
    return { fences: [...walk(tree)].map(node => toFence(node, lines)) };
  } catch (error) {
    return { fences: [], error: readError(error) };
  }
}

function* walk(node: MarkdownNode): Generator<MarkdownNode> {
  if (node.type === 'code' && /^ya?ml$/i.test(node.lang ?? '')) yield node;
  for (const child of node.children ?? []) yield* walk(child);
}

function toFence({ meta, value = '', position }: MarkdownNode, lines: string[]): Fence {
  const opening = position?.start.line ?? 1;
  const content = value.split('\n');
  return {
    line: opening,
    meta: meta ?? '',
    text: value === '' ? '' : `${value}\n`,
    locate(line, column) {
      const inside = Math.min(line, content.length);
      const raw = lines[opening + inside - 1] ?? '';
      // What was stripped from the line: the indentation of the list or component around the fence.
      const indentation = raw.length - (content[inside - 1] ?? '').length;
      return { line: opening + inside, column: column + Math.max(0, indentation) };
    },
  };
}

/** Front matter is YAML, not MDX: its lines stay, empty, so that line numbers hold. */
function withoutFrontMatter(text: string): string {
  const match = /^---\r?\n[\s\S]*?\r?\n---(?=\r?\n|$)/.exec(text);
  return match ? match[0].replace(/[^\n]/g, '') + text.slice(match[0].length) : text;
}

function readError(error: unknown): { line: number; column: number; reason: string } {
  const { line, column, reason } = error as { line?: number; column?: number; reason?: string };
  return { line: line ?? 1, column: column ?? 1, reason: reason ?? String(error) };
}
