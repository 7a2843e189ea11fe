import type { Recorded } from './run-sessions.ts';

/**
 * Lines in which two recordings of a session differ, one message a step: chance that nothing has normalised yet, or a change.
 * @param varies Patterns of the values of each step that are measured, and so may differ.
 */
export function differences(
  id: string,
  first: Recorded['steps'],
  second: Recorded['steps'],
  varies: readonly (readonly string[])[] = [],
): string[] {
  const steps = Array.from({ length: Math.max(first.length, second.length) }, (_, index) => index);
  return steps.flatMap(index => {
    const [one, two] = [first[index], second[index]];
    const patterns = varies[index] ?? [];
    const [a, b] =
      one?.run === two?.run ? [linesOf(one, patterns), linesOf(two, patterns)] : [[one?.run], [two?.run]];
    const lines = Array.from({ length: Math.max(a.length, b.length) }, (_, line) => [a[line], b[line]])
      .filter(([x, y]) => x !== y)
      .flatMap(([x, y]) => [`  1: ${x ?? '(no line)'}`, `  2: ${y ?? '(no line)'}`]);
    if (lines.length === 0) return [];
    return [`${id}: two recordings differ: ${(one ?? two)?.run}\n${lines.slice(0, 12).join('\n')}`];
  });
}

function linesOf(step: Recorded['steps'][number] | undefined, varies: readonly string[]): string[] {
  return step ? [...steady(step.output, varies).split('\n'), `(exit status ${step.exit})`] : [];
}

/** The output without measured values, and without the blanks by which they widen a table. */
function steady(output: string, varies: readonly string[]): string {
  const masked = varies.reduce((text, pattern) => text.replace(new RegExp(pattern, 'g'), '…'), output);
  return varies.length === 0 ? output : masked.replace(/ +/g, ' ');
}
