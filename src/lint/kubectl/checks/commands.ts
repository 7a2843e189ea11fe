import { nearest } from '../../near.ts';
import words from '../data/words.json' with { type: 'json' };
import { hasHole } from '../shell/word.ts';
import { minorsWith } from '../table.ts';
import { type CheckContext, commandName } from './context.ts';

/** Commands that have subcommands and also work alone. */
const worksAlone = new Set(['', 'apply', 'cluster-info', 'create', 'help', 'options', 'alpha']);

/** Does the command exist? Returns false when the rest of the line cannot be judged. */
export function checkCommand({ command, invocation, report }: CheckContext): boolean {
  const { program, node, plain, partial, help, dashAt } = invocation;
  if (/^(help|completion|options|plugin)( |$)/.test(node.path)) return false;
  if (node.children.size === 0) return true;
  const word = dashAt === 0 ? undefined : plain[0];
  if (!word) {
    const needsMore = node.path && !worksAlone.has(node.path) && !partial && !help && program.complete;
    const last = invocation.commandWords.at(-1);
    if (needsMore && last && invocation.issues.length === 0)
      report(
        rule(program.name),
        last,
        'command-incomplete',
        {
          command: commandName(invocation),
          choices: namesOf(invocation),
        },
        'warning',
      );
    return true;
  }
  if (node.path === 'apply' || node.path === 'cluster-info') return true;
  if (hasHole(word)) return false;
  if (!node.path && program.name === 'kubectl' && words.plugins.includes(word.text)) return false;
  const [early] = command.args;
  if (!node.path && early?.text.startsWith('-') && node.children.has(word.text)) {
    report(rule(program.name), early, 'flag-early', {
      flag: early.text,
      command: `${program.name} ${word.text}`,
    });
    return false;
  }
  const near = nearest(word.text, node.children.keys());
  const path = `${node.path} ${word.text}`.trim();
  const minors = program.name === 'kubectl' ? minorsWith(path) : '';
  // A first word that is unknown and like nothing else may be a plugin, where the table is not complete.
  if (!program.complete && !near) return false;
  report(rule(program.name), word, 'command-unknown', {
    command: commandName(invocation),
    word: word.text,
    near,
    minors,
    minor: program.minor,
  });
  return false;
}

const rule = (program: string) => (program === 'kubectl' ? 'kubectl/command' : 'command/tool');

function namesOf({ node }: CheckContext['invocation']): string[] {
  return [...new Set([...node.children.values()].map(({ path }) => path.split(' ').at(-1) ?? ''))];
}
