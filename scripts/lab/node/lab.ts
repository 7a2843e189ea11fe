import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubernetesBin, runFolder, toolsFolder } from '../cache.ts';
import { helperFolder } from '../helpers.ts';
import { runningPid } from '../processes.ts';

/** A lab with a real node: its own mount, network, process and host name spaces, without a way out. */
export interface NodeLab {
  version: string;
  folder: string;
}

/** Name and address of the node; nothing outside the lab's own network has them. */
export const nodeName = 'real-1';
export const nodeAddress = '172.30.0.2';

export function nodeLab(version: string): NodeLab {
  return { version, folder: runFolder(`${version}-node`) };
}

/** Folder of the process that holds the namespaces; the lab's own pid files count inside them. */
export const holderFolder = ({ folder }: NodeLab) => join(folder, 'holder');

/** True while the process that holds the lab's namespaces runs. */
export function isNodeUp(lab: NodeLab): boolean {
  return existsSync(join(lab.folder, 'enter')) && runningPid(holderFolder(lab), 'holder') !== undefined;
}

/** Folders with the lab's programs, as PATH has them. */
export function binaries({ version, folder }: NodeLab): string {
  return [helperFolder(folder), kubernetesBin(version), toolsFolder()].join(':');
}

/** The command that runs its arguments inside the lab. */
export function enterCommand({ folder }: NodeLab): string[] {
  return [join(folder, 'enter')];
}

/** Writes that command: it keeps the working folder. */
export function writeEnter(lab: NodeLab, holder: number): void {
  const { folder } = lab;
  writeFileSync(
    join(folder, 'enter'),
    `#!/bin/sh\nexport KUBECONFIG='${join(folder, 'kubeconfig')}' PATH='${binaries(lab)}':"$PATH"\n` +
      `exec nsenter -t ${holder} -m -n -p -u --wdns="$PWD" -- "$@"\n`,
    { mode: 0o755 },
  );
}

const substitutes = ({ folder }: NodeLab) => join(folder, 'substitutes.json');

/** Image names that the lab serves with another image: `name used` -> `what really runs`. */
export function readSubstitutes(lab: NodeLab): Record<string, string> {
  return JSON.parse(readFileSync(substitutes(lab), 'utf8'));
}

export function writeSubstitutes(lab: NodeLab, images: Record<string, string>): void {
  writeFileSync(substitutes(lab), `${JSON.stringify(images, null, 1)}\n`);
}

/** The lab's own branch of each control group hierarchy: kubelets of several labs leave each other's Pods alone. */
export const groupName = ({ version }: NodeLab) => `lab-${version}`;
