import { describe, expect, test } from 'vitest';
import { differences } from '../../../scripts/lab/compare.ts';
import { Interrupted } from '../../../scripts/lab/error.ts';
import type { Shell } from '../../../scripts/lab/find.ts';
import { createNormalizer } from '../../../scripts/lab/normalize.ts';
import { runSessions } from '../../../scripts/lab/run-sessions.ts';
import { chapterSessions } from '../../../src/schemas/session.ts';

const substituted = { 'nginx:1.30.4': 'nginx:1.22.1', 'busybox:1.38.0': 'busybox:1.35' };

/** A lab in which commands answer as they are told, and Pods run these images. */
function fakeLab(
  answer: (command: string) => { output: string; exit: number; isLate?: boolean },
  images: () => string = () => '',
) {
  const commands: string[] = [];
  const lab: Shell = {
    run: async (command, isClearing = false) => {
      if (command.includes('field-selector metadata.namespace'))
        return { output: images(), exit: 0, isLate: false };
      commands.push(`${isClearing ? 'clearing: ' : ''}${command}`);
      return { isLate: false, ...answer(command) };
    },
    substituted,
    versions: async () => ({ client: '1.36.3', server: '1.36.3' }),
    isOwn: true,
  };
  return { lab, commands };
}

const normalize = createNormalizer(['web'], '2026-11-21');
const chapter = (steps: object[]) =>
  chapterSessions.parse({ sessions: [{ id: 'one', title: 'ひとつ', lab: 'node', steps }] });

describe('a recording', () => {
  test('names a substituted image only when it really ran, or was asked for', async () => {
    const { lab } = fakeLab(
      () => ({ output: 'ok', exit: 0 }),
      () => 'nginx:1.30.4 httpd:2',
    );
    const steps = [{ run: 'kubectl get pod' }];
    const first = await runSessions(chapter(steps), 'node', lab, normalize, []);
    expect(first.get('one')?.substituted).toEqual({ 'nginx:1.30.4': 'nginx:1.22.1' });
    const { lab: empty } = fakeLab(() => ({ output: 'ok', exit: 0 }));
    const gone = [{ run: 'kubectl run tmp --rm --image=busybox:1.38.0 -- true' }];
    const second = await runSessions(chapter(gone), 'node', empty, normalize, []);
    expect(second.get('one')?.substituted).toEqual({ 'busybox:1.38.0': 'busybox:1.35' });
    const none = await runSessions(chapter([{ run: 'kubectl version' }]), 'node', empty, normalize, []);
    expect(none.get('one')?.substituted).toEqual({});
  });

  test('keeps hidden steps and quiet output away', async () => {
    const { lab } = fakeLab(command => ({ output: `said ${command}`, exit: 0 }));
    const steps = [{ run: 'a', hidden: true }, { run: 'b', quiet: true }, { run: 'c' }];
    const recorded = await runSessions(chapter(steps), 'node', lab, normalize, []);
    expect(recorded.get('one')?.steps).toEqual([
      { run: 'b', output: '', exit: 0 },
      { run: 'c', output: 'said c', exit: 0 },
    ]);
  });

  test('sets again what an earlier step has assigned', async () => {
    const { lab, commands } = fakeLab(() => ({ output: '10.0.0.1', exit: 0 }));
    await runSessions(
      chapter([{ run: 'ADDR=$(kubectl get x)' }, { run: 'curl $ADDR' }]),
      'node',
      lab,
      normalize,
      [],
    );
    expect(commands.at(-1)).toBe("ADDR='10.0.0.1'\ncurl $ADDR");
  });

  test.each([
    {
      name: 'another exit status',
      step: { run: 'false', exit: 0 },
      exit: 1,
      words: 'exit status 1, expected 0',
    },
    {
      name: 'a missing pattern',
      step: { run: 'true', expect: ['Running'] },
      exit: 0,
      words: 'no match for /Running/',
    },
    {
      name: 'a command that does not end',
      step: { run: 'sleep 999' },
      exit: 124,
      isLate: true,
      words: 'sleep 999\n  it did not end within 180 seconds',
    },
  ])('fails on $name', async ({ step, exit, isLate, words }) => {
    const { lab } = fakeLab(() => ({ output: 'Pending', exit, isLate: isLate ?? false }));
    const failures: string[] = [];
    expect((await runSessions(chapter([step]), 'node', lab, normalize, failures)).size).toBe(0);
    expect(failures[0]).toContain(words);
  });

  test('clears up after an interruption', async () => {
    const { lab, commands } = fakeLab(command => {
      if (command === 'kubectl get pod') throw new Interrupted();
      return { output: '', exit: 0 };
    });
    const steps = { ...chapter([{ run: 'kubectl get pod' }]), teardown: ['kubectl delete pod web'] };
    await expect(runSessions(steps, 'node', lab, normalize, [])).rejects.toThrow(Interrupted);
    expect(commands).toEqual(['kubectl get pod', 'clearing: kubectl delete pod web']);
  });
});

describe('two recordings', () => {
  const step = (output: string, exit = 0) => [{ run: 'kubectl get pod', output, exit }];

  test('are equal', () => {
    expect(differences('one', step('a\nb'), step('a\nb'))).toEqual([]);
  });

  test('differ in a line, which is shown', () => {
    expect(differences('one', step('a\nb'), step('a\nc'))).toEqual([
      'one: two recordings differ: kubectl get pod\n  1: b\n  2: c',
    ]);
    expect(differences('one', step('a'), step('a', 1))).toEqual([
      'one: two recordings differ: kubectl get pod\n  1: (exit status 0)\n  2: (exit status 1)',
    ]);
  });

  test('may differ in measured values, and in nothing else', () => {
    const varies = [['\\d+%/50%']];
    const table = (cpu: string, pods: number) =>
      step(`TARGETS${' '.repeat(cpu.length)}PODS\ncpu: ${cpu}   ${pods}`);
    expect(differences('one', table('5%/50%', 1), table('180%/50%', 1), varies)).toEqual([]);
    expect(differences('one', table('5%/50%', 1), table('180%/50%', 2), varies)).toHaveLength(1);
    expect(differences('one', table('5%/50%', 1), table('180%/50%', 1))).toHaveLength(1);
  });

  test('differ in a command, which is shown, and in their number', () => {
    const other = [{ run: 'kubectl get job', output: 'a', exit: 0 }];
    expect(differences('one', step('a'), other)).toEqual([
      'one: two recordings differ: kubectl get pod\n  1: kubectl get pod\n  2: kubectl get job',
    ]);
    expect(differences('one', step('a'), [])).toHaveLength(1);
    expect(differences('one', [], step('a'))).toHaveLength(1);
  });
});
