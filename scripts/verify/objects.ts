import { parseAllDocuments } from 'yaml';

/** The parts of an object that decide how a file is sent. */
export interface SentObject {
  apiVersion?: string;
  kind?: string;
  metadata?: { name?: string; generateName?: string; namespace?: string };
}

/** Kinds that other objects of a set must find before the server even looks at them. */
const firstKinds = [
  'Namespace',
  'CustomResourceDefinition',
  'ServiceAccount',
  'PriorityClass',
  'RuntimeClass',
];

/** Objects of a file that can be read; what cannot is the server's to refuse. */
export function readObjects(text: string): SentObject[] {
  return parseAllDocuments(text, { uniqueKeys: false, logLevel: 'silent' }).flatMap(document => {
    if (document.errors.length > 0) return [];
    const value: unknown = document.toJS();
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? [value as SentObject] : [];
  });
}

/** Namespaces that objects name and nothing in the set makes. */
export function foreignNamespaces(objects: readonly SentObject[]): string[] {
  const made = objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata?.name);
  const named = objects.flatMap(({ metadata }) => metadata?.namespace ?? []);
  return [...new Set(named)].filter(name => !made.includes(name));
}

/** Objects that are made for real before the dry runs of a set. */
export function prerequisites(objects: readonly SentObject[]): SentObject[] {
  return objects
    .filter(({ kind = '' }) => firstKinds.includes(kind))
    .sort((a, b) => firstKinds.indexOf(a.kind ?? '') - firstKinds.indexOf(b.kind ?? ''));
}

/** `apply` cannot send an object whose name the server makes; `create` can. */
export function verbFor(objects: readonly SentObject[]): 'apply' | 'create' {
  return objects.some(({ metadata }) => metadata?.generateName && !metadata.name) ? 'create' : 'apply';
}
