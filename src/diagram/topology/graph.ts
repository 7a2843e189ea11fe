import type { KubeObject } from './kube.ts';

/** What a warning is about. */
export const WARNINGS = {
  'selector-no-pod': 'セレクターに一致する Pod がない',
  'target-port': '名前で指した targetPort がコンテナにない',
  'backend-port': '指した先の Service にないポート',
  unreferenced: 'どこからも参照されない',
  outside: 'マニフェストの外を参照している',
  'no-selector': 'Service にセレクターがない',
  'not-drawn': '図に描かない種類',
} as const;

export type WarningCode = keyof typeof WARNINGS;

export interface Warning {
  code: WarningCode;
  message: string;
}

/** `pod` is a pill, `store` a cylinder. */
export type Shape = 'box' | 'pod' | 'store';

export interface GraphNode {
  id: string;
  lines: readonly string[];
  shape: Shape;
  /** Not one of the objects: something that they refer to. */
  isOutside: boolean;
  /** The frame it stands in. */
  frame?: string;
  isFrame: boolean;
}

export interface GraphEdge {
  from: string;
  to: string;
  label: string;
  isDashed: boolean;
}

type NodeOptions = Partial<Pick<GraphNode, 'shape' | 'isOutside' | 'frame' | 'isFrame'>>;

/** The picture before it is laid out, together with the same facts as sentences. */
export class Graph {
  readonly nodes = new Map<string, GraphNode>();
  readonly edges: GraphEdge[] = [];
  readonly warnings: Warning[] = [];
  readonly #sentences = new Set<string>();
  readonly #objects: ReadonlyMap<string, KubeObject>;

  constructor(objects: readonly KubeObject[]) {
    this.#objects = new Map(objects.map(object => [keyOf(object), object]));
  }

  get sentences(): string[] {
    return [...this.#sentences];
  }

  /** Adds a node once. */
  node(key: string, lines: readonly string[], options: NodeOptions = {}): string {
    if (!this.nodes.has(key)) {
      const node = { id: `n${this.nodes.size}`, lines: lines.filter(Boolean), shape: 'box' as const };
      this.nodes.set(key, { ...node, isOutside: false, isFrame: false, ...options });
    }
    return key;
  }

  /** Adds an edge once. */
  edge(from: string, to: string, label = '', isDashed = false): void {
    if (this.edges.some(edge => edge.from === from && edge.to === to && edge.label === label)) return;
    this.edges.push({ from, to, label, isDashed });
  }

  say(sentence: string): void {
    this.#sentences.add(sentence);
  }

  warn(code: WarningCode, message: string): void {
    if (!this.warnings.some(warning => warning.message === message)) this.warnings.push({ code, message });
  }

  find(kind: string, namespace: string, name: string): KubeObject | undefined {
    return this.#objects.get(keyOf({ kind, namespace, name }));
  }

  /** The node of an object that another refers to; a dashed box when it is not among the objects. */
  reference(kind: string, namespace: string, name: string, from: string): string {
    const key = keyOf({ kind, namespace, name });
    if (this.#objects.has(key)) return key;
    this.warn('outside', `${from}が参照する${kind} ${name}は、このマニフェストの中にありません。`);
    return this.node(key, [`${shortKind(kind)} ${name}`, 'このマニフェストの外'], {
      shape: shapeOf(kind),
      isOutside: true,
    });
  }
}

/** Key of an object's node. */
export function keyOf({ kind, namespace, name }: Pick<KubeObject, 'kind' | 'namespace' | 'name'>): string {
  return `${kind}/${namespace}/${name}`;
}

/** `PVC` for the kind that is too long for a box. */
export const shortKind = (kind: string) => (kind === 'PersistentVolumeClaim' ? 'PVC' : kind);

export function shapeOf(kind: string): Shape {
  if (kind === 'Pod') return 'pod';
  return kind === 'PersistentVolumeClaim' ? 'store' : 'box';
}
