import { type CheckContext, flagValue, uses } from './context.ts';

/** Commands that work, but not as their author thinks. */
export function checkHabits({ invocation, report, command }: CheckContext): void {
  const { node, flags, plain, help } = invocation;
  const selectors = flags.filter(({ flag, value }) => flag.name === 'selector' && flag.type === 's' && value);
  const [last, first] = selectors.toReversed();
  if (first?.value && last?.value)
    report('kubectl/selector-twice', last.name, 'selector-twice', {
      first: first.value.text,
      last: last.value.text,
    });

  for (const { flag, name, value } of flags) {
    if (flag.name !== 'dry-run' || flag.type !== 's') continue;
    const next = plain.find(word => word.start > name.end && /^(client|server|none)$/.test(word.text));
    if (value && /^(true|false|1|0|t|f)$/i.test(value.text))
      report('kubectl/dry-run', name, 'dry-run-bool', { value: value.text });
    else if (!value && next) report('kubectl/dry-run', next, 'dry-run-space', { value: next.text });
    else if (!value) report('kubectl/dry-run', name, 'dry-run-bare', {});
  }

  const restart = flags.findLast(({ flag }) => flag.name === 'restart');
  if (node.path === 'run' && restart?.value?.text === 'OnFailure' && !help)
    report('kubectl/run-restart', restart.name, 'run-restart', { restart: restart.value.text });

  const selector = flags.find(({ flag }) => flag.name === 'selector');
  const limited =
    uses(invocation, 'tail', 'since', 'since-time', 'follow') || flagValue(invocation, 'limit-bytes');
  if (node.path === 'logs' && selector && !limited && !command.open)
    report('kubectl/logs-tail', selector.name, 'logs-tail', {});
}
