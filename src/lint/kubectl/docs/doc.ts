import type { RuleDoc } from '../../rules/doc.ts';

/** The page of a rule about commands. */
export interface CommandDoc extends RuleDoc {
  /** A command that it finds fault with, and one that it does not. */
  bad: string;
  good: string;
  /** Errata of the notes that it guards against. */
  errata: readonly string[];
}
