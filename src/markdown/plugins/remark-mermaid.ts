import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import type { Code, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { findByHand } from '../../diagram/bound/by-hand.ts';
import { type DrawResult, drawDiagram } from '../../diagram/draw.node.ts';
import { type Fence, fenceOf, type Manifests, readFence } from '../../diagram/fence.ts';
import { type DiagramNode, figureNode } from '../../diagram/figure.ts';
import { DiagramError, type Finding } from '../../diagram/finding.ts';
import { readProof } from '../../diagram/proof.node.ts';
import { loadRegistry } from '../../registry/load.node.ts';

/**
 * Draws ```` ```mermaid ```` and ```` ```topology ```` fences while the site is built: each becomes a `<figure>` with an inline
 * SVG. For MDX only. Throws one error with every finding of the file. The worker is ended by `closeRenderer` when the build is done.
 */
export function remarkMermaid() {
  return async (tree: Root, file: VFile) => {
    const fences: { node: Code; fence: Fence; replace: (figure: DiagramNode) => void }[] = [];
    visit(tree, 'code', (node, index, parent) => {
      const fence = fenceOf(node);
      if (!parent || index === undefined || !fence) return;
      fences.push({ node, fence, replace: figure => parent.children.splice(index, 1, figure) });
    });
    if (fences.length === 0) return;

    const path = relative(file.cwd, file.path || 'MDX')
      .split(sep)
      .join('/');
    const offset = missingLines(file);
    const manifests = new Map(loadRegistry(file.cwd).files.map(({ path, text }) => [path, text]));
    const used = new Map<string, number>();
    const findings: Finding[] = [];
    for (const { node, fence, replace } of fences) {
      const id = uniqueId(`${path}\n${node.lang} ${node.meta}\n${node.value}`, used);
      const result = await draw(id, fence, manifests, path);
      const start = (node.position?.start.line ?? 1) + offset;
      const proof = result.drawing && readProof(file.cwd, path, result.drawing.title, node.value);
      if (result.drawing) replace({ ...figureNode(id, result.drawing, proof), position: node.position });
      else findings.push(...result.findings.map(finding => ({ ...finding, line: start + finding.line })));
    }
    if (findings.length > 0) throw new DiagramError(path, findings);
  };
}

async function draw(id: string, fence: Fence, manifests: Manifests, path: string): Promise<DrawResult> {
  const set = /chapters\/([a-z0-9-]+)\.mdx$/.exec(path)?.[1];
  const byHand = set && fence.lang === 'mermaid' ? findByHand(fence.body, set, manifests) : [];
  if (byHand.length > 0) return { findings: byHand };
  const { source, findings } = readFence(fence, manifests);
  if (source === undefined) return { findings };
  const drawn = await drawDiagram(id, source);
  // The lines of a derived source are nobody's: what is wrong with it is reported at the fence.
  return drawn.findings && fence.lang === 'topology'
    ? { findings: drawn.findings.map(finding => ({ ...finding, line: 0 })) }
    : drawn;
}

/**
 * An id that no other diagram has: the path is part of it, because a page may show several chapters, and the second of two
 * equal diagrams gets a number.
 */
function uniqueId(text: string, used: Map<string, number>): string {
  const id = `d${createHash('sha256').update(text).digest('hex').slice(0, 8)}`;
  const count = used.get(id) ?? 0;
  used.set(id, count + 1);
  return count === 0 ? id : `${id}-${count}`;
}

/**
 * How many lines the parser has not seen. Astro blanks the front matter of MDX, which keeps every line number, but other callers
 * cut it off, and the entries of a content collection have no blank lines at the top. What is left is the end of the file.
 */
function missingLines(file: VFile): number {
  if (!file.path || !existsSync(file.path)) return 0;
  const count = (text: string) => text.trimEnd().split(/\r\n?|\n/).length;
  return Math.max(0, count(readFileSync(file.path, 'utf8')) - count(String(file.value)));
}
