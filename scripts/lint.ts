#!/usr/bin/env node
/**
 * Checks Kubernetes manifests: `npm run --silent lint -- [paths...|-]`. Without paths, everything that the site
 * publishes. Only the report is on standard output. Exit code 0: no error; 1: errors were found; 2: the run could not
 * do what was asked (usage, missing or unreadable file, unknown minor): one sentence on standard error.
 */
import { resolve } from 'node:path';
import { type Locale, minors } from '../src/lint/index.ts';
import { formatGithub } from '../src/lint/output/github.ts';
import { formatJson, type Report } from '../src/lint/output/json.ts';
import { formatSarif } from '../src/lint/output/sarif.ts';
import { formatText } from '../src/lint/output/text.ts';
import { type Format, localeOf, readArguments } from './lint/arguments.ts';
import { Mistake, sentence, usage } from './lint/words.ts';

const args = process.argv.slice(2);
const locale = localeOf(args);
// npm runs scripts in the project's folder; paths are those of the caller.
if (process.env['npm_lifecycle_event'] === 'lint') process.chdir(process.env['INIT_CWD'] ?? '.');
// `lint | head` closes the pipe early; nobody wants to hear of it.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Mistake ? `lint: ${sentence(error, locale)}` : error);
  process.exitCode = 2;
}

async function main(): Promise<number> {
  const { paths, k8s, format, set, help, listRules, explain } = readArguments(args);
  if (help) return print(usage(locale));
  if (listRules || explain !== undefined) {
    // Only these two need the words about rules.
    const rules = await import('./lint/rules.ts');
    const json = format === 'json';
    return print(
      explain === undefined ? rules.listRules(locale, json) : rules.explainRule(explain, locale, json),
    );
  }
  const report = paths.length > 0 ? await lintPaths() : await lintWholeSite(k8s);
  print(formatReport(report, format, locale));
  return report.findings.some(({ level }) => level === 'error') ? 1 : 0;

  async function lintPaths(): Promise<Report> {
    const { checkPaths } = await import('./lint/check.ts');
    return checkPaths(paths, { k8s, locale, set });
  }
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

function formatReport(report: Report, format: Format, words: Locale): string {
  switch (format) {
    case 'json':
      return formatJson(report);
    case 'sarif':
      return formatSarif(report.findings, words);
    case 'github':
      return formatGithub(report.findings);
    default:
      return formatText(report, minors(), words, process.stdout.isTTY && !process.env['NO_COLOR']);
  }
}

async function lintWholeSite(k8s: string[] | undefined): Promise<Report> {
  // Only this mode needs the MDX parser.
  const { lintSite } = await import('../src/lint/site.node.ts');
  const site = await lintSite(resolve(import.meta.dirname, '..'), { locale, k8s });
  return { findings: site.findings, files: [...site.manifests, ...site.fences], k8s: site.k8s.join(', ') };
}
