import { spawnSync } from 'node:child_process';
import type { ChapterSessions, Session, SessionStep } from '../../src/schemas/session.ts';
import type { Shell } from './find.ts';
import type { Normalizer } from './normalize.ts';

/** What one session printed, normalised, and the images that stood in for others while it ran. */
export interface Recorded {
  substituted: Record<string, string>;
  steps: { run: string; output: string; exit: number }[];
}

/** A step that is nothing but `NAME=$(command)`. */
const assignment = /^([A-Z][A-Z0-9_]*)=\$\([^\n]+\)$/;

/** Runs a chapter once: set-up, the sessions of one kind of lab in order, and what clears up after them. */
export function runSessions(
  { setup, sessions, teardown }: ChapterSessions,
  kind: 'node' | 'simulated',
  lab: Shell,
  normalize: Normalizer,
  failures: string[],
): Map<string, Recorded> {
  const recorded = new Map<string, Recorded>();
  const runner = new Runner(lab);
  for (const command of setup) if (runner.run(command).exit !== 0) failures.push(`setup failed: ${command}`);
  for (const session of sessions) {
    if (session.lab !== kind) continue;
    const result = recordSession(runner, lab, session, normalize);
    if (typeof result === 'string') failures.push(result);
    else recorded.set(session.id, result);
  }
  for (const command of teardown) runner.run(command);
  return recorded;
}

function recordSession(
  runner: Runner,
  lab: Shell,
  session: Session,
  normalize: Normalizer,
): Recorded | string {
  const steps: Recorded['steps'] = [];
  const images = new Set<string>();
  const names = Object.keys(lab.substituted);
  for (const step of session.steps) {
    const { ok, why, output, exit } = runner.step(step);
    if (!ok) return `${session.id}: ${step.run}\n  ${why}\n  ${output.replaceAll('\n', '\n  ')}`;
    if (!step.hidden) steps.push({ run: step.run, output: step.quiet ? '' : normalize(output), exit });
    if (names.length === 0) continue;
    // A Pod of `kubectl run --rm` is gone by now: its image stands in the command.
    const named = [...step.run.matchAll(/--image[= ](\S+)/g)].map(match => match[1] ?? '');
    for (const image of [...named, ...runningImages(lab)]) images.add(image);
  }
  const used = Object.entries(lab.substituted).filter(([name]) => images.has(name));
  return { substituted: Object.fromEntries(used), steps };
}

/** Images of the Pods that chapters have made, as their manifests name them. */
function runningImages(lab: Shell): string[] {
  const { output } = lab.run(
    `kubectl get pods -A --field-selector metadata.namespace!=kube-system,metadata.namespace!=traefik,metadata.namespace!=local-path-storage -o jsonpath='{.items[*].spec.containers[*].image} {.items[*].spec.initContainers[*].image} {.items[*].spec.ephemeralContainers[*].image}'`,
  );
  return output.split(/\s+/);
}

/** A reader types all commands of a chapter in one shell; here each runs in its own, with the values that were set before. */
class Runner {
  private variables = '';
  private readonly lab: Shell;

  constructor(lab: Shell) {
    this.lab = lab;
  }

  run(command: string): { output: string; exit: number } {
    return this.lab.run(`${this.variables}${command}`);
  }

  /** Runs one step until its exit status and patterns fit, for at most `retry` seconds. */
  step(step: SessionStep) {
    const deadline = Date.now() + step.retry * 1000;
    for (;;) {
      const { output, exit } = this.run(step.run);
      const missing = step.expect.find(pattern => !new RegExp(pattern, 'm').test(output));
      const why =
        exit !== step.exit
          ? `exit status ${exit}, expected ${step.exit}`
          : missing
            ? `no match for /${missing}/`
            : '';
      if (!why) this.keepVariable(step.run);
      if (!why || Date.now() >= deadline) return { output, exit, why, ok: !why };
      spawnSync('sleep', ['1']);
    }
  }

  private keepVariable(command: string): void {
    const name = assignment.exec(command)?.[1];
    if (!name) return;
    const value = this.run(`${command}\nprintf %s "$${name}"`).output;
    this.variables += `${name}='${value.replaceAll("'", "'\\''")}'\n`;
  }
}
