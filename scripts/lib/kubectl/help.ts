import type { FlagFacts, ValueType } from './facts.ts';

/** A flag line of kubectl's help: `-f, --filename=[]: text` or, since 1.24, the text on the next line. */
const flagLine = /^\s{2,6}(?:-(\w), )?--([\w-]+)=(.*?):(?:\s(.*))?$/;
/** A heading above a list of commands: `Basic Commands (Beginner):`, `Available Commands:`. */
const commandsHeading = /^[A-Z][\w ,()]*Commands[\w ()]*:\s*$/;

/** Flags in the text of `kubectl COMMAND --help` or `kubectl options`. */
export function readFlags(text: string): Record<string, FlagFacts> {
  const flags: Record<string, FlagFacts> = {};
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const [, short = '', name = '', standard = '', sameLine] = flagLine.exec(line) ?? [];
    if (!name) continue;
    const description = sameLine ?? (lines[index + 1]?.startsWith('\t') ? lines[index + 1] : '') ?? '';
    const type = typeFromDefault(standard);
    flags[name] = {
      short,
      type,
      optional: type === 'b',
      values: readValues(description),
      hidden: false,
      deprecated: '',
    };
  }
  return flags;
}

function typeFromDefault(standard: string): ValueType {
  if (standard === 'true' || standard === 'false') return 'b';
  if (/^\d+(ms|s|m|h)/.test(standard)) return 'd';
  if (/^\[.*\]$/.test(standard)) return 'l';
  return 's';
}

/** The allowed values that a flag's description lists, in its spellings. */
export function readValues(description: string): string[] {
  const list =
    /\bOne of: \(([\w-]+(?:, [\w-]+)+)\)/.exec(description)?.[1] ??
    /\bOne of \(([\w-]+(?:\|[\w-]+)+)\)/.exec(description)?.[1] ??
    /\bOne of: ([\w-]+(?:\|[\w-]+)+)/.exec(description)?.[1] ??
    /\bone of \[([\w-]+(?: [\w-]+)+)\]/.exec(description)?.[1] ??
    /\bLegal values \[([\w-]+(?:, [\w-]+)+)\]/.exec(description)?.[1] ??
    /\bOne of ('[\w-]+'(?:(?:,| or|, or) '[\w-]+')+)/.exec(description)?.[1] ??
    /\b(?:Must be|Options are) ("[\w-]+"(?:,? (?:or )?"[\w-]+")+)/.exec(description)?.[1] ??
    /\bMust be one of: ([^.]+)\./.exec(description)?.[1]?.replaceAll('(or ', ', ');
  return (list?.match(/[\w-]+/g) ?? []).filter(word => word !== 'or');
}

/** Names of a command's subcommands, from its help. */
export function readSubcommands(help: string): string[] {
  const names: string[] = [];
  let inside = false;
  for (const line of help.split('\n')) {
    if (/^(Usage|Options|Flags):/.test(line)) break;
    if (/^\S/.test(line)) inside = commandsHeading.test(line);
    else if (inside) names.push(...(/^ {2}([a-z][\w-]*)(?:\s{1,}\S|$)/.exec(line)?.slice(1) ?? []));
  }
  return names;
}

/** Other names of a command, from its help. */
export function readAliases(help: string): string[] {
  const line = /^Aliases:\n(.*)$/m.exec(help)?.[1] ?? '';
  return line
    .split(',')
    .map(name => name.trim())
    .filter(Boolean)
    .slice(1);
}

/** The part of a command's help that lists its flags. */
export function optionsPart(help: string): string {
  return /^(?:Options|Flags):\n([\s\S]*?)(?=^Usage:|(?![\s\S]))/m.exec(help)?.[1] ?? '';
}
