import words from '../data/words.json' with { type: 'json' };
import type { Wanted } from '../messages/params.ts';
import { type CheckContext, commandName, uses } from './context.ts';
import { runsInContainer } from './flags.ts';

const required: Record<string, string[] | undefined> = words.requiredFlags;
/** The words of the data file are those of the type; the JSON module only says `string`. */
const wanted = words.wantedWords as Record<string, Wanted | undefined>;

/** Names and flags without which kubectl stops before it asks the server. */
export function checkArguments({ invocation, report }: CheckContext): void {
  const { node, plain, dashAt, partial, help, issues, commandWords } = invocation;
  const last = commandWords.at(-1);
  if (help || !last || issues.length > 0) return;
  const command = commandName(invocation);
  const own = plain.slice(0, dashAt);
  const extra = own[1];
  if (/^create ./.test(node.path) && node.children.size === 0 && extra) {
    const separator = runsInContainer.has(node.path) && dashAt === undefined;
    report('kubectl/arguments', extra, 'names-many', { command, word: extra.text, separator });
  }
  if (partial) return;
  const kind = /^create ./.test(node.path) && node.children.size === 0 ? 'name' : wanted[node.path];
  if (
    kind &&
    own.length === 0 &&
    !uses(invocation, 'filename', 'kustomize', 'raw', 'all', 'current', 'selector')
  )
    report('kubectl/arguments', last, 'names-none', { command, wanted: kind });
  for (const group of required[node.path] ?? []) {
    const names = group.split(' ');
    if (!uses(invocation, ...names, 'filename', 'kustomize', 'raw'))
      report('kubectl/arguments', last, 'flag-required', { command, flags: names.map(name => `--${name}`) });
  }
}
