import type { Recorded } from './run-sessions.ts';

/** Lines in which two recordings of a session differ, one message a step: chance that nothing has normalised yet. */
export function differences(id: string, first: Recorded['steps'], second: Recorded['steps']): string[] {
  return first.flatMap(({ run, output, exit }, index) => {
    const other = second[index];
    if (other && other.output === output && other.exit === exit) return [];
    const [a, b] = [output.split('\n'), (other?.output ?? '').split('\n')];
    const lines = Array.from({ length: Math.max(a.length, b.length) }, (_, line) => [a[line], b[line]])
      .filter(([one, two]) => one !== two)
      .flatMap(([one, two]) => [`  1: ${one ?? '(no line)'}`, `  2: ${two ?? '(no line)'}`]);
    return [`${id}: two recordings differ: ${run}\n${lines.slice(0, 12).join('\n')}`];
  });
}
