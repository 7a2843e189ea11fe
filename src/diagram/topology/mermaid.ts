import type { Graph, GraphNode, Shape } from './graph.ts';

/** Entity codes do not work without HTML labels, so these are replaced by look-alikes. */
const LOOK_ALIKES: Record<string, string> = {
  '"': '”',
  '<': '＜',
  '>': '＞',
  '`': '｀',
  '\\': '＼',
  '#': '＃',
  ';': '；',
  '{': '｛',
  '}': '｝',
  $: '＄',
};

const BRACKETS: Record<Shape, readonly [string, string]> = {
  box: ['[', ']'],
  pod: ['(', ')'],
  store: ['[(', ')]'],
};

export interface MermaidOptions {
  title: string;
  direction: 'TB' | 'LR';
  description: string;
}

/** Writes a graph as a Mermaid flowchart. Names and paths are untrusted text. */
export function toMermaid(graph: Graph, { title, direction, description }: MermaidOptions): string {
  const nodes = [...graph.nodes];
  const idOf = (key: string) => graph.nodes.get(key)?.id ?? key;
  return [
    `flowchart ${direction}`,
    `  accTitle: ${escapeText(title)}`,
    `  accDescr: ${escapeText(description)}`,
    ...nodes.filter(([, node]) => !node.frame).flatMap(([key, node]) => writeNode(key, node, nodes)),
    ...graph.edges.map(({ from, to, label, isDashed }) => {
      const text = label && `|"${label.split('\n').map(escapeText).join('<br/>')}"|`;
      return `  ${idOf(from)} ${isDashed ? '-.->' : '-->'}${text} ${idOf(to)}`;
    }),
    '',
  ].join('\n');
}

/** A node, or a frame with the Pods in it. */
function writeNode(key: string, node: GraphNode, nodes: readonly [string, GraphNode][]): string[] {
  if (!node.isFrame) return [`  ${declaration(node)}`];
  const inside = nodes
    .filter(([, { frame }]) => frame === key)
    .map(([, child]) => `    ${declaration(child)}`);
  return [`  subgraph ${node.id}["${node.lines.map(escapeText).join(' / ')}"]`, ...inside, '  end'];
}

function declaration({ id, lines, shape, isOutside }: GraphNode): string {
  const [open, close] = BRACKETS[shape];
  const name = isOutside ? ':::k-ext' : shape === 'pod' ? ':::k-pod' : '';
  return `${id}${open}"${lines.map(escapeText).join('<br/>')}"${close}${name}`;
}

/** One line of text without anything that mermaid or the lint would read as syntax. */
export function escapeText(text: string): string {
  return text.replace(/["<>`\\#;{}$]/g, char => LOOK_ALIKES[char] ?? char).replace(/\s+/g, ' ');
}
