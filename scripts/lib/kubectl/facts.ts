/** How kubectl reads a flag's value: bool, string, list, integer, duration, true-or-false word, key=value pairs. */
export type ValueType = 'b' | 's' | 'l' | 'i' | 'd' | 't' | 'm';

/** What one kubectl says about one flag. */
export interface FlagFacts {
  short: string;
  type: ValueType;
  /** The flag may stand without a value. Always true for bools. */
  optional: boolean;
  /** The only values that kubectl takes, when its help lists them. */
  values: readonly string[];
  /** Works, but neither help nor completion shows it. */
  hidden: boolean;
  /** The warning that kubectl prints when the flag is used. */
  deprecated: string;
}

/** What one kubectl says about one command. */
export interface CommandFacts {
  aliases: readonly string[];
  flags: Record<string, FlagFacts>;
}

/** Everything read from one binary. Commands are keyed by path (`create deployment`; the root is the empty string). */
export interface Survey {
  minor: string;
  version: string;
  global: Record<string, FlagFacts>;
  commands: Record<string, CommandFacts>;
}
