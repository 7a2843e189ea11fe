import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Commands that sessions use inside a lab, each with the name of a program or a simulated node. */
const helpers: Record<string, string> = {
  // A paused program keeps its connections and does nothing, as one that hangs.
  'lab-pause': 'kill -STOP "$(cat "$pid/$1")"',
  'lab-resume': 'kill -CONT "$(cat "$pid/$1")"',
  // The node's kubelet ends: the node no longer renews its Lease.
  'lab-stop-node': 'kill "$(cat "$pid/kwok-$1")"',
};

/** Folder that is first on the PATH inside a lab. */
export const helperFolder = (folder: string) => join(folder, 'helpers');

/** Writes the commands into a lab's folder. */
export function writeHelpers(folder: string): void {
  mkdirSync(helperFolder(folder), { recursive: true });
  for (const [name, action] of Object.entries(helpers))
    writeFileSync(
      join(helperFolder(folder), name),
      `#!/bin/sh\n[ -n "$1" ] || { echo "usage: ${name} NAME" >&2; exit 2; }\npid='${join(folder, 'pid')}'\n${action}\n`,
      { mode: 0o755 },
    );
}
