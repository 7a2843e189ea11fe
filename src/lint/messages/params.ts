import type { KindRuleParams } from './kind-params.ts';
import type { ObjectRuleParams } from './object-params.ts';
import type { SetRuleParams } from './set-params.ts';

/** What was found where something else belongs. */
export interface Got {
  kind: 'map' | 'list' | 'null' | 'bool' | 'int' | 'float' | 'string';
  /** The value as read; empty for maps and lists. */
  value: string;
  /** The characters of a plain scalar that is no string, where they differ (`yes` for true); of any plain string. */
  source?: string;
}

/** What belongs there: the letters of the schema table, and the two collections. */
export type Expected = 'map' | 'list' | 's' | 'y' | 'd' | 'i' | 'l' | 'f' | 'b' | 'q' | 'x';

interface YamlParams {
  syntax: { code: string; reason: string };
  directive: object;
  'control-character': { code: string };
  characters: { limit: number };
  documents: { limit: number };
  depth: { limit: number };
  nodes: { limit: number };
  findings: { limit: number };
  'duplicate-key': { key: string; line: number };
  'alias-unknown': { name: string };
  'alias-self': { name: string };
  'alias-many': { limit: number };
  merge: object;
  'key-null': object;
  'key-not-scalar': object;
  number: { source: string };
  template: object;
  'not-an-object': { got: Got };
}

interface ApiParams {
  'apiversion-missing': object;
  'kind-missing': object;
  'unknown-kind': { kind: string; apiVersion: string; elsewhere: string[]; near: string | undefined };
  removed: { kind: string; apiVersion: string; removedIn: string; elsewhere: string[] };
  'too-new': { kind: string; apiVersion: string; since: string; minor: string; elsewhere: string[] };
  'off-by-default': { kind: string; apiVersion: string; minor: string; elsewhere: string[] };
  deprecated: { kind: string; apiVersion: string; removedIn: string | undefined; elsewhere: string[] };
  'not-checked': { kind: string; apiVersion: string };
  'not-kubernetes': object;
  'unknown-minor': { minor: string; known: string };
}

interface SchemaParams {
  'unknown-field': { field: string; near: string | undefined; elsewhere: string | undefined };
  'field-version': { field: string; minor: string; exists: string };
  type: { expected: Expected; got: Got };
  enum: { value: string; allowed: readonly string[] };
  range: { value: string; bits: 32 | 64 };
  quantity: { value: string };
  base64: object;
  time: { value: string; micro: boolean };
  required: { field: string; empty: boolean; enforced: boolean };
}

interface MetaParams {
  'namespace-ignored': { kind: string };
}

/** What only the checks of the site's own sources say. */
export interface SiteParams {
  'expect-missing': { rule: string; path: string | undefined };
  encoding: object;
  outside: { name: string };
  'set-json': { reason: string };
  mdx: { reason: string };
  'fence-minor': { minor: string; known: string };
  'fence-option': { option: string; near: string | undefined };
  'fence-reason': object;
}

interface FragmentParams {
  'fence-fragment': { fragment: string };
}

/** Every message and what it is told. An area that adds rules adds its interface here. */
export interface MessageParams
  extends YamlParams,
    ApiParams,
    SchemaParams,
    MetaParams,
    ObjectRuleParams,
    KindRuleParams,
    SetRuleParams,
    SiteParams,
    FragmentParams {}

export type MessageId = keyof MessageParams;

/** A message, or a message and a hint that says how to mend it. */
export type Text = string | readonly [message: string, hint: string];

/** The words of one language. */
export type Catalogue = { [Id in MessageId]: (params: MessageParams[Id]) => Text };

/** The words of one language for what the engine says by itself. */
export type EngineCatalogue = Omit<Catalogue, keyof SiteParams>;

/** The words of one language for some messages. */
export type Words<Params> = { [Id in keyof Params]: (params: Params[Id]) => Text };
