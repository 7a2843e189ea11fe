import type { Rule } from '../rules/rule.ts';

/** A rule about commands. Its check reads a command line, not an object. */
export interface CommandRule extends Pick<Rule, 'id' | 'level'> {
  /** What it finds makes the command fail, so a step that is expected to fail may keep it. */
  fails: boolean;
}

const rules = [
  { id: 'kubectl/program', level: 'error', fails: true },
  { id: 'kubectl/command', level: 'error', fails: true },
  { id: 'kubectl/flag', level: 'error', fails: true },
  { id: 'kubectl/deprecated', level: 'warning', fails: false },
  { id: 'kubectl/missing-value', level: 'error', fails: true },
  { id: 'kubectl/bad-value', level: 'error', fails: true },
  { id: 'kubectl/resource', level: 'error', fails: true },
  { id: 'kubectl/arguments', level: 'error', fails: true },
  { id: 'kubectl/exec-separator', level: 'error', fails: true },
  { id: 'kubectl/selector-twice', level: 'error', fails: false },
  { id: 'kubectl/dry-run', level: 'error', fails: false },
  { id: 'kubectl/file', level: 'error', fails: true },
  { id: 'kubectl/template', level: 'error', fails: true },
  { id: 'kubectl/logs-tail', level: 'info', fails: false },
  { id: 'kubectl/run-restart', level: 'warning', fails: false },
  { id: 'command/tool', level: 'error', fails: true },
  { id: 'command/addon', level: 'error', fails: true },
  { id: 'command/openssl-crypt', level: 'error', fails: false },
  { id: 'command/service-domain', level: 'error', fails: true },
  { id: 'command/api-proxy', level: 'error', fails: true },
  { id: 'command/old-manifest', level: 'error', fails: true },
  { id: 'command/freshpod', level: 'error', fails: false },
  { id: 'command/dead-tutorial', level: 'error', fails: false },
  { id: 'command/quote', level: 'error', fails: true },
  { id: 'command/typography', level: 'error', fails: true },
] as const satisfies readonly CommandRule[];

export type CommandRuleId = (typeof rules)[number]['id'];

/** Every rule about commands, in the order in which they are listed. */
export const commandRules: readonly (CommandRule & { id: CommandRuleId })[] = rules;

const byId: ReadonlyMap<string, CommandRule> = new Map(rules.map(rule => [rule.id, rule]));

/** The rule with an id. */
export function commandRule(id: CommandRuleId): CommandRule {
  const rule = byId.get(id);
  if (!rule) throw new Error(`No rule ${id}.`);
  return rule;
}
