import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isCollection, parseAllDocuments, visit } from 'yaml';
import { diffLines } from '../registry/diff.ts';
import { type Finding, lintText, minors } from './index.ts';
import { commandDocs } from './kubectl/docs.ts';
import { type CommandRuleId, commandRules, lintCommand } from './kubectl/index.ts';
import type { Locale } from './messages/index.ts';
import { lintSite } from './site.node.ts';

/** A text that shows a rule, and what the rule says of it: something of a bad one, nothing of a good one. */
export interface Example {
  text: string;
  language: 'yaml' | 'json' | 'bash' | 'text';
  /** Minor that it is checked for; undefined for what does not depend on one. */
  k8s: string | undefined;
  /** Findings of the rule, with places in `text`. */
  findings: Pick<Finding, 'line' | 'path' | 'message' | 'hint'>[];
}

export interface Examples {
  bad: Example;
  good: Example;
}

/**
 * The examples of a rule, from its own fixtures: of all bad and good ones, those two that differ least.
 * @param root The project's root. Undefined when the rule has no fixtures.
 */
export async function ruleExamples(root: string, id: string, locale: Locale): Promise<Examples | undefined> {
  const fixtures = join(root, 'tests/fixtures');
  const folder = id.replace('/', '-');
  const command = commandRules.find(rule => rule.id === id);
  if (command) return commandExamples(command.id, locale);
  if (existsSync(join(fixtures, 'lint', folder)))
    return pairOfFolder(join(fixtures, 'lint', folder), id, locale);
  if (existsSync(join(fixtures, 'lint-sets', `${id}.bad.yaml`))) {
    const example = (state: string) =>
      manifestExample(inBlocks(read(join(fixtures, 'lint-sets', `${id}.${state}.yaml`))), id, newest, locale);
    return { bad: example('bad'), good: example('ok') };
  }
  if (!existsSync(join(fixtures, 'lint-site', folder))) return undefined;
  const example = (state: string) => siteExample(join(fixtures, 'lint-site', folder, state), id, locale);
  return { bad: await example('bad'), good: await example('ok') };
}

const newest = minors().at(-1) ?? '';

/** The minor in a fixture's name, `bad-plain-1.30.yaml`; the newest when there is none. */
export function minorOfFixture(name: string): string {
  return /-(\d+\.\d+)\.yaml$/.exec(name)?.[1] ?? newest;
}

function read(path: string): string {
  return new TextDecoder().decode(readFileSync(path));
}

function pairOfFolder(folder: string, id: string, locale: Locale): Examples | undefined {
  const files = readdirSync(folder)
    .filter(name => /^(bad|ok)-.*\.yaml$/.test(name))
    .sort()
    .map(name => ({ name, text: read(join(folder, name)), lines: read(join(folder, name)).split('\n') }));
  const pairs = files
    .filter(({ name }) => name.startsWith('bad-'))
    .flatMap(bad =>
      files
        .filter(({ name }) => name.startsWith('ok-'))
        .map(good => {
          const changes = diffLines(bad.lines, good.lines).filter(({ kind }) => kind !== 'same').length;
          return { bad, good, distance: changes * 100 + bad.lines.length };
        }),
    );
  const [best] = pairs.sort((a, b) => a.distance - b.distance);
  if (!best) return undefined;
  const example = ({ name, text }: typeof best.bad) =>
    manifestExample(text, id, minorOfFixture(name), locale);
  return { bad: example(best.bad), good: example(best.good) };
}

function manifestExample(text: string, id: string, k8s: string, locale: Locale): Example {
  const { findings } = lintText(text, { file: '', k8s, locale });
  return { text, language: 'yaml', k8s, findings: findings.filter(({ rule }) => rule === id) };
}

/** Fixtures of sets are terse: comments at the top for the test, and flow style. Readers get blocks. */
function inBlocks(text: string): string {
  const documents = parseAllDocuments(text.replace(/^(?:#.*\n)+/, ''));
  return documents
    .map(document => {
      visit(document, {
        Collection(_, node) {
          if (isCollection(node) && node.items.length > 0) node.flow = false;
        },
      });
      return document.toString({ lineWidth: 0 }).replace(/^---\n/, '');
    })
    .join('---\n');
}

function commandExamples(id: CommandRuleId, locale: Locale): Examples {
  const example = (text: string): Example => ({
    text: `${text}\n`,
    language: 'bash',
    k8s: newest,
    findings: lintCommand(text, { k8s: newest, files: ['services/clusterip.yaml'], locale })
      .filter(({ rule }) => rule === id)
      .map(({ line, message, hint }) => ({ line, path: '', message, ...(hint && { hint }) })),
  });
  const { bad, good } = commandDocs[id];
  return { bad: example(bad), good: example(good) };
}

/** A little site; its text is that of the file which `shown.txt` names. */
async function siteExample(root: string, id: string, locale: Locale): Promise<Example> {
  const file = read(join(root, 'shown.txt')).trim();
  const { findings } = await lintSite(root, { locale });
  const language = file.endsWith('.json') ? 'json' : file.endsWith('.yaml') ? 'yaml' : 'text';
  return {
    text: read(join(root, file)),
    language,
    k8s: undefined,
    findings: findings.filter(({ rule }) => rule === id),
  };
}
