import type { Locale } from '../../messages/index.ts';
import type { Text } from '../../messages/params.ts';
import type { ValueType } from '../table.ts';

/** A range of minors such as `1.35-1.36`, or empty. */
type Minors = string;

/** A sentence in each language. */
export type Both = Record<Locale, string>;

/** What a command lacks. */
export type Wanted = 'name' | 'node' | 'paths' | 'pod' | 'resource';

/** Every message about commands and what it is told. `command` is the command as typed: `kubectl create deployment`. */
export interface CommandParams {
  'program-unknown': { program: string; near: string };
  'command-unknown': {
    command: string;
    word: string;
    near: string | undefined;
    minors: Minors;
    minor: string;
  };
  'command-incomplete': { command: string; choices: readonly string[] };
  'flag-early': { flag: string; command: string };
  'flag-unknown': {
    command: string;
    flag: string;
    near: string | undefined;
    minors: Minors;
    minor: string;
    separator: boolean;
  };
  'flag-removed': { command: string; flag: string; advice: Both };
  'flag-syntax': { flag: string };
  'flag-deprecated': {
    command: string;
    flag: string;
    minor: string;
    reason: string;
    advice: Both | undefined;
  };
  'value-missing': { flag: string };
  'value-type': { flag: string; value: string; type: ValueType };
  'value-listed': { flag: string; value: string; allowed: readonly string[]; near: string | undefined };
  'value-form': { flag: string; value: string; forms: readonly string[] };
  'resource-unknown': { word: string; near: string | undefined };
  'resource-gone': { word: string; advice: Both };
  'resource-mixed': { word: string };
  'exec-separator': { command: string; word: string; example: string };
  'exec-no-command': { command: string };
  'exec-late-separator': { word: string };
  'names-many': { command: string; word: string; separator: boolean };
  'names-none': { command: string; wanted: Wanted };
  'flag-required': { command: string; flags: readonly string[] };
  'selector-twice': { first: string; last: string };
  'dry-run-bare': object;
  'dry-run-bool': { value: string };
  'dry-run-space': { value: string };
  'file-unknown': { path: string; near: string | undefined };
  'folder-unknown': { path: string };
  'file-prefix': { path: string; inside: string };
  'template-open': { opener: string; closer: string };
  'template-stray': { closer: string };
  'template-end': object;
  'template-no-end': { action: string };
  'logs-tail': object;
  'run-restart': { restart: string };
  'addon-words': { word: string };
  'openssl-crypt': object;
  'service-domain': { host: string; instead: string };
  'api-proxy': object;
  'old-manifest-url': { url: string };
  freshpod: object;
  'dead-tutorial': object;
  'quote-open': { quote: string };
  typography: { found: string; instead: string };
}

export type CommandMessageId = keyof CommandParams;

/** The words of one language. */
export type CommandCatalogue = { [Id in CommandMessageId]: (params: CommandParams[Id]) => Text };
