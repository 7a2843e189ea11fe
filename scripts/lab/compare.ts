import type { Recorded } from './run-sessions.ts';

/** Lines in which two recordings of a session differ, one message a step: chance that nothing has normalised yet, or a change. */
export function differences(id: string, first: Recorded['steps'], second: Recorded['steps']): string[] {
  const steps = Array.from({ length: Math.max(first.length, second.length) }, (_, index) => index);
  return steps.flatMap(index => {
    const [one, two] = [first[index], second[index]];
    if (one && two && one.run === two.run && one.output === two.output && one.exit === two.exit) return [];
    const [a, b] = one?.run === two?.run ? [linesOf(one), linesOf(two)] : [[one?.run], [two?.run]];
    const lines = Array.from({ length: Math.max(a.length, b.length) }, (_, line) => [a[line], b[line]])
      .filter(([x, y]) => x !== y)
      .flatMap(([x, y]) => [`  1: ${x ?? '(no line)'}`, `  2: ${y ?? '(no line)'}`]);
    return [`${id}: two recordings differ: ${(one ?? two)?.run}\n${lines.slice(0, 12).join('\n')}`];
  });
}

const linesOf = (step: Recorded['steps'][number] | undefined) =>
  step ? [...step.output.split('\n'), `(exit status ${step.exit})`] : [];
