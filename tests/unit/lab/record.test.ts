import { describe, expect, test } from 'vitest';
import { differences } from '../../../scripts/lab/compare.ts';
import type { Shell } from '../../../scripts/lab/find.ts';
import { createNormalizer } from '../../../scripts/lab/normalize.ts';
import { runSessions } from '../../../scripts/lab/run-sessions.ts';
import { chapterSessions } from '../../../src/schemas/session.ts';

const substituted = { 'nginx:1.30.4': 'nginx:1.22.1', 'busybox:1.38.0': 'busybox:1.35' };

/** A lab in which commands answer as they are told, and Pods run these images. */
function fakeLab(
  answer: (command: string) => { output: string; exit: number },
  images: () => string = () => '',
) {
  const commands: string[] = [];
  const lab: Shell = {
    run: command => {
      if (command.includes('field-selector metadata.namespace')) return { output: images(), exit: 0 };
      commands.push(command);
      return answer(command);
    },
    substituted,
    versions: () => ({ client: '1.36.3', server: '1.36.3' }),
    isOwn: true,
  };
  return { lab, commands };
}

const normalize = createNormalizer(['web'], '2026-11-21');
const chapter = (steps: object[]) =>
  chapterSessions.parse({ sessions: [{ id: 'one', title: 'ひとつ', lab: 'node', steps }] });

describe('a recording', () => {
  test('names a substituted image only when it really ran, or was asked for', () => {
    const { lab } = fakeLab(
      () => ({ output: 'ok', exit: 0 }),
      () => 'nginx:1.30.4 httpd:2',
    );
    const steps = [{ run: 'kubectl get pod' }];
    const first = runSessions(chapter(steps), 'node', lab, normalize, []);
    expect(first.get('one')?.substituted).toEqual({ 'nginx:1.30.4': 'nginx:1.22.1' });
    const { lab: empty } = fakeLab(() => ({ output: 'ok', exit: 0 }));
    const gone = [{ run: 'kubectl run tmp --rm --image=busybox:1.38.0 -- true' }];
    expect(runSessions(chapter(gone), 'node', empty, normalize, []).get('one')?.substituted).toEqual({
      'busybox:1.38.0': 'busybox:1.35',
    });
    expect(
      runSessions(chapter([{ run: 'kubectl version' }]), 'node', empty, normalize, []).get('one')
        ?.substituted,
    ).toEqual({});
  });

  test('keeps hidden steps and quiet output away', () => {
    const { lab } = fakeLab(command => ({ output: `said ${command}`, exit: 0 }));
    const steps = [{ run: 'a', hidden: true }, { run: 'b', quiet: true }, { run: 'c' }];
    expect(runSessions(chapter(steps), 'node', lab, normalize, []).get('one')?.steps).toEqual([
      { run: 'b', output: '', exit: 0 },
      { run: 'c', output: 'said c', exit: 0 },
    ]);
  });

  test('sets again what an earlier step has assigned', () => {
    const { lab, commands } = fakeLab(() => ({ output: '10.0.0.1', exit: 0 }));
    runSessions(
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
  ])('fails on $name', ({ step, exit, words }) => {
    const { lab } = fakeLab(() => ({ output: 'Pending', exit }));
    const failures: string[] = [];
    expect(runSessions(chapter([step]), 'node', lab, normalize, failures).size).toBe(0);
    expect(failures[0]).toContain(words);
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
    expect(differences('one', step('a'), [])).toHaveLength(1);
    expect(differences('one', step('a'), step('a', 1))).toHaveLength(1);
  });
});
