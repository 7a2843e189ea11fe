import type { Draft } from '../draft.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { Catalogue, MessageId, MessageParams, Text } from './params.ts';

export type Locale = 'ja' | 'en';

export const locales: readonly Locale[] = ['ja', 'en'];

const catalogues: Record<Locale, Catalogue> = { ja, en };

/** Puts a finding into words. */
export function describe(
  draft: Pick<Draft, 'message' | 'params'>,
  locale: Locale,
): { message: string; hint?: string } {
  // A draft pairs message and params (see Draft); a lookup by the union of ids loses the pairing.
  const write = catalogues[locale][draft.message] as (params: MessageParams[MessageId]) => Text;
  const text = write(draft.params);
  if (typeof text === 'string') return { message: text };
  const [message, hint] = text;
  return hint ? { message, hint } : { message };
}
