import type { Locale } from '../../messages/index.ts';
import type { Text } from '../../messages/params.ts';
import { shorten } from '../../messages/shorten.ts';
import { readable } from '../shell/word.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';
import type { CommandCatalogue, CommandMessageId, CommandParams } from './params.ts';

export type { CommandMessageId, CommandParams };

const catalogues: Record<Locale, CommandCatalogue> = { ja, en };

/** Longest word that a message repeats. */
const longest = 160;

/** Puts a finding about a command into words. */
export function describeCommand<Id extends CommandMessageId>(
  id: Id,
  params: CommandParams[Id],
  locale: Locale,
): { message: string; hint?: string } {
  const text: Text = catalogues[locale][id](presentable(params));
  if (typeof text === 'string') return { message: text };
  const [message, hint] = text;
  return hint ? { message, hint } : { message };
}

/** Words of a command line as a reader may see them: not too long, and without stand-ins for unknown parts. */
function presentable<Params extends object>(params: Params): Params {
  const entries = Object.entries(params).map(([key, value]: [string, unknown]) => {
    if (typeof value !== 'string') return [key, value];
    return [key, shorten(readable(value), longest)];
  });
  // The same keys, and a string for each string.
  return Object.fromEntries(entries) as Params;
}
