import type { Locale } from '../messages/index.ts';
import { checkArguments } from './checks/arguments.ts';
import { checkCommand } from './checks/commands.ts';
import type { CheckContext } from './checks/context.ts';
import { checkExec } from './checks/exec.ts';
import { checkFiles } from './checks/files.ts';
import { checkFlags } from './checks/flags.ts';
import { checkHabits } from './checks/habits.ts';
import { checkPatterns } from './checks/patterns.ts';
import { checkResources } from './checks/resources.ts';
import { checkTemplates } from './checks/templates.ts';
import { checkAddons, checkOpenssl, checkProgram } from './checks/tools.ts';
import { checkValues } from './checks/values.ts';
import type { CommandFinding, Report } from './finding.ts';
import { describeCommand } from './messages/index.ts';
import { resolve } from './resolve.ts';
import { commandRule } from './rules.ts';
import { parseScript } from './shell/parse.ts';
import type { Command, Script } from './shell/word.ts';
import { kubectl, nearestMinor, type Program, tool } from './table.ts';

export interface CommandOptions {
  /** Minor of the cluster, such as `1.36`; the kubectl of the same minor is assumed. */
  k8s: string;
  /** Paths that exist, relative to where the command runs. Left out, `-f` is not checked. */
  files?: readonly string[];
  locale: Locale;
}

/** No text gets more findings than this. */
const mostFindings = 100;

/** Checks a shell text of one or more commands. Never throws. Findings are in the order of the text. */
export function lintCommand(text: string, options: CommandOptions): CommandFinding[] {
  const found = new Map<string, CommandFinding>();
  const lines = lineStarts(text);
  const report: Report = (rule, { start, end }, message, params, level) => {
    const key = `${start} ${rule} ${message}`;
    if (found.has(key) || found.size >= mostFindings) return;
    found.set(key, {
      rule,
      level: level ?? commandRule(rule).level,
      ...place(lines, text.length, start, end),
      ...describeCommand(message, params, options.locale),
    });
  };
  const script = parseScript(text);
  checkShell(script, report);
  for (const command of script.commands) checkOne(command, options, report);
  checkPatterns(script.words, report);
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : 1));
}

function checkShell({ problems }: Script, report: Report): void {
  for (const { kind, found, instead, ...range } of problems)
    if (kind === 'quote') report('command/quote', range, 'quote-open', { quote: found });
    else report('command/typography', range, 'typography', { found, instead });
}

function checkOne(command: Command, options: CommandOptions, report: Report): void {
  checkProgram(command, report);
  checkOpenssl(command, report);
  const seen = throughMinikube(command);
  const program = programOf(seen, options.k8s);
  if (!program) return;
  const invocation = resolve(program, seen.args, seen.open);
  const context: CheckContext = { command: seen, invocation, k8s: options.k8s, files: options.files, report };
  if (!checkCommand(context)) return;
  checkAddons(context);
  if (!(program.name === 'minikube' && invocation.node.path.startsWith('addons '))) checkFlags(context);
  checkValues(context);
  checkFiles(context);
  if (program.name !== 'kubectl') return;
  checkArguments(context);
  checkResources(context);
  checkExec(context);
  checkHabits(context);
  checkTemplates(context);
}

function programOf({ program }: Command, k8s: string): Program | undefined {
  if (/^(?:k|kubectl|kubecolor)$/.test(program.text)) return kubectl(nearestMinor(k8s));
  return tool(program.text);
}

/** `minikube kubectl -- get pods` is a kubectl command. */
function throughMinikube(command: Command): Command {
  const [first, second] = command.args;
  if (command.program.text !== 'minikube' || first?.text !== 'kubectl' || second?.text !== '--')
    return command;
  return { ...command, program: first, args: command.args.slice(2) };
}

/** Offsets at which lines begin. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1))
    starts.push(index + 1);
  return starts;
}

type Place = Pick<CommandFinding, 'start' | 'end' | 'line' | 'column' | 'endLine' | 'endColumn'>;

function place(lines: readonly number[], length: number, start: number, end: number): Place {
  const from = Math.min(Math.max(start, 0), length);
  const to = Math.min(Math.max(end, from), length);
  const lineOf = (offset: number) => lines.findLastIndex(begin => begin <= offset) + 1;
  const columnOf = (offset: number) => offset - (lines[lineOf(offset) - 1] ?? 0) + 1;
  return {
    start: from,
    end: to,
    line: lineOf(from),
    column: columnOf(from),
    endLine: lineOf(to),
    endColumn: columnOf(to),
  };
}
