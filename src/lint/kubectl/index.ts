export type { CommandFinding } from './finding.ts';
export { type CommandOptions, lintCommand } from './lint-command.ts';

export { type CommandRule, type CommandRuleId, commandRule, commandRules } from './rules.ts';
export { kubectlMinors } from './table.ts';
export { writtenFiles } from './written-files.ts';
