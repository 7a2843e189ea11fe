import { nearest } from '../../near.ts';
import advice from '../data/advice.json' with { type: 'json' };
import type { Both } from '../messages/params.ts';
import type { FlagIssue, Invocation } from '../resolve.ts';
import { minorsWith } from '../table.ts';
import { type CheckContext, commandName } from './context.ts';

const flagAdvice: Record<string, Both | undefined> = advice.flags;

/** Commands whose last words are a command for the container: its flags need `--` in front. */
export const runsInContainer = new Set([
  'create cronjob',
  'create deployment',
  'create job',
  'debug',
  'exec',
  'run',
]);

/** Flags that do not exist, have no value, or are deprecated. */
export function checkFlags(context: CheckContext): void {
  const { invocation, report } = context;
  const { program, flags, node } = invocation;
  const isKubectl = program.name === 'kubectl';
  for (const issue of invocation.issues) {
    if (hiddenByMissingSeparator(invocation, issue)) continue;
    if (issue.kind === 'syntax')
      report(isKubectl ? 'kubectl/flag' : 'command/tool', issue.word, 'flag-syntax', {
        flag: issue.word.text,
      });
    else if (issue.kind === 'no-value')
      report(isKubectl ? 'kubectl/missing-value' : 'command/tool', issue.word, 'value-missing', {
        flag: asTyped(issue),
      });
    else reportUnknown(context, issue);
  }
  for (const { flag, name } of flags) {
    if (!flag.deprecated) continue;
    const command = commandName(invocation);
    // The tables of other tools only name the successor.
    const successor = { ja: `${flag.deprecated} を使います`, en: `Use ${flag.deprecated}.` };
    const known = isKubectl
      ? (flagAdvice[`${node.path} --${flag.name}`] ?? flagAdvice[`* --${flag.name}`])
      : successor;
    const level = flag.name === 'record' ? 'error' : 'warning';
    const params = {
      command,
      flag: `--${flag.name}`,
      minor: program.minor,
      reason: flag.deprecated,
      advice: known,
    };
    report(isKubectl ? 'kubectl/deprecated' : 'command/tool', name, 'flag-deprecated', params, level);
  }
}

const asTyped = ({ word, name }: FlagIssue): string =>
  word.text.startsWith('--') ? `--${name}` : `-${word.text.at(-1) ?? ''}`;

/** `kubectl exec web sh -c date`: the cause is the missing `--`, which has its own rule. */
function hiddenByMissingSeparator({ node, plain, dashAt }: Invocation, { after }: FlagIssue): boolean {
  return node.path === 'exec' && dashAt === undefined && plain.length > 1 && after > 1;
}

function reportUnknown({ invocation, report }: CheckContext, { kind, name, word, after }: FlagIssue): void {
  const { program, node, dashAt } = invocation;
  const isKubectl = program.name === 'kubectl';
  const rule = isKubectl ? 'kubectl/flag' : 'command/tool';
  const command = commandName(invocation);
  const flag = kind === 'unknown-letter' ? `-${name}` : `--${name}`;
  const near = kind === 'unknown-letter' ? nearLetter(invocation, name) : nearFlag(invocation, name);
  const known = flagAdvice[`${node.path} ${flag}`] ?? flagAdvice[`* ${flag}`];
  // Where the table is not complete, only a slip in a long flag of a command whose flags it knows can be told.
  if (!program.complete && (!near || kind === 'unknown-letter' || node.flags.size === 0)) return;
  if (isKubectl && known) report(rule, word, 'flag-removed', { command, flag, advice: known });
  else {
    const minors = isKubectl && kind === 'unknown-flag' ? minorsWith(node.path, name) : '';
    const separator = isKubectl && runsInContainer.has(node.path) && dashAt === undefined && after > 1;
    report(rule, word, 'flag-unknown', { command, flag, near, minors, minor: program.minor, separator });
  }
}

function nearFlag({ program, node }: Invocation, name: string): string | undefined {
  const near = nearest(name, [...node.flags.keys(), ...program.global.keys()]);
  return near && `--${near}`;
}

/** The same letter in the other case, or a long flag that was written with one dash. */
function nearLetter({ program, node }: Invocation, letter: string): string | undefined {
  const swapped = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase();
  const flags = [...node.flags.values(), ...program.global.values()];
  return flags.some(({ short }) => short === swapped) ? `-${swapped}` : undefined;
}
