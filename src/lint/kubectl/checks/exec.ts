import { type CheckContext, commandName, uses } from './context.ts';

/** `kubectl exec POD COMMAND` stopped working in 1.31; before, it printed a warning. */
const separatorSince = 31;

/** The `--` between kubectl's own words and the command for the container. */
export function checkExec({ invocation, command, k8s, report }: CheckContext): void {
  const { node, plain, dashAt, partial, help } = invocation;
  if (node.path !== 'exec' || help || command.open) return;
  const target = uses(invocation, 'filename') ? 0 : 1;
  const word = plain[target];
  if (dashAt === undefined && word) {
    const level = Number(k8s.slice(2)) >= separatorSince ? 'error' : 'warning';
    report(
      'kubectl/exec-separator',
      word,
      'exec-separator',
      { command: commandName(invocation), word: word.text, example: example(invocation) },
      level,
    );
  } else if (dashAt !== undefined && dashAt > target && word)
    report('kubectl/exec-separator', word, 'exec-late-separator', { word: word.text }, 'warning');
  else if (!partial && plain.length <= (dashAt ?? target) && plain.length >= target) {
    const last = invocation.commandWords.at(-1);
    if (last) report('kubectl/exec-separator', last, 'exec-no-command', { command: commandName(invocation) });
  }
}

/** The same command with `--` where it belongs, stand-ins spelt out. */
function example({ plain, flags }: CheckContext['invocation']): string {
  const letters = flags.filter(({ flag }) => flag.optional && flag.short).map(({ flag }) => flag.short);
  const own = flags.flatMap(({ flag, value }) =>
    value && !flag.optional ? [flag.short ? `-${flag.short}` : `--${flag.name}`, value.text] : [],
  );
  const options = [...(letters.length > 0 ? [`-${letters.join('')}`] : []), ...own];
  const [pod, ...command] = plain.map(({ text }) => text);
  return ['kubectl exec', ...options, pod, '--', ...command].join(' ');
}
