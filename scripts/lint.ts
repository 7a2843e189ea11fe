/**
 * Checks Kubernetes manifests: `npm run lint -- [paths...|-]`. Without paths, everything that the site publishes.
 * Exit code 0: no error; 1: errors were found; 2: the run itself failed (usage, missing file, unknown minor).
 */
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { documentedRules } from '../src/lint/docs.ts';
import type { Finding, Locale } from '../src/lint/index.ts';
import { compareFindings, lintText, locales, minors, validMinors } from '../src/lint/index.ts';
import { describe } from '../src/lint/messages/index.ts';
import { nearest } from '../src/lint/near.ts';
import { formatGithub } from '../src/lint/output/github.ts';
import { formatJson, type Report } from '../src/lint/output/json.ts';
import { formatSarif } from '../src/lint/output/sarif.ts';
import { formatText } from '../src/lint/output/text.ts';
import { isFolder, listFiles, readText, toSlashes } from '../src/lint/site/files.node.ts';

const usage = `npm run lint -- [paths...|-] [options]
  --k8s 1.36                          Kubernetes minor (${minors()[0]}-${minors().at(-1)})
  --format text|json|sarif|github     output (text)
  --locale ja|en                      language of messages (ja)
  --list-rules                        every rule
  --explain ID                        what a rule means`;

const formats = ['text', 'json', 'sarif', 'github'] as const;

/** A mistake of the caller: one sentence, exit code 2. */
class UsageError extends Error {}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof UsageError || (error instanceof Error && 'code' in error);
  console.error(expected && error instanceof Error ? `lint: ${error.message}` : error);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const locale = oneOf('--locale', values.locale ?? 'ja', locales);
  const format = oneOf('--format', values.format ?? 'text', formats);
  if (values.help) return print(usage);
  if (values['list-rules']) return print(listRules(locale, format));
  if (values.explain !== undefined) return print(explain(values.explain, locale));
  const k8s = values.k8s === undefined ? undefined : oneOf('--k8s', values.k8s, minors());
  const report =
    positionals.length > 0 ? lintPaths(positionals, k8s, locale) : await lintWholeSite(k8s, locale);
  print(formatReport(report, format, locale));
  return report.findings.some(({ level }) => level === 'error') ? 1 : 0;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        k8s: { type: 'string' },
        format: { type: 'string' },
        locale: { type: 'string' },
        'list-rules': { type: 'boolean' },
        explain: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}

function oneOf<Value extends string>(option: string, value: string, allowed: readonly Value[]): Value {
  const found = allowed.find(item => item === value);
  if (found === undefined) throw new UsageError(`${option} ${value}: choose one of ${allowed.join(', ')}`);
  return found;
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function formatReport(report: Report, format: (typeof formats)[number], locale: Locale): string {
  switch (format) {
    case 'json':
      return formatJson(report);
    case 'sarif':
      return formatSarif(report.findings, locale);
    case 'github':
      return formatGithub(report.findings);
    default:
      return formatText(report, minors(), locale, process.stdout.isTTY && !process.env.NO_COLOR);
  }
}

async function lintWholeSite(k8s: string | undefined, locale: Locale): Promise<Report> {
  // Only this mode needs the MDX parser and the site's schemas.
  const { lintSite } = await import('../src/lint/site.node.ts');
  const site = await lintSite(resolve(import.meta.dirname, '..'), {
    locale,
    k8s: k8s === undefined ? undefined : [k8s],
  });
  return { findings: site.findings, files: [...site.manifests, ...site.fences], k8s: site.k8s.join(', ') };
}

/** Files and folders of anybody: each file is checked by itself. */
function lintPaths(paths: string[], minor: string | undefined, locale: Locale): Report {
  const k8s = minor ?? minors().at(-1) ?? '';
  const findings: Finding[] = [];
  const files: Report['files'][number][] = [];
  for (const path of new Set(paths.flatMap(expandPath))) {
    const file = path === '-' ? '-' : toSlashes(relative('', path)) || path;
    const text = path === '-' ? decodeStandardInput() : readText(path);
    if (text === undefined) findings.push(notUtf8(file, locale));
    else findings.push(...lintText(text, { file, k8s, locale }).findings);
    files.push({ file, validMinors: text === undefined ? [] : validMinors(text) });
  }
  return { findings: findings.sort(compareFindings), files, k8s };
}

function expandPath(path: string): string[] {
  if (path === '-' || !isFolder(path)) return [path];
  return listFiles(path, /\.(ya?ml|json)$/).map(name => join(path, name));
}

function decodeStandardInput(): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(0));
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function notUtf8(file: string, locale: Locale): Finding {
  const place = { file, line: 1, column: 1, endLine: 1, endColumn: 1, document: 0 };
  const words = describe({ message: 'encoding', params: {} }, locale);
  return { ...place, level: 'error', rule: 'file/encoding', path: '', ...words };
}

function listRules(locale: Locale, format: string): string {
  const documented = documentedRules();
  if (format === 'json')
    return JSON.stringify(
      documented.map(({ id, level, doc }) => ({ id, level, ...doc[locale], source: doc.source })),
    );
  const width = Math.max(...documented.map(({ id }) => id.length));
  return documented
    .map(({ id, level, doc }) => `${id.padEnd(width)}  ${level.padEnd(7)}  ${doc[locale].title}`)
    .join('\n');
}

function explain(id: string, locale: Locale): string {
  const documented = documentedRules();
  const rule = documented.find(other => other.id === id);
  if (!rule) {
    const near = nearest(
      id,
      documented.map(other => other.id),
    );
    throw new UsageError(`no rule ${id}${near ? `; did you mean ${near}?` : ''} (--list-rules shows all)`);
  }
  const { title, why, remedy } = rule.doc[locale];
  return `${id} (${rule.level}): ${title}\n${why}\n${remedy}\n${rule.doc.source}`;
}
