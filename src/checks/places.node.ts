import type { Nodes } from 'mdast';
import type { Problem } from '../site/error.ts';
import { at, type Jsx } from './mdx.node.ts';

/** Components that mean something only inside another one. */
const parents: Record<string, string> = {
  Note: 'Manifest',
  Step: 'Steps',
  Check: 'Step',
  Tab: 'Tabs',
  Question: 'Quiz',
  Answer: 'Question',
};

/** Components that stand outside the one they belong to. */
export function checkPlaces(file: string, node: Nodes, inside: readonly string[] = []): Problem[] {
  const isJsx = node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
  const name = isJsx ? (node.name ?? '') : '';
  const parent = parents[name];
  const own = isJsx && parent && !inside.includes(parent) ? [misplaced(file, node, name, parent)] : [];
  const within = name ? [...inside, name] : inside;
  const children = 'children' in node ? node.children : [];
  return [...own, ...children.flatMap(child => checkPlaces(file, child, within))];
}

function misplaced(file: string, node: Jsx, name: string, parent: string): Problem {
  return {
    where: at(file, node),
    what: `<${name}> が <${parent}> の外にあります。`,
    why: `<${name}> は <${parent}> の一部で、外では意味を持ちません。`,
    fix: `<${parent}> の中に入れてください（docs/BLOCKS.md に例があります）。`,
  };
}
