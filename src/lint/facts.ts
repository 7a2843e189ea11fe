import { lookUp } from './api.ts';
import data from './kubectl/data/kubectl.json' with { type: 'json' };
import words from './kubectl/data/words.json' with { type: 'json' };
import { extra, newest, targetOf } from './schema/catalogue.ts';

/** What a server says of a kind in `kubectl api-resources`. */
export interface KindFacts {
  namespaced: boolean;
  /** Short names, such as `deploy`; none for most kinds. */
  shortNames: readonly string[];
}

/**
 * Facts about a kind from the tables: scope and short names.
 * @param minor A minor that the lint engine knows; left out, the newest.
 * @returns undefined when the minor does not serve the kind in this apiVersion.
 */
export function kindFacts(apiVersion: string, kind: string, minor = newest): KindFacts | undefined {
  const found = lookUp(apiVersion, kind, targetOf(minor));
  if (found.status !== 'served') return undefined;
  const isCustom = extra.kinds.get(apiVersion)?.has(kind) ?? false;
  const shortNames = isCustom ? customShortNames(apiVersion, kind) : builtInShortNames(kind);
  return { namespaced: found.namespaced, shortNames };
}

/** The table has `Deployment/deploy`, and `@` before the minors that have the kind. */
function builtInShortNames(kind: string): string[] {
  const entries = data.resources.split(' ').map(text => text.split('@')[0]?.split('/') ?? []);
  const short = entries.find(([name]) => name === kind)?.[1];
  return short ? short.split(',') : [];
}

/** The words of a group are plural, singular and short names of each kind, in this order. */
function customShortNames(apiVersion: string, kind: string): string[] {
  const group = apiVersion.split('/')[0] ?? '';
  const list =
    Object.entries(words.customResources)
      .find(([name]) => name === group)?.[1]
      .split(' ') ?? [];
  const start = list.indexOf(kind.toLowerCase());
  if (start < 0) return [];
  const after = list.slice(start + 1);
  const end = after.findIndex((word, index) => isPlural(word, after[index + 1] ?? word));
  return end < 0 ? after : after.slice(0, end);
}

/** `gateways` of `gateway`, `policies` of `policy`. */
function isPlural(word: string, singular: string): boolean {
  return word.length > singular.length && word.startsWith(singular.slice(0, -1));
}
