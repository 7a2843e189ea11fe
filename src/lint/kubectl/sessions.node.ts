import { join } from 'node:path';
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument, type Scalar } from 'yaml';
import { applyExpectations } from '../expectations.ts';
import { compareFindings, type Finding } from '../finding.ts';
import type { Locale } from '../messages/index.ts';
import { isFolder, listFiles, readText } from '../site/files.node.ts';
import { lintCommand } from './lint-command.ts';
import { commandRule } from './rules.ts';
import { scalarOffsets } from './site/scalar-offsets.ts';
import { kubectlMinors } from './table.ts';
import { writtenFiles } from './written-files.ts';

export interface SessionsOptions {
  /** Minor of the cluster; left out, the newest kubectl there is a table for. */
  k8s?: string | undefined;
  locale?: Locale | undefined;
}

/** A command in a data file. */
interface CommandSource {
  scalar: Scalar<string>;
  /** Field path, such as `sessions[0].steps[2].run`. */
  path: string;
  /** The step must fail. */
  fails: boolean;
  /** Rules that the step is meant to break. */
  expect: readonly string[];
  /** What the runner puts in front. */
  prefix: string;
}

/** Findings, and the number of files that were looked at. */
export interface CheckedCommands {
  findings: Finding[];
  files: number;
}

/**
 * Checks every command of `src/content/sessions/*.yaml`, of the `until` steps in `manifests/<set>/set.json`, and those
 * that an erratum of `src/content/errata/*.yaml` gives as right today. Lines and columns are those of the file. A file
 * that is not as its schema wants it is left to the schema's check.
 */
export function lintSessions(root: string, options: SessionsOptions = {}): CheckedCommands {
  const manifests = join(root, 'manifests');
  const files = isFolder(manifests) ? listFiles(manifests, /(?<!set\.json)$/) : [];
  const inFolder = (folder: string, pattern: RegExp) =>
    isFolder(join(root, folder))
      ? listFiles(join(root, folder), pattern).map(name => `${folder}/${name}`)
      : [];
  const sessions = inFolder('src/content/sessions', /\.ya?ml$/);
  const errata = inFolder('src/content/errata', /\.ya?ml$/);
  const sets = inFolder('manifests', /(?:^|\/)set\.json$/);
  const findings = [
    ...sessions.flatMap(file => lintFile(root, file, files, sessionCommands, options)),
    ...sets.flatMap(file => lintFile(root, file, files, untilCommands, options)),
    // An erratum speaks of files of the notes, which are not here.
    ...errata.flatMap(file => lintFile(root, file, undefined, erratumCommands, options)),
  ];
  return { findings: findings.sort(compareFindings), files: sessions.length + errata.length };
}

/** The text of one session file, checked without reading anything else. `files` are paths below manifests/. */
export function lintSessionText(
  text: string,
  file: string,
  files: readonly string[],
  options: SessionsOptions = {},
): Finding[] {
  return lintCommands(text, file, files, sessionCommands, options);
}

type Collect = (document: Node | null) => CommandSource[];

function lintFile(
  root: string,
  file: string,
  files: readonly string[] | undefined,
  collect: Collect,
  options: SessionsOptions,
): Finding[] {
  const text = readText(join(root, file));
  return text === undefined ? [] : lintCommands(text, file, files, collect, options);
}

function lintCommands(
  text: string,
  file: string,
  files: readonly string[] | undefined,
  collect: Collect,
  { k8s = kubectlMinors.at(-1) ?? '', locale = 'ja' }: SessionsOptions,
): Finding[] {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, logLevel: 'silent' });
  if (document.errors.length > 0) return [];
  const known = files && [...files];
  return collect(document.contents).flatMap(({ scalar, path, fails, expect, prefix }) => {
    const offsets = scalarOffsets(text, scalar);
    const command = prefix + scalar.value;
    known?.push(...writtenFiles(command));
    const at = (offset: number) => offsets[Math.max(0, offset - prefix.length)] ?? 0;
    const findings = lintCommand(command, { k8s, locale, ...(known && { files: known }) })
      .filter(({ rule }) => expect.includes(rule) || !(fails && commandRule(rule).fails))
      .map(({ start, end, level, rule, message, hint }): Finding => {
        const from = lines.linePos(at(start));
        // The character after the last one may stand on another line of the file.
        const to = lines.linePos(end > start ? at(end - 1) + 1 : at(end));
        const place = { line: from.line, column: from.col, endLine: to.line, endColumn: to.col };
        return { file, ...place, document: 0, level, rule, path, message, ...(hint && { hint }) };
      });
    const { line } = lines.linePos(offsets[0] ?? 0);
    return applyExpectations(
      findings,
      expect.map(rule => ({ rule })),
      { file, line, locale },
    );
  });
}

function sessionCommands(document: Node | null): CommandSource[] {
  const list = (key: string) => items(document, key).flatMap(({ node, path }) => commandAt(node, { path }));
  const steps = items(document, 'sessions').flatMap(session =>
    items(session.node, 'steps').flatMap(step => {
      const exit = field(step.node, 'exit');
      const fails = isScalar(exit) && exit.value !== 0;
      const expect = items(step.node, 'lint').flatMap(({ node }) =>
        isScalar(node) ? [String(node.value)] : [],
      );
      return commandAt(field(step.node, 'run'), { path: `${session.path}.${step.path}.run`, fails, expect });
    }),
  );
  return [...list('setup'), ...steps, ...list('teardown')];
}

function untilCommands(document: Node | null): CommandSource[] {
  return items(document, 'steps').flatMap(step =>
    items(step.node, 'until').flatMap(({ node, path }) =>
      commandAt(node, { path: `${step.path}.${path}`, prefix: 'kubectl ' }),
    ),
  );
}

function erratumCommands(document: Node | null): CommandSource[] {
  const now = field(document, 'now');
  const form = field(now, 'as');
  return isScalar(form) && form.value === 'command'
    ? commandAt(field(now, 'text'), { path: 'now.text' })
    : [];
}

function commandAt(
  node: unknown,
  { path, fails = false, expect = [], prefix = '' }: { path: string } & Partial<CommandSource>,
): CommandSource[] {
  const isText = isScalar(node) && typeof node.value === 'string';
  // The line above makes sure of the value's type, which the library's guard leaves open.
  return isText ? [{ scalar: node as Scalar<string>, path, fails, expect, prefix }] : [];
}

function field(node: unknown, key: string): unknown {
  return isMap(node) ? node.get(key, true) : undefined;
}

function items(node: unknown, key: string): { node: unknown; path: string }[] {
  const list = field(node, key);
  return isSeq(list) ? list.items.map((item, index) => ({ node: item, path: `${key}[${index}]` })) : [];
}
