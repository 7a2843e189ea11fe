/** What a reader is told about a rule, in one language. */
export interface RuleText {
  title: string;
  /** Why it matters, in a sentence or two. */
  why: string;
  /** How to mend what it finds. */
  remedy: string;
}

/** The page of a rule. */
export interface RuleDoc {
  /** Where the condition is written down or was measured. */
  source: string;
  ja: RuleText;
  en: RuleText;
}

/** By rule id. */
export type RuleDocs = Readonly<Record<string, RuleDoc>>;
