/** What may be used of this folder without Node. Drawing is in `draw.node.ts` and `render.node.ts`. */
export { DIAGRAM_TYPES, MAX_WIDTH, MERMAID_CONFIG, MISMATCH, NODE_CLASSES } from './config.ts';
export { DiagramError, type Finding } from './finding.ts';
export { lint } from './lint.ts';
export { readSource, type Source } from './source.ts';
export {
  type Topology,
  type TopologyOptions,
  topology,
  WARNINGS,
  type Warning,
  type WarningCode,
} from './topology/index.ts';
