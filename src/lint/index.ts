/** The lint engine with all its languages, for the command line and the build; see `engine.ts`. */
import * as engine from './engine.ts';
import { type Locale, wordsOf } from './messages/index.ts';

export type { Level } from './draft.ts';
export type { LintedObject, LintResult, SourceFile } from './engine.ts';
export {
  browserLimits,
  buildLimits,
  compareFindings,
  type Finding,
  type Limits,
  minors,
  type Rule,
  validMinors,
} from './engine.ts';
export { applyExpectations, type Expectation, type ExpectationPlace } from './expectations.ts';
export { type Locale, locales } from './messages/index.ts';
export { findRule, rules } from './rules/index.ts';
export { applySuppressions, type Suppression } from './suppress.ts';

interface Spoken {
  /** Language of the findings; left out, Japanese. */
  locale?: Locale | undefined;
}

export type LintOptions = Omit<engine.LintOptions, 'words'> & Spoken;

export type FilesOptions = Omit<engine.FilesOptions, 'words'> & Spoken;

/** Checks one text. */
export function lintText(text: string, { locale, ...options }: LintOptions): engine.LintResult {
  return engine.lintText(text, { ...options, words: wordsOf(locale) });
}

/** Checks several texts of one set. */
export function lintFiles(
  files: readonly engine.SourceFile[],
  { locale, ...options }: FilesOptions = {},
): engine.LintResult {
  return engine.lintFiles(files, { ...options, words: wordsOf(locale) });
}

/** Checks several texts of one set, with a result for each. */
export function lintEach(
  files: readonly engine.SourceFile[],
  { locale, ...options }: FilesOptions = {},
): engine.LintResult[] {
  return engine.lintEach(files, { ...options, words: wordsOf(locale) });
}
