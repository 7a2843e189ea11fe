import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import kubernetes from '../data/kubernetes.json' with { type: 'json' };
import { type ManifestSet, manifestSet } from '../schemas/set.ts';
import { compareFindings } from './finding.ts';
import {
  applyExpectations,
  type Expectation,
  type Finding,
  minors as knownMinors,
  type Locale,
  lintText,
  validMinors,
} from './index.ts';
import { describe } from './messages/index.ts';
import type { MessageId, MessageParams } from './messages/params.ts';
import { parseFenceOptions } from './site/fence-options.ts';
import { type Fence, readFences } from './site/fences.node.ts';
import { isFolder, listEscapes, listFiles, readText } from './site/files.node.ts';
import { mergeMinors } from './site/merge.ts';

/** What is known about one manifest or fence after the run. */
export interface CheckedText {
  /** Path from the project's root; a fence is `file:line`. */
  file: string;
  /** Minors it was checked for. */
  checked: string[];
  /** Every minor in which it has no error. */
  validMinors: string[];
}

export interface SiteReport {
  findings: Finding[];
  /** Number of manifests and chapters. */
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
 * Checks everything that the site publishes: every file under `manifests/` as its `set.json` claims and expects, and
 * every YAML fence of every chapter. `root` is the project's root.
 */
export async function lintSite(root: string, options: SiteOptions = {}): Promise<SiteReport> {
  const { locale = 'ja', k8s = supportedMinors() } = options;
  const report: SiteReport = { findings: [], files: 0, manifests: [], fences: [], k8s };
  const site: Site = { root, locale, report };
  if (isFolder(join(root, 'manifests'))) lintManifests(site);
  const chapters = join(root, 'src/content/chapters');
  if (isFolder(chapters))
    for (const name of listFiles(chapters, /\.mdx$/)) lintChapter(site, `src/content/chapters/${name}`);
  report.findings.sort(compareFindings);
  return report;
}

interface Site {
  root: string;
  locale: Locale;
  report: SiteReport;
}

function lintManifests(site: Site): void {
  const folder = join(site.root, 'manifests');
  const outside = listEscapes(folder);
  for (const name of outside) addProblem(site, `manifests/${name}`, 'file/outside', 'outside', { name });
  const sets = new Map<string, ManifestSet>();
  for (const name of listFiles(folder, /\.ya?ml$/)) {
    if (outside.some(link => name === link || name.startsWith(`${link}/`))) continue;
    const [set = ''] = name.split('/');
    const known = sets.get(set) ?? readSet(site, set);
    sets.set(set, known);
    const entry = known.files[name];
    lintManifest(site, `manifests/${name}`, entry?.claims ?? site.report.k8s, entry?.expect ?? []);
  }
}

function lintManifest(site: Site, file: string, claims: string[], expectations: Expectation[]): void {
  const { root, locale, report } = site;
  report.files += 1;
  const text = readText(join(root, file));
  if (text === undefined) {
    addProblem(site, file, 'file/encoding', 'encoding', {});
    return;
  }
  const results = new Map(claims.map(k8s => [k8s, lintText(text, { file, k8s, locale }).findings]));
  const findings = mergeMinors(results, locale);
  report.findings.push(...applyExpectations(findings, expectations, { file, line: 1, locale }));
  report.manifests.push({ file, checked: claims, validMinors: validMinors(text) });
}

/** set.json of a folder; what is wrong with it is a finding, and the files are checked as if it were empty. */
function readSet(site: Site, set: string): ManifestSet {
  const file = `manifests/${set}/set.json`;
  const empty = manifestSet.parse({});
  if (!existsSync(join(site.root, file))) return empty;
  let reason: string;
  try {
    const result = manifestSet.safeParse(JSON.parse(readFileSync(join(site.root, file), 'utf8')));
    if (result.success) {
      const names = [...Object.keys(result.data.files), ...result.data.steps.flatMap(step => step.apply)];
      for (const name of names)
        if (/^\.\.(\/|$)|^\//.test(normalize(name)))
          addProblem(site, file, 'file/outside', 'outside', { name });
      return result.data;
    }
    reason = result.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('; ');
  } catch (error) {
    reason = error instanceof Error ? error.message : String(error);
  }
  addProblem(site, file, 'file/set-json', 'set-json', { reason });
  return empty;
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
  for (const fence of fences) lintFence(site, file, fence);
}

function lintFence({ locale, report }: Site, file: string, fence: Fence): void {
  const options = parseFenceOptions(fence.meta, knownMinors());
  const place = { line: fence.line, column: 1 };
  for (const problem of options.problems)
    report.findings.push(findingAt(file, place, 'fence/option', describe(problem, locale)));
  if (options.off !== undefined) return;
  const { fragment, k8s: checked = report.k8s } = options;
  const results = new Map(
    checked.map(k8s => [
      k8s,
      lintText(fence.text, { file, k8s, locale, fragment }).findings.map(moveTo(fence)),
    ]),
  );
  const findings = mergeMinors(results, locale);
  report.findings.push(...applyExpectations(findings, options.expect, { file, line: fence.line, locale }));
  const valid = validMinors(fence.text, { fragment });
  report.fences.push({ file: `${file}:${fence.line}`, checked, validMinors: valid });
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

function findingAt(
  file: string,
  { line, column }: { line: number; column: number },
  rule: string,
  words: { message: string; hint?: string },
): Finding {
  return {
    file,
    line,
    column,
    endLine: line,
    endColumn: column,
    document: 0,
    level: 'error',
    rule,
    path: '',
    ...words,
  };
}
