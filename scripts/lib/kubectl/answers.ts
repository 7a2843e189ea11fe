import { parseScript } from '../../../src/lint/kubectl/shell/parse.ts';
import { hasHole, isMany } from '../../../src/lint/kubectl/shell/word.ts';
import type { Kubectl } from './survey.ts';

/** Answers about the server or what is on it. The command itself was fine until then. */
const noServer =
  /refused|no such host|Unhandled Error|couldn't get current server API|no configuration has been provided|dial tcp|Error from server|not found|NotFound|no matching resources|metrics|already exists|find specified revision|failed to create autoscaling/i;
/** Complaints about files, contexts and input that are not there. */
const noFile =
  /does not exist|no such file|no context exists|not a valid directory|unable to read|error loading|open |no objects passed|current.context/;
/** Commands that never end, or that would need an editor. */
const endless = /^(?:attach|completion|edit|port-forward|proxy)$/;

/** Commands of a fixture: the second column. */
export function readCommands(text: string): string[] {
  return text.split('\n').flatMap(line => /^[^#\t]+\t(.+)$/.exec(line)?.[1] ?? []);
}

/**
 * What kubectl says against a command, or nothing; undefined for a command with parts that only a shell can fill in.
 * First its flags alone are parsed (with `--help=true` in front); when they are fine it is run.
 */
export async function answer(command: string, run: Kubectl): Promise<string | undefined> {
  const { commands } = parseScript(command);
  const found = commands.find(({ program }) => program.text === 'kubectl');
  if (!found || found.args.some(word => hasHole(word) || isMany(word))) return undefined;
  const args = found.args.map(({ text }) => text);
  const parsed = complaint(await run(['--help=true', ...args]));
  // With a flag in front, an unknown command gets another complaint.
  if (parsed && !/flags cannot be placed/.test(parsed)) return parsed;
  if (args.some(arg => endless.test(arg) || arg === '--help')) return '';
  return complaint(await run(args));
}

function complaint(output: string): string {
  const line =
    output
      .split('\n')
      .find(text =>
        /^(?:error|Error):|^(?:unknown|You must|invalid)\b|^error |^the server doesn't have/i.test(text),
      ) ?? '';
  return noServer.test(line) || noFile.test(line) ? '' : line.replace(/\s+/g, ' ').slice(0, 160);
}
