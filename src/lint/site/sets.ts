import { type Finding, lintEach, lintText, type SourceFile } from '../index.ts';
import type { Locale } from '../messages/index.ts';

/** A text of a set, and the minors it is checked for. */
export interface SetMember extends SourceFile {
  minors: readonly string[];
  fragment?: string | undefined;
}

/** Findings by minor. */
export type ByMinor = Map<string, Finding[]>;

export interface MembersOptions {
  locale: Locale;
  /** Indexes of members, step by step. */
  steps?: readonly (readonly number[])[];
  complete?: boolean;
}

/** Checks the texts of a set in every minor that any of them asks for. */
export function lintMembers(members: readonly SetMember[], options: MembersOptions): ByMinor[] {
  const { locale, steps, complete = false } = options;
  const results = members.map((): ByMinor => new Map());
  for (const k8s of new Set(members.flatMap(({ minors }) => minors))) {
    const present = members.flatMap(({ minors }, index) => (minors.includes(k8s) ? [index] : []));
    const texts = present.flatMap(index => members[index] ?? []);
    const [only] = texts;
    const findings =
      only?.fragment !== undefined
        ? [lintText(only.text, { file: only.file, k8s, locale, fragment: only.fragment })]
        : lintEach(texts, {
            k8s,
            locale,
            steps: steps?.map(step => step.map(index => present.indexOf(index)).filter(index => index >= 0)),
            complete: complete && texts.length === members.length,
          });
    for (const [position, index] of present.entries())
      results[index]?.set(k8s, findings[position]?.findings ?? []);
  }
  return results;
}

/**
 * Checks manifests as the steps of their sets apply them; a step may apply manifests of other sets. What no step of
 * its own set applies is checked by itself.
 */
export function lintSets(
  manifests: ReadonlyMap<string, SetMember>,
  sets: readonly (readonly (readonly string[])[])[],
  locale: Locale,
): Map<string, ByMinor> {
  const results = new Map<string, ByMinor>();
  const add = (names: readonly string[], found: readonly ByMinor[]) => {
    for (const [index, name] of names.entries())
      for (const [minor, findings] of found[index] ?? []) {
        const byMinor = results.get(name) ?? new Map<string, Finding[]>();
        byMinor.set(minor, [...(byMinor.get(minor) ?? []), ...findings]);
        results.set(name, byMinor);
      }
  };
  for (const steps of sets) {
    const names = [...new Set(steps.flat())].filter(name => manifests.has(name));
    const members = names.flatMap(name => manifests.get(name) ?? []);
    const indexes = steps.map(step => step.map(name => names.indexOf(name)).filter(index => index >= 0));
    add(names, lintMembers(members, { locale, steps: indexes, complete: true }));
  }
  for (const [name, member] of manifests)
    if (!results.has(name)) add([name], lintMembers([member], { locale }));
  return results;
}
