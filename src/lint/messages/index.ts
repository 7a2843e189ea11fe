import type { Draft } from '../draft.ts';
import { putIntoWords } from './describe.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Catalogue } from './params.ts';
import { siteEn } from './site-en.ts';
import { siteJa } from './site-ja.ts';

export type Locale = 'ja' | 'en';

export const locales: readonly Locale[] = ['ja', 'en'];

const catalogues: Record<Locale, Catalogue> = { ja: { ...ja, ...siteJa }, en: { ...en, ...siteEn } };

/** The words of a language; left out, Japanese. */
export function wordsOf(locale: Locale = 'ja'): Catalogue {
  return catalogues[locale];
}

/** Puts a finding into words. */
export function describe(
  draft: Pick<Draft, 'message' | 'params'>,
  locale: Locale,
): { message: string; hint?: string } {
  return putIntoWords(draft, wordsOf(locale));
}
