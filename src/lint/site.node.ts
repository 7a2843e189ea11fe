import { join } from 'node:path';
import kubernetes from '../data/kubernetes.json' with { type: 'json' };
import { loadRegistry } from '../registry/load.node.ts';
import type { ManifestFile } from '../schemas/manifest.ts';
import { compareFindings } from './finding.ts';
import {
  applyExpectations,
  applySuppressions,
  type Expectation,
  type Finding,
  minors as knownMinors,
  type Locale,
  validMinors,
} from './index.ts';
import { lintSessions } from './kubectl/sessions.node.ts';
import { describe } from './messages/index.ts';
import type { MessageId, MessageParams } from './messages/params.ts';
import { faultFindings } from './site/faults.ts';
import { type FenceOptions, parseFenceOptions } from './site/fence-options.ts';
import { type Fence, readFences } from './site/fences.node.ts';
import { isFolder, listFiles, readText } from './site/files.node.ts';
import { findingAt } from './site/finding-at.ts';
import { locate } from './site/locate.ts';
import { mergeMinors } from './site/merge.ts';
import { type ByMinor, lintMembers, lintSets, type SetMember } from './site/sets.ts';

/** What is known about one manifest or fence after the run. */
export interface CheckedText {
  /** Path from the project's root; a fence is `file:line`. */
  file: string;
  /** Minors it was checked for. */
  checked: readonly string[];
  /** Every minor in which it has no error. */
  validMinors: string[];
}

export interface SiteReport {
  findings: Finding[];
  /** Number of manifests, chapters, and files with commands. */
  files: number;
  manifests: CheckedText[];
  fences: CheckedText[];
  /** Minors that are checked where nothing else is asked for. */
  k8s: string[];
}

export interface SiteOptions {
  locale?: Locale;
  /** Minors to check where a file or fence does not name its own. */
  k8s?: string[] | undefined;
}

/** Minors that upstream supports and that there is data for. */
export function supportedMinors(): string[] {
  const known = knownMinors();
  return kubernetes.minors
    .filter(({ minor, supported }) => supported && known.includes(minor))
    .map(({ minor }) => minor);
}

/**
 * Checks everything that the site publishes: every file under `manifests/` as its `set.json` claims and expects, every
 * YAML fence of every chapter, and every command of terminal sessions, of `set.json` and of errata. `root` is the
 * project's root.
 */
export async function lintSite(root: string, options: SiteOptions = {}): Promise<SiteReport> {
  const { locale = 'ja', k8s = supportedMinors() } = options;
  const report: SiteReport = { findings: [], files: 0, manifests: [], fences: [], k8s };
  const site: Site = { root, locale, report };
  lintManifests(site);
  const chapters = join(root, 'src/content/chapters');
  if (isFolder(chapters))
    for (const name of listFiles(chapters, /\.mdx$/)) lintChapter(site, `src/content/chapters/${name}`);
  const commands = lintSessions(root, { locale, k8s: k8s.at(-1) });
  report.findings.push(...commands.findings);
  report.files += commands.files;
  report.findings.sort(compareFindings);
  return report;
}

interface Site {
  root: string;
  locale: Locale;
  report: SiteReport;
}

function lintManifests(site: Site): void {
  const { files, sets, faults } = loadRegistry(site.root);
  for (const fault of faults) {
    const text = sets.get(fault.file.split('/')[1] ?? '')?.text ?? '';
    site.report.findings.push(...faultFindings(fault, text, site.locale));
  }
  site.report.files += files.length + faults.filter(({ kind }) => kind === 'encoding').length;
  const manifests = new Map(
    files.map(manifest => [manifest.path, toManifest(site, manifest, sets.get(manifest.set)?.text ?? '')]),
  );
  const results = lintSets(
    manifests,
    [...sets.values()].map(({ value }) => value.steps.map(step => step.apply)),
    site.locale,
  );
  for (const [name, findings] of results) {
    const manifest = manifests.get(name);
    if (manifest) reportManifest(site, manifest, findings);
  }
}

