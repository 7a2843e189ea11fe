import { createHighlighterCore, type ThemeRegistrationRaw } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import json from 'shiki/langs/json.mjs';
import bash from 'shiki/langs/shellscript.mjs';
import yaml from 'shiki/langs/yaml.mjs';

/** What a piece of code is. The style sheet has one class (`t-key` …) and one colour for each. */
export const tokenKinds = ['key', 'string', 'number', 'constant', 'comment'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** A run of characters of one kind; without a kind it is plain text. */
export interface Token {
  text: string;
  kind?: TokenKind;
}

export const languages = ['yaml', 'json', 'bash', 'text'] as const;
export type Language = (typeof languages)[number];

/** TextMate scopes of each kind, most specific first. */
const scopes: Record<TokenKind, string[]> = {
  key: ['entity.name.tag', 'support.type.property-name'],
  string: ['string', 'string.unquoted'],
  number: ['constant.numeric'],
  constant: ['constant.language', 'keyword', 'storage', 'entity.name.type.anchor', 'variable.other.alias'],
  comment: ['comment', 'punctuation.definition.comment'],
};

/** Shiki colours tokens; the site wants classes. Each kind gets a colour that only says which kind it is. */
const markers = new Map(tokenKinds.map((kind, index) => [`#00000${index + 1}`, kind]));
const theme: ThemeRegistrationRaw = {
  name: 'kinds',
  type: 'light',
  fg: '#ffffff',
  bg: '#000000',
  settings: [
    ...[...markers].map(([foreground, kind]) => ({ scope: scopes[kind], settings: { foreground } })),
    { scope: 'keyword.operator', settings: { foreground: '#ffffff' } },
  ],
};

const highlighter = await createHighlighterCore({
  themes: [theme],
  langs: [yaml, json, bash],
  engine: createJavaScriptRegexEngine(),
});

/**
 * Splits code into lines of tokens. Joining the texts of a line, and the lines with `\n`, gives the code again.
 * @param language A name of `languages`; anything else is treated as plain text.
 */
export function highlight(code: string, language: string): Token[][] {
  if (!(languages as readonly string[]).includes(language) || language === 'text')
    return code.split('\n').map(text => (text ? [{ text }] : []));
  const { tokens } = highlighter.codeToTokens(code, { lang: language as 'yaml', theme: 'kinds' });
  return tokens.map(line => merge(line.map(({ content, color }) => token(content, color))));
}

function token(text: string, color: string | undefined): Token {
  const kind = markers.get((color ?? '').toLowerCase());
  return kind ? { text, kind } : { text };
}

/** Joins neighbours of one kind, and lets blanks belong to what stands before them: fewer elements, same picture. */
function merge(tokens: readonly Token[]): Token[] {
  const merged: Token[] = [];
  for (const next of tokens) {
    const last = merged.at(-1);
    if (last && (last.kind === next.kind || (!next.text.trim() && last.kind !== undefined)))
      last.text += next.text;
    else merged.push({ ...next });
  }
  return merged;
}
