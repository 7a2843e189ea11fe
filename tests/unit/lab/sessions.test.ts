import { expect, test } from 'vitest';
import { root } from '../../../scripts/lib/run.ts';
import { readData } from '../../../src/checks/data.node.ts';
import { parseScript } from '../../../src/lint/kubectl/shell/parse.ts';

const { sessions, errata } = readData(root, []);

/** Words that a shell takes for a pattern of file names. zsh, unlike bash, refuses a command whose pattern matches nothing. */
function patterns(command: string): string[] {
  return parseScript(command)
    .words.filter(({ glob }) => glob)
    .map(({ text }) => text);
}

test.each([
  { command: 'kubectl get node -o custom-columns=TAINT:.spec.taints[*].key', found: 1 },
  { command: 'curl http://echo.example.com/echo?msg=hello > a*', found: 2 },
  { command: "kubectl get node -o custom-columns='TAINT:.spec.taints[*].key'", found: 0 },
  { command: 'curl "http://$NODE_IP:30060/echo?msg=hello"', found: 0 },
])('$found words of $command are patterns', ({ command, found }) => {
  expect(patterns(command)).toHaveLength(found);
});

test('no command that readers type has an unquoted [, ? or *', () => {
  const typed = [...sessions].flatMap(([chapter, { sessions }]) =>
    sessions.flatMap(({ id, steps }) =>
      steps.filter(({ hidden }) => !hidden).map(({ run }) => ({ where: `${chapter}/${id}`, run })),
    ),
  );
  const corrected = [...errata].flatMap(([where, { now }]) =>
    now.as === 'command' ? [{ where, run: now.text }] : [],
  );
  const all = [...typed, ...corrected];
  expect(all.length).toBeGreaterThan(300);
  expect(all.filter(({ run }) => patterns(run).length > 0)).toEqual([]);
});
