import type { Draft } from '../draft.ts';
import type { EngineCatalogue, MessageId, MessageParams, Text } from './params.ts';

/** Puts a finding into the words of one language. */
export function putIntoWords(
  draft: Pick<Draft, 'message' | 'params'>,
  words: EngineCatalogue,
): { message: string; hint?: string } {
  // A draft pairs message and params (see Draft); a lookup by the union of ids loses the pairing. Who makes drafts about
  // the site's own sources brings the words for them.
  const write = words[draft.message as keyof EngineCatalogue] as (params: MessageParams[MessageId]) => Text;
  const text = write(draft.params);
  if (typeof text === 'string') return { message: text };
  const [message, hint] = text;
  return hint ? { message, hint } : { message };
}
