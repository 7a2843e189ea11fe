import type { TargetObject } from '../rules/context.ts';
import type { Cursor } from '../rules/cursor.ts';
import { matches, readLabels } from '../rules/labels.ts';
import type { PodTemplate } from './pod-template.ts';

/** An object of a set. */
export interface SetObject extends TargetObject {
  /** Index of its file. */
  file: number;
  group: string;
  /** Empty when the server makes the name. */
  name: string;
  /** Empty for kinds without a namespace. */
  namespace: string;
  /** The pod it is or makes. */
  pod: PodTemplate | undefined;
}

/** An object with a pod. */
export type PodObject = SetObject & { pod: PodTemplate };

/** What a cluster brings along: its absence from a set means nothing, even if nothing else is missing. */
const ofCluster = ['IngressClass', 'StorageClass', 'PersistentVolume'];

/** The objects that are applied together, indexed once for all rules. */
export class ObjectSet {
  readonly objects: readonly SetObject[];
  /** Nothing but these objects and what a cluster brings along is there. */
  readonly isComplete: boolean;
  readonly #byKind: Map<string, SetObject[]>;
  readonly #byName: Map<string, SetObject>;
  readonly #pods: Map<string, PodObject[]>;
  readonly #byLabel: Map<string, PodObject[]>;
  /** Controllers of custom resources may make whatever is missing. */
  readonly #hasCustom: boolean;

  constructor(objects: readonly SetObject[], isComplete: boolean, hasCustom: boolean) {
    this.objects = objects;
    this.isComplete = isComplete;
    this.#hasCustom = hasCustom;
    this.#byKind = groupBy(objects, ({ kind }) => [kind]);
    this.#byName = new Map(objects.map(object => [key(object.kind, object.namespace, object.name), object]));
    const pods = objects.filter((object): object is PodObject => object.pod !== undefined);
    this.#pods = groupBy(pods, ({ namespace }) => [namespace]);
    this.#byLabel = groupBy(pods, ({ namespace, pod }) =>
      [...pod.labels].map(([k, v]) => key(namespace, k, v)),
    );
  }

  ofKind(kind: string): readonly SetObject[] {
    return this.#byKind.get(kind) ?? [];
  }

  find(kind: string, namespace: string, name: string): SetObject | undefined {
    return this.#byName.get(key(kind, namespace, name)) ?? this.#byName.get(key(kind, '', name));
  }

  /** Whether an object of the kind that is not here is missing: readers meet manifests in parts. */
  expects(kind: string): boolean {
    if (this.isComplete && !ofCluster.includes(kind)) return true;
    return this.ofKind(kind).length > 0 && (this.isComplete || !this.#hasCustom);
  }

  /** Whether something of the namespace should be selected: there are pods, or there are none and never will be. */
  expectsPods(namespace: string): boolean {
    return this.isComplete || (this.podsIn(namespace).length > 0 && !this.#hasCustom);
  }

  podsIn(namespace: string): readonly PodObject[] {
    return this.#pods.get(namespace) ?? [];
  }

  /** Pods with all of these labels. */
  withLabels(namespace: string, labels: ReadonlyMap<string, string>): readonly PodObject[] {
    const [first] = labels;
    if (!first) return this.podsIn(namespace);
    const candidates = this.#byLabel.get(key(namespace, ...first)) ?? [];
    return candidates.filter(({ pod }) =>
      [...labels].every(([name, value]) => pod.labels.get(name) === value),
    );
  }

  /** Pods that a label selector chooses. */
  selected(namespace: string, selector: Cursor): readonly PodObject[] {
    const pods = this.withLabels(namespace, readLabels(selector.get('matchLabels')));
    if (selector.get('matchExpressions').items().length === 0) return pods;
    return pods.filter(({ pod }) => matches(selector, pod.labels));
  }

  /** Pods that a Service leads to. */
  podsOf({ root, namespace }: SetObject): readonly PodObject[] {
    const selector = selectorOf(root);
    return selector.size > 0 ? this.withLabels(namespace, selector) : [];
  }
}

/** The selector of a Service; empty when it selects nothing by itself. */
export function selectorOf(root: Cursor): ReadonlyMap<string, string> {
  const spec = root.get('spec');
  if (spec.get('type').string === 'ExternalName') return new Map();
  return readLabels(spec.get('selector'));
}

/** Something that is worked out once for each set. */
export function perSet<Value>(build: (set: ObjectSet) => Value): (set: ObjectSet) => Value {
  const known = new WeakMap<ObjectSet, { value: Value }>();
  return set => {
    const found = known.get(set) ?? { value: build(set) };
    known.set(set, found);
    return found.value;
  };
}

function key(...parts: string[]): string {
  return parts.join('\n');
}

/** Values by their keys. */
export function groupBy<Value>(
  values: readonly Value[],
  keysOf: (value: Value) => readonly string[],
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values)
    for (const name of keysOf(value)) {
      const group = groups.get(name);
      if (group) group.push(value);
      else groups.set(name, [value]);
    }
  return groups;
}