/** A manifest and what its set says of it. */
interface Manifest extends SetMember {
  expect: Expectation[];
  off: Parameters<typeof applySuppressions>[1];
}

function toManifest(site: Site, { path, set, text, entry }: ManifestFile, setText: string): Manifest {
  const { claims = site.report.k8s, expect = [], off = [] } = entry;
  const file = `manifests/${set}/set.json`;
  const placed = off.map((suppression, index) => ({
    ...suppression,
    place: { file, ...locate(setText, ['files', path, 'off', index]) },
  }));
  return { file: `manifests/${path}`, text, minors: claims, expect, off: placed };
}

function reportManifest({ locale, report }: Site, manifest: Manifest, results: ByMinor): void {
  const { file, text, minors, expect, off } = manifest;
  const findings = applyExpectations(mergeMinors(results, locale), expect, { file, line: 1, locale });
  report.findings.push(...applySuppressions(findings, off, locale));
  report.manifests.push({ file, checked: minors, validMinors: validMinors(text) });
}

function lintChapter(site: Site, file: string): void {
  site.report.files += 1;
  const text = readText(join(site.root, file));
  if (text === undefined) {
    addProblem(site, file, 'file/encoding', 'encoding', {});
    return;
  }
  const { fences, error } = readFences(text);
  if (error) addProblem(site, file, 'file/mdx', 'mdx', { reason: error.reason }, error);
  const sets = new Map<string, CheckedFence[]>();
  for (const fence of fences) {
    const options = parseFenceOptions(fence.meta, knownMinors());
    for (const problem of options.problems)
      site.report.findings.push(
        findingAt(file, { line: fence.line, column: 1 }, 'fence/option', describe(problem, site.locale)),
      );
    if (options.off !== undefined) continue;
    const { fragment, set, k8s: minors = site.report.k8s } = options;
    const checked = { fence, options, text: fence.text, minors, fragment, firstLine: fence.line + 1, file };
    // A fragment is no object, and goes with nothing.
    const name = fragment === undefined && set !== undefined ? `set ${set}` : `line ${fence.line}`;
    sets.set(name, [...(sets.get(name) ?? []), checked]);
  }
  for (const members of sets.values()) {
    const results = lintMembers(members, { locale: site.locale });
    for (const [index, checked] of members.entries()) reportFence(site, checked, results[index] ?? new Map());
  }
}

interface CheckedFence extends SetMember {
  fence: Fence;
  options: FenceOptions;
}

function reportFence({ locale, report }: Site, checked: CheckedFence, results: ByMinor): void {
  const { fence, file, options, minors, text, fragment } = checked;
  const place = { file, line: fence.line, column: 1 };
  const moved = new Map([...results].map(([minor, findings]) => [minor, findings.map(moveTo(fence))]));
  const findings = applyExpectations(mergeMinors(moved, locale), options.expect, { ...place, locale });
  const quiet = (options.quiet ?? []).map(suppression => ({ ...suppression, place }));
  report.findings.push(...applySuppressions(findings, quiet, locale));
  report.fences.push({
    file: `${file}:${fence.line}`,
    checked: minors,
    validMinors: validMinors(text, { fragment }),
  });
}

/** From lines of the fence to lines of the chapter. */
function moveTo({ locate }: Fence): (finding: Finding) => Finding {
  return finding => {
    const start = locate(finding.line, finding.column);
    const end = locate(finding.endLine, finding.endColumn);
    return { ...finding, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
  };
}

function addProblem<Id extends MessageId>(
  { report, locale }: Site,
  file: string,
  rule: string,
  message: Id,
  params: MessageParams[Id],
  place: { line: number; column: number } = { line: 1, column: 1 },
): void {
  // `message` and `params` belong together by this function's signature.
  const draft = { message, params } as Parameters<typeof describe>[0];
  report.findings.push(findingAt(file, place, rule, describe(draft, locale)));
}
