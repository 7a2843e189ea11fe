import { parseAllDocuments } from 'yaml';
import type { Manifests } from '../fence.ts';
import type { Finding } from '../finding.ts';
import { readSource } from '../source.ts';
import { at, list, record, string } from '../topology/kube.ts';
import { PLACE } from './fill.ts';

/** Lists whose items have names that a picture may show. */
const NAMED = ['containers', 'initContainers', 'volumes', 'volumeClaimTemplates'];
const PORTS = ['port', 'targetPort', 'nodePort', 'containerPort', 'hostPort'];

const WORD = /[A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?/g;

/** `%% by hand: 8080 …`: why a word that a manifest also has is not that manifest's. */
const DECLARED = /^\s*%% by hand: (\S+) \S/;

/**
 * Names and ports of the chapter's manifests that a drawn diagram repeats instead of taking them from their fields: those drift.
 * @param set The folder of the chapter's manifests.
 */
export function findByHand(body: string, set: string, manifests: Manifests): Finding[] {
  const facts = factsOf([...manifests].flatMap(([path, text]) => (path.startsWith(`${set}/`) ? text : [])));
  const declared = new Map<string, number>();
  const findings: Finding[] = [];
  const lines = body.replace(PLACE, ' ').split('\n');
  for (const [index, line] of lines.entries()) {
    const word = DECLARED.exec(line)?.[1];
    if (word) declared.set(word, index + 1);
  }
  const found = new Set<string>();
  for (const { line, text } of shownTexts(lines)) {
    for (const [word] of text.matchAll(WORD)) {
      const fact = beginnings(word).find(name => facts.has(name));
      if (!fact) continue;
      found.add(fact);
      if (!declared.has(fact)) findings.push({ line, ...repeated(fact) });
    }
  }
  for (const [word, line] of declared) if (!found.has(word)) findings.push({ line, ...unneeded(word) });
  return findings;
}

/** A word, and what it may be made of: `web-0.web` begins with the name `web`. */
const beginnings = (word: string) => [
  word,
  ...[...word.matchAll(/[.-]/g)].map(({ index }) => word.slice(0, index)),
];

const repeated = (word: string) => ({
  what: `図に「${word}」が手で書いてあります。`,
  why: 'この章のマニフェストにある名前かポートです。マニフェストが変わると、図だけが古くなります。',
  fix: `\`{{metadata.name}}\` のようにフィールドで書いてください。別のものなら \`%% by hand: ${word} 理由\` の行を足してください。`,
});

const unneeded = (word: string) => ({
  what: `「%% by hand: ${word}」は要りません。`,
  why: '図にその文字がないか、この章のマニフェストにない文字です。',
  fix: 'この行を消してください。',
});

/** What a reader sees of a drawn diagram, with the line it is on; the description counts as one line. */
function shownTexts(lines: readonly string[]): { line: number; text: string }[] {
  const { title, description, code } = readSource(lines.join('\n'));
  const lineOf = (key: string) => lines.findIndex(line => line.trimStart().startsWith(key)) + 1;
  return [
    { line: lineOf('accTitle'), text: title },
    { line: lineOf('accDescr'), text: description },
    ...code.map(({ line, text }) => ({ line, text: labelsOf(text) })),
  ];
}

/** Labels between quotes in a flowchart; names and messages of a sequence. */
function labelsOf(line: string): string {
  const quoted = [...line.matchAll(/"([^"]*)"/g)].map(([, label = '']) => label.replace(/<br\/?>/g, ' '));
  return quoted.length > 0 ? quoted.join(' ') : (/(?:\sas\s|:\s)(.*)$/.exec(line)?.[1] ?? '');
}

/** Names of objects, containers and volumes, and numbers of ports. */
function factsOf(texts: readonly string[]): Set<string> {
  const facts = new Set<string>();
  const walk = (node: unknown): void => {
    for (const item of list(node)) walk(item);
    for (const [key, value] of Object.entries(record(node))) {
      if (PORTS.includes(key) && typeof value === 'number') facts.add(String(value));
      if (NAMED.includes(key)) for (const item of list(value)) facts.add(nameOf(item));
      walk(value);
    }
  };
  for (const document of texts.flatMap(text => parseAllDocuments(text, { logLevel: 'silent' }))) {
    if (document.errors.length > 0) continue;
    const object: unknown = document.toJS();
    facts.add(nameOf(object));
    walk(object);
  }
  return facts;
}

const nameOf = (item: unknown) => string(at(item, 'name')) || string(at(item, 'metadata', 'name'));
