import { dirname } from 'node:path';
import {
  applyExpectations,
  applySuppressions,
  compareFindings,
  type Finding,
  type Locale,
  minors,
  validMinors,
} from '../../src/lint/index.ts';
import { describe } from '../../src/lint/messages/index.ts';
import type { Report } from '../../src/lint/output/json.ts';
import { faultFindings } from '../../src/lint/site/faults.ts';
import { findingAt } from '../../src/lint/site/finding-at.ts';
import { locate } from '../../src/lint/site/locate.ts';
import { mergeMinors } from '../../src/lint/site/merge.ts';
import { type ByMinor, lintMembers, lintSets, type SetMember } from '../../src/lint/site/sets.ts';
import { readSet, type SetFile } from '../../src/registry/read-set.node.ts';
import type { FileEntry } from '../../src/schemas/set.ts';
import { type Input, listInputs, readInput, resolveInSet, shortName } from './inputs.ts';

export interface CheckOptions {
  k8s: readonly string[] | undefined;
  locale: Locale;
  /** Everything is applied together. */
  set: boolean;
}

/**
 * Checks files and folders of anybody. A file is checked by itself; those below a folder with a `set.json` as that says,
 * or all together. Throws a `Mistake` for what cannot be read.
 */
export function checkPaths(paths: readonly string[], { k8s = newest, locale, set }: CheckOptions): Report {
  const run: Run = { k8s, locale, findings: [], members: new Map(), valid: new Map() };
  const inputs = listInputs(paths);
  const folders = new Set(inputs.flatMap(input => (set ? [] : (input.set ?? []))));
  const sets = new Map([...folders].map(folder => [folder, openSet(run, folder)]));
  for (const input of inputs) addInput(run, input, set ? undefined : sets.get(input.set ?? ''));
  const steps = set
    ? [[inputs.map(({ path }) => path)]]
    : [...sets.values()].map(opened => stepsOf(run, opened));
  const alone = steps.length === 0;
  const results = alone ? checkAlone(run) : lintSets(run.members, steps, locale);
  for (const [path, found] of results) report(run, path, found);
  const files = inputs.map(({ file }) => ({ file, validMinors: run.valid.get(file) ?? [] }));
  return { findings: run.findings.sort(compareFindings), files, k8s: k8s.join(', ') };
}

const newest = minors().slice(-1);

interface Run {
  k8s: readonly string[];
  locale: Locale;
  findings: Finding[];
  /** By absolute path. */
  members: Map<string, Member>;
  /** Minors in which a file has no error, by its name. */
  valid: Map<string, string[]>;
}

interface Member extends SetMember {
  /** It was asked for; others are read because a step names them. */
  asked: boolean;
  expect: NonNullable<FileEntry['expect']>;
  off: Parameters<typeof applySuppressions>[1];
}

interface OpenedSet extends SetFile {
  folder: string;
  /** The set.json, as findings name it. */
  file: string;
  /** What it says about files, by absolute path, each with its key. */
  entries: Map<string, { name: string; entry: FileEntry }>;
}

/** One text after the other: a run over thousands of files holds the results of one. */
function* checkAlone({ members, locale }: Run): Generator<[string, ByMinor]> {
  for (const [path, member] of members) {
    const [found] = lintMembers([member], { locale });
    if (found) yield [path, found];
  }
}

function openSet(run: Run, folder: string): OpenedSet {
  const path = `${folder}/set.json`;
  const file = shortName(path);
  const set: OpenedSet = { ...readSet(path), folder, file, entries: new Map() };
  for (const { path: place, message: reason } of set.faults) {
    const kind = place ? { kind: 'set-shape' as const, path: place } : { kind: 'set-json' as const };
    run.findings.push(...faultFindings({ file, reason, ...kind }, set.text, run.locale));
  }
  for (const [name, entry] of Object.entries(set.value.files)) {
    const found = find(run, set, name, ['files', name]);
    if (found) set.entries.set(found, { name, entry });
  }
  return set;
}

/** A file that a set.json names; when there is none, that is a finding. */
function find(run: Run, { folder, file, text }: OpenedSet, name: string, path: (string | number)[]) {
  const found = resolveInSet(folder, name);
  const fault = { file, kind: 'set-name' as const, path, name, near: undefined, own: [] };
  if (found === undefined) run.findings.push(...faultFindings(fault, text, run.locale));
  return found;
}

function stepsOf(run: Run, set: OpenedSet): string[][] {
  return set.value.steps.map((step, index) =>
    step.apply.flatMap((name, position) => {
      const path = find(run, set, name, ['steps', index, 'apply', position]);
      if (path === undefined) return [];
      const file = shortName(path);
      if (!run.members.has(path)) addInput(run, { path, file, set: dirname(path) }, undefined, false);
      return run.members.has(path) ? [path] : [];
    }),
  );
}

function addInput(run: Run, input: Input, set: OpenedSet | undefined, asked = true): void {
  const text = readInput(input);
  if (text === undefined) {
    const words = describe({ message: 'encoding', params: {} }, run.locale);
    run.findings.push(findingAt(input.file, { line: 1, column: 1 }, 'file/encoding', words));
    return;
  }
  const { name = '', entry = {} } = set?.entries.get(input.path) ?? {};
  const { claims = run.k8s, expect = [], off = [] } = entry;
  const placed = off.map((suppression, index) => ({
    ...suppression,
    place: { file: set?.file ?? '', ...locate(set?.text ?? '', ['files', name, 'off', index]) },
  }));
  run.members.set(input.path, { file: input.file, text, minors: claims, expect, off: placed, asked });
}

function report(run: Run, path: string, found: ByMinor): void {
  const member = run.members.get(path);
  if (!member?.asked) return;
  const { file, text, expect, off } = member;
  const { locale } = run;
  const findings = applyExpectations(mergeMinors(found, locale), expect, { file, line: 1, locale });
  run.findings.push(...applySuppressions(findings, off, locale));
  run.valid.set(file, validMinors(text));
}
