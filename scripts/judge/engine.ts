import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { JsonObject } from './json.ts';

/** The parts of the engine's JSON output that are compared. */
export interface Finding {
  file: string;
  level: string;
  path?: string;
  rule?: string;
  message: string;
}

/**
 * Lets the engine read every object as a file of its own. `command` is called with a folder and
 * `--k8s MINOR --format json` and prints `{"findings": [{file, level, path, rule, message}]}`.
 */
export function runEngine(
  command: string,
  minor: string,
  objects: readonly JsonObject[],
): Map<number, Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'judge-'));
  try {
    mkdirSync(join(folder, 'objects'));
    for (const [index, object] of objects.entries()) {
      writeFileSync(join(folder, 'objects', `${index}.yaml`), JSON.stringify(object));
    }
    const [program = '', ...args] = command.split(/\s+/);
    const child = spawnSync(program, [...args, join(folder, 'objects'), '--k8s', minor, '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 2 ** 30,
    });
    if (child.error || child.status === null || child.status > 1) {
      throw new Error(`the engine (${command}) could not run: ${child.error?.message ?? child.stderr}`);
    }
    // The contract of `npm run lint -- --format json`.
    const { findings } = JSON.parse(child.stdout) as { findings: Finding[] };
    const byObject = new Map<number, Finding[]>();
    for (const finding of findings) {
      const index = Number.parseInt(basename(finding.file), 10);
      byObject.set(index, [...(byObject.get(index) ?? []), finding]);
    }
    return byObject;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
