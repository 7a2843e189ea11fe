import type { Expectation } from '../expectations.ts';
import type { MessageId, MessageParams } from '../messages/params.ts';
import { nearest } from '../near.ts';
import type { Suppression } from '../suppress.ts';

/** What the words after ```` ```yaml ```` ask for. */
export interface FenceOptions {
  /** Minors to check; left out, those that upstream supports. */
  k8s?: string[];
  expect: Expectation[];
  /** Fences of one set are looked at together. */
  set?: string;
  fragment?: string;
  /** Rules that are not to speak of the fence, and why. */
  quiet?: Suppression[];
  /** Why the fence is not checked. */
  off?: string;
  problems: FenceProblem[];
}

type SiteMessage = 'fence-option' | 'fence-reason' | 'fence-minor';

export type FenceProblem = {
  [Id in SiteMessage & MessageId]: { message: Id; params: MessageParams[Id] };
}[SiteMessage & MessageId];

const names = ['k8s', 'expect', 'set', 'fragment', 'lint', 'off'];

/**
 * Reads `k8s=1.20,1.36 expect=api/removed,schema/type@spec.replicas set=todo fragment=Pod:spec.containers` and
 * `off=image/tag,ref/key@spec.containers reason` or `lint=off reason`, which come last. Words without `=` belong to the highlighter; a misspelt option is a problem.
 */
export function parseFenceOptions(meta: string, known: readonly string[]): FenceOptions {
  const options: FenceOptions = { expect: [], problems: [] };
  const off = /(?:^|\s)(?:lint=off|off=(\S+))(?:\s+(.*))?$/.exec(meta);
  if (off) {
    const [, rules, words = ''] = off;
    const reason = words.trim();
    if (rules === undefined) options.off = reason;
    else options.quiet = rules.split(',').map(rule => ({ ...parseExpectation(rule), reason }));
    if (reason === '') options.problems.push({ message: 'fence-reason', params: {} });
  }
  for (const word of meta.slice(0, off?.index).split(/\s+/)) {
    const match = /^([\w-]+)=(.+)$/.exec(word);
    if (!match) continue;
    const [, name = '', value = ''] = match;
    if (name === 'set') options.set = value;
    else if (name === 'fragment') options.fragment = value;
    else if (name === 'expect') options.expect.push(...value.split(',').map(parseExpectation));
    else if (name === 'k8s') readMinors(value, known, options);
    else {
      const near = nearest(name, names);
      // Other words with `=` (title="…") are not ours; only what looks like a slip is a problem.
      if (near)
        options.problems.push({ message: 'fence-option', params: { option: word, near: `${near}=` } });
    }
  }
  return options;
}

function parseExpectation(text: string): Expectation {
  const [rule = '', path] = text.split('@');
  return path === undefined ? { rule } : { rule, path };
}

/** `1.20`, `1.20,1.36` or `1.22-1.36`. */
function readMinors(value: string, known: readonly string[], options: FenceOptions): void {
  const minors = value.split(',').flatMap(part => {
    const [first = '', last = first] = part.split('-');
    const [from, to] = [known.indexOf(first), known.indexOf(last)];
    return from < 0 || to < from ? [] : known.slice(from, to + 1);
  });
  const range = `${known[0]}-${known.at(-1)}`;
  if (minors.length === 0)
    options.problems.push({ message: 'fence-minor', params: { minor: value, known: range } });
  else options.k8s = minors;
}
