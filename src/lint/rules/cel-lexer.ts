/** An expression that is not CEL. */
export class CelError extends Error {
  readonly offset: number;

  constructor(offset: number) {
    super('not CEL');
    this.offset = offset;
  }
}

export interface Token {
  kind: 'name' | 'value' | 'sign' | 'end';
  text: string;
  offset: number;
}

const lexer =
  /\s+|\/\/[^\n]*|((?:[rR][bB]?|[bB][rR]?)?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*')|(?:0x[0-9a-fA-F]+[uU]?|(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+(?:[eE][+-]?\d+)?)[uU]?))|([A-Za-z_]\w*|`[^`\n]+`)|(&&|\|\||[<>=!]=|[-+*/%<>!?:.,()[\]{}])/y;

/** The words of an expression. Throws a CelError. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  lexer.lastIndex = 0;
  for (let offset = 0; offset < text.length; offset = lexer.lastIndex) {
    lexer.lastIndex = offset;
    const match = lexer.exec(text);
    if (!match) throw new CelError(offset);
    const [all, value, name, sign] = match;
    if (value !== undefined) tokens.push({ kind: 'value', text: all, offset });
    else if (name !== undefined) tokens.push({ kind: 'name', text: all, offset });
    else if (sign !== undefined) tokens.push({ kind: 'sign', text: all, offset });
  }
  return tokens;
}
