import type { Level } from '../draft.ts';
import type { CommandMessageId, CommandParams } from './messages/index.ts';
import type { CommandRuleId } from './rules.ts';

/** Something to say about a command. Offsets count UTF-16 units from 0, lines and columns from 1. */
export interface CommandFinding {
  rule: CommandRuleId;
  level: Level;
  /** Range in the text that was checked. */
  start: number;
  end: number;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  message: string;
  /** What to write instead. */
  hint?: string;
}

/** A place in the text. */
export interface Range {
  start: number;
  end: number;
}

/** Takes what a check found. A level other than the rule's own may be given. */
export type Report = <Id extends CommandMessageId>(
  rule: CommandRuleId,
  range: Range,
  message: Id,
  params: CommandParams[Id],
  level?: Level,
) => void;
