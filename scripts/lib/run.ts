import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Runs one of the project's own tools in the foreground; its output goes to the terminal. Returns the exit status. */
export function run(program: string, args: readonly string[], env: Record<string, string> = {}): number {
  const path = [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter);
  const child = spawnSync(program, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', PATH: path, ...env },
  });
  if (child.error) throw child.error;
  return child.status ?? 1;
}
