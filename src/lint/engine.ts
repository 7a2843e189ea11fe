/**
 * The lint engine without its words: what kubectl and the API server of a Kubernetes minor would say about a manifest,
 * with line and column. It reads no files, needs no DOM and no Node, and throws for no text: the same code runs in the
 * command line, in the build and in a page. A page imports this with the one language it speaks
 * (`messages/ja.ts`); everything else imports `index.ts`, which knows them all.
 */
import { type Checked, checkDocuments, checkFragment, type MetObject } from './check.ts';
import { obeyComments } from './comments.ts';
import { compareFindings, type Finding, type Presentation, present } from './finding.ts';
import { parseFragment } from './fragment.ts';
import type { EngineCatalogue } from './messages/params.ts';
import { problem } from './parse/guard.ts';
import { buildLimits, type Limits } from './parse/limits.ts';
import { type Parsed, parseText } from './parse/parse.ts';
import { child } from './parse/tree.ts';
import { minors as known, newest, type Target, targetOf } from './schema/catalogue.ts';
import { checkSet, type SetOptions } from './sets/check-set.ts';

export type { Level } from './draft.ts';
export { compareFindings, type Finding } from './finding.ts';
export type { EngineCatalogue } from './messages/params.ts';
export { browserLimits, buildLimits, type Limits } from './parse/limits.ts';
export type { Rule } from './rules/rule.ts';

export interface LintOptions {
  /** Name of the text in findings. */
  file: string;
  /** Kubernetes minor, such as `1.36`; left out, the newest there is data for. */
  k8s?: string | undefined;
  /** The language of the findings. */
  words: EngineCatalogue;
  limits?: Limits | undefined;
  /** The text is only the value at a field: `Pod:spec.containers`. Nothing is required of it. */
  fragment?: string | undefined;
}

/** An object that was found in a text. */
export interface LintedObject {
  apiVersion: string;
  kind: string;
  name: string | undefined;
  namespace: string | undefined;
  /** Index of its document. */
  document: number;
  /** First line of the object, from 1. */
  line: number;
}

export interface LintResult {
  findings: Finding[];
  objects: LintedObject[];
}

export interface SourceFile {
  file: string;
  text: string;
  /** Line of the file on which the text starts; left out, 1. Only what other texts say of it asks for it. */
  firstLine?: number;
}

export type FilesOptions = Omit<LintOptions, 'file' | 'fragment'> & SetOptions;

/** Minors there is data for, oldest first. */
export function minors(): readonly string[] {
  return known;
}

/** Checks one text. */
export function lintText(text: string, options: LintOptions): LintResult {
  const [result] = lintTogether([{ file: options.file, text }], options);
  return result ?? { findings: [], objects: [] };
}

/** Checks several texts of one set. */
export function lintFiles(files: readonly SourceFile[], options: FilesOptions): LintResult {
  const results = lintEach(files, options);
  return {
    findings: results.flatMap(result => result.findings).sort(compareFindings),
    objects: results.flatMap(result => result.objects),
  };
}

/** Checks several texts of one set, with a result for each. */
export function lintEach(files: readonly SourceFile[], options: FilesOptions): LintResult[] {
  return lintTogether(files, options);
}

function lintTogether(
  files: readonly SourceFile[],
  options: FilesOptions & Pick<LintOptions, 'fragment'>,
): LintResult[] {
  const { k8s = newest, words, limits = buildLimits, fragment } = options;
  const texts = files.map(file => ({ ...file, parsed: parseText(file.text, limits) }));
  const presentationOf = (file: string, { text, lines }: Parsed): Presentation => {
    return { file, text, lines, words, limit: limits.findings };
  };
  if (!known.includes(k8s)) {
    const range = `${known[0]}-${newest}`;
    const unknown = problem('api/unknown-minor', 'unknown-minor', { minor: k8s, known: range }, 0, 1);
    return texts.map(({ file, parsed }) => {
      return { findings: present([unknown], presentationOf(file, parsed)), objects: [] };
    });
  }
  const checked = texts.map(({ parsed }) => check(parsed, targetOf(k8s), fragment));
  const together = checkSet(
    texts.map(({ file, parsed: { lines }, firstLine = 1 }, index) => ({
      file,
      lines,
      firstLine,
      objects: checked[index]?.objects ?? [],
    })),
    options,
  );
  return texts.map(({ file, parsed }, index) => {
    const { drafts = [], objects = [] } = checked[index] ?? {};
    const presentation = presentationOf(file, parsed);
    const findings = present([...parsed.problems, ...drafts, ...(together[index] ?? [])], presentation);
    return {
      findings: obeyComments(findings, parsed, presentation),
      objects: objects.map(object => summarise(object, parsed)),
    };
  });
}

/** The minors in which a text has no error, oldest first. The text is read once. */
export function validMinors(text: string, options: Pick<LintOptions, 'limits' | 'fragment'> = {}): string[] {
  const parsed = parseText(text, options.limits);
  if (parsed.problems.some(({ level }) => level === 'error')) return [];
  const valid = new Set<string>();
  let open = [...known];
  for (let minor = open.pop(); minor !== undefined; minor = open.pop()) {
    const asked = new Set<number>();
    const { drafts } = check(parsed, targetOf(minor, asked), options.fragment);
    const alike = open.filter(other => hasSameAnswers(known.indexOf(other), known.indexOf(minor), asked));
    if (!drafts.some(({ level }) => level === 'error')) for (const name of [minor, ...alike]) valid.add(name);
    open = open.filter(other => !alike.includes(other));
  }
  return known.filter(minor => valid.has(minor));
}

function hasSameAnswers(index: number, other: number, masks: ReadonlySet<number>): boolean {
  for (const mask of masks) if (((mask >> index) & 1) !== ((mask >> other) & 1)) return false;
  return true;
}

function check(parsed: Parsed, target: Target, fragment?: string): Checked {
  if (fragment === undefined) return checkDocuments(parsed.documents, target);
  return checkFragment(parsed.documents, parseFragment(fragment), target);
}

function summarise({ apiVersion, kind, document, root }: MetObject, { lines }: Parsed): LintedObject {
  const metadata = child(root, 'metadata');
  const text = (key: string) => {
    const node = child(metadata, key);
    return node?.kind === 'string' ? node.value : undefined;
  };
  return {
    apiVersion,
    kind,
    name: text('name'),
    namespace: text('namespace'),
    document,
    line: lines.linePos(root.start).line,
  };
}
