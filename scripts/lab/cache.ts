import { homedir } from 'node:os';
import { join } from 'node:path';

/** Folder of everything the lab builds and runs, outside the repository: `$XDG_CACHE_HOME/kubernetes-notes-ja/lab`. */
export function labHome(env: NodeJS.ProcessEnv = process.env): string {
  return join(env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'kubernetes-notes-ja', 'lab');
}

/** Programs of one Kubernetes patch release (`1.36.3`). */
export function kubernetesBin(version: string, home = labHome()): string {
  return join(home, 'kubernetes', version, 'bin');
}

/** Programs that do not depend on the Kubernetes version: kwok, CoreDNS, Traefik, … */
export function toolsFolder(home = labHome()): string {
  return join(home, 'tools');
}

/** Keys, data, logs and process ids of one lab: `1.36.3`, or `1.36.3-node` with a real node. */
export function runFolder(name: string, home = labHome()): string {
  return join(home, 'run', name);
}
