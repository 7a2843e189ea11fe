import { setTimeout as sleep } from 'node:timers/promises';
import type { ChapterSessions, Session, SessionStep } from '../../src/schemas/session.ts';
import { commandSeconds, type Shell, type ShellAnswer } from './find.ts';
import type { Normalizer } from './normalize.ts';

/** What one session printed, normalised, and the images that stood in for others while it ran. */
export interface Recorded {
  substituted: Record<string, string>;
  steps: { run: string; output: string; exit: number }[];
}

/** A step that is nothing but `NAME=$(command)`. */
const assignment = /^([A-Z][A-Z0-9_]*)=\$\([^\n]+\)$/;

/** Hears of each session that has ended, and how many milliseconds it took. */
export type Heard = (id: string, milliseconds: number) => void;

/**
 * Runs a chapter once: set-up, the sessions of one kind of lab in order, and what clears up after them, whatever happens.
 * @param failures Gets what did not come true, one message each.
 */
export async function runSessions(
  { setup, sessions, teardown }: ChapterSessions,
  kind: 'node' | 'simulated',
  lab: Shell,
  normalize: Normalizer,
  failures: string[],
  heard: Heard = () => {},
): Promise<Map<string, Recorded>> {
  const recorded = new Map<string, Recorded>();
  const runner = new Runner(lab);
  try {
    for (const command of setup) {
      const answer = await runner.run(command);
      if (answer.exit !== 0) failures.push(`setup failed: ${command}\n  ${reason(answer, 0)}`);
    }
    for (const session of sessions) {
      if (session.lab !== kind) continue;
      const start = Date.now();
      const result = await recordSession(runner, lab, session, normalize);
      heard(session.id, Date.now() - start);
      if (typeof result === 'string') failures.push(result);
      else recorded.set(session.id, result);
    }
  } finally {
    for (const command of teardown) await runner.run(command, true);
  }
  return recorded;
}

async function recordSession(
  runner: Runner,
  lab: Shell,
  session: Session,
  normalize: Normalizer,
): Promise<Recorded | string> {
  const steps: Recorded['steps'] = [];
  const images = new Set<string>();
  const names = Object.keys(lab.substituted);
  for (const step of session.steps) {
    const { ok, why, output, exit } = await runner.step(step);
    if (!ok) return `${session.id}: ${step.run}\n  ${why}\n  ${output.replaceAll('\n', '\n  ')}`;
    if (!step.hidden) steps.push({ run: step.run, output: step.quiet ? '' : normalize(output), exit });
    if (names.length === 0) continue;
    // A Pod of `kubectl run --rm` is gone by now: its image stands in the command.
    const named = [...step.run.matchAll(/--image[= ](\S+)/g)].map(match => match[1] ?? '');
    for (const image of [...named, ...(await runningImages(lab))]) images.add(image);
  }
  // In the order of their names: the lab lists its images in an order of its own.
  const used = Object.entries(lab.substituted)
    .filter(([name]) => images.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return { substituted: Object.fromEntries(used), steps };
}

/** Images of the Pods that chapters have made, as their manifests name them. */
async function runningImages(lab: Shell): Promise<string[]> {
  const { output } = await lab.run(
    `kubectl get pods -A --field-selector metadata.namespace!=kube-system,metadata.namespace!=traefik,metadata.namespace!=local-path-storage -o jsonpath='{.items[*].spec.containers[*].image} {.items[*].spec.initContainers[*].image} {.items[*].spec.ephemeralContainers[*].image}'`,
  );
  return output.split(/\s+/);
}

/** Why a command did not end as it should; empty when it did. */
function reason({ exit, isLate }: ShellAnswer, expected: number): string {
  if (isLate) return `it did not end within ${commandSeconds} seconds`;
  return exit === expected ? '' : `exit status ${exit}, expected ${expected}`;
}

/** A reader types all commands of a chapter in one shell; here each runs in its own, with the values that were set before. */
class Runner {
  private variables = '';
  private readonly lab: Shell;

  constructor(lab: Shell) {
    this.lab = lab;
  }

  run(command: string, isClearing = false): Promise<ShellAnswer> {
    return this.lab.run(`${this.variables}${command}`, isClearing);
  }

  /** Runs one step until its exit status and patterns fit, for at most `retry` seconds. */
  async step(step: SessionStep) {
    const deadline = Date.now() + step.retry * 1000;
    for (;;) {
      const answer = await this.run(step.run);
      const { output, exit } = answer;
      const missing = step.expect.find(pattern => !new RegExp(pattern, 'm').test(output));
      const why = reason(answer, step.exit) || (missing ? `no match for /${missing}/` : '');
      if (!why) await this.keepVariable(step.run);
      if (!why || Date.now() >= deadline) return { output, exit, why, ok: !why };
      await sleep(1000);
    }
  }

  private async keepVariable(command: string): Promise<void> {
    const name = assignment.exec(command)?.[1];
    if (!name) return;
    const value = (await this.run(`${command}\nprintf %s "$${name}"`)).output;
    this.variables += `${name}='${value.replaceAll("'", "'\\''")}'\n`;
  }
}
