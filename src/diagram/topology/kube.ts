/** Reading Kubernetes objects of any quality: a diagram is also drawn of manifests that are wrong on purpose. */

export type Json = Record<string, unknown>;

/** An object with a kind and a name; everything else about it is unknown. */
export interface KubeObject {
  kind: string;
  name: string;
  namespace: string;
  labels: Json;
  spec: Json;
}

/** The objects among parsed YAML documents, `List` items included. */
export function readObjects(documents: readonly unknown[]): KubeObject[] {
  return documents.flatMap(document => {
    const object = record(document);
    const kind = string(at(object, 'kind'));
    if (kind === 'List') return readObjects(list(at(object, 'items')));
    const metadata = record(at(object, 'metadata'));
    const name = string(at(metadata, 'name'));
    if (!kind || !name) return [];
    const namespace = string(at(metadata, 'namespace')) || 'default';
    return [
      { kind, name, namespace, labels: record(at(metadata, 'labels')), spec: record(at(object, 'spec')) },
    ];
  });
}

/** The value as an object; an empty one when it is something else. */
export function record(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

/** The value as a list; an empty one when it is something else. */
export function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** Strings and numbers as text; `''` for everything else. */
export function string(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The value at a path of keys. */
export function at(value: unknown, ...keys: readonly string[]): unknown {
  return keys.reduce<unknown>((current, key) => record(current)[key], value);
}

/** Whether labels satisfy an equality selector. An empty selector selects nothing here: a Service without one has no Pods. */
export function matches(selector: Json, labels: Json): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}

/** A selector as `kubectl -l` takes it. */
export function formatSelector(selector: Json): string {
  return Object.entries(selector)
    .map(([key, value]) => `${key}=${string(value)}`)
    .join(',');
}
