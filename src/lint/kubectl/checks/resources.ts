import { nearest } from '../../near.ts';
import advice from '../data/advice.json' with { type: 'json' };
import words from '../data/words.json' with { type: 'json' };
import type { Both } from '../messages/params.ts';
import { hasHole, slice, type Word } from '../shell/word.ts';
import { resourceWords } from '../table.ts';
import { type CheckContext, uses } from './context.ts';

const goneAdvice: Record<string, (Both & { since: string }) | undefined> = advice.resources;
const customWords: ReadonlySet<string> = new Set(
  Object.values(words.customResources).flatMap(text => text.split(' ')),
);

/** Where a command takes a resource: `type` = TYPE NAME or TYPE/NAME, `slash` = POD or TYPE/NAME, `field` = TYPE.field. */
type Takes = 'type' | 'slash' | 'field' | 'verb';
const takes: Record<string, Takes> = {
  ...Object.fromEntries(words.takesType.map(path => [path, 'type'])),
  ...Object.fromEntries(words.takesSlash.map(path => [path, 'slash'])),
  'auth can-i': 'verb',
  explain: 'field',
};

/** Nobody lists more types in one command. */
const mostTypes = 50;

/** Words for resource types that no server knows. */
export function checkResources(context: CheckContext): void {
  const { invocation } = context;
  const { node, plain, dashAt } = invocation;
  const how = takes[node.path];
  if (!how || uses(invocation, 'filename', 'kustomize', 'raw', 'list')) return;
  const own = plain.slice(0, dashAt);
  if (how === 'verb') {
    const [, type] = own;
    if (type && !type.text.startsWith('/') && !type.text.includes('.')) checkType(context, head(type, /\//));
  } else if (how === 'field') {
    if (own[0] && !uses(invocation, 'api-version')) checkType(context, head(own[0], /[./]/));
  } else if (own[0]?.text.includes('/')) checkPairs(context, how === 'type' ? own : own.slice(0, 1));
  else if (own[0] && how === 'type')
    for (const type of splitAt(own[0], ',').slice(0, mostTypes)) checkType(context, type);
}

/** `deploy/web svc/web`: once one has a slash, all must have one. Changes such as `app=web` come after. */
function checkPairs(context: CheckContext, own: readonly Word[]): void {
  for (const word of own.slice(0, mostTypes)) {
    if (!word.text.includes('/')) {
      const isChange = /[=:]|-$/.test(word.text) || hasHole(word);
      const takesMore = /^(?:set|label|annotate|taint|cp|port-forward)/.test(context.invocation.node.path);
      if (isChange || takesMore) return;
      context.report('kubectl/resource', word, 'resource-mixed', { word: word.text });
    } else checkType(context, head(word, /\//));
  }
}

function checkType({ invocation, report, k8s }: CheckContext, word: Word): void {
  const text = word.text.toLowerCase();
  // A dot leads to a group; capitals alone are a stand-in (TYPE); the server may know more than the built-in types.
  if (hasHole(word) || !/^[a-z]+$/.test(text) || /^[A-Z]{3,}$/.test(word.text) || customWords.has(text))
    return;
  const known = resourceWords(invocation.program.minor);
  if (known.has(text) || text === 'all') return;
  const gone = Object.hasOwn(goneAdvice, text) ? goneAdvice[text] : undefined;
  if (gone) {
    const isGone = Number(k8s.slice(2)) >= Number(gone.since.slice(2));
    if (isGone) report('kubectl/resource', word, 'resource-gone', { word: word.text, advice: gone });
    return;
  }
  const near = nearest(
    text,
    [...known.keys(), ...customWords].filter(candidate => candidate.length > 3),
  );
  // `auth can-i` itself only warns; and a word that is not clearly a misspelling may be a custom resource (`routes`).
  const isMisspelt = near !== undefined && (text.length > 7 || isOneEdit(text, near));
  const level = isMisspelt && invocation.node.path !== 'auth can-i' ? 'error' : 'warning';
  report('kubectl/resource', word, 'resource-unknown', { word: word.text, near }, level);
}

/** One letter more, one less, another one, or two neighbours swapped. */
function isOneEdit(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  const swapped = `${restA[1] ?? ''}${restA[0] ?? ''}${restA.slice(2)}`;
  return (
    restA.slice(1) === restB.slice(1) ||
    restA === restB.slice(1) ||
    restA.slice(1) === restB ||
    swapped === restB
  );
}

function head(word: Word, separator: RegExp): Word {
  const end = word.text.search(separator);
  return end < 0 ? word : slice(word, 0, end);
}

function splitAt(word: Word, separator: string): Word[] {
  let from = 0;
  return word.text.split(separator).map(part => {
    const piece = slice(word, from, from + part.length);
    from += part.length + 1;
    return piece;
  });
}
