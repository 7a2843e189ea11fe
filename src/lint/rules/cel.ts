import { CelError, tokenize } from './cel-lexer.ts';
import { binary, macros, reserved, results, untyped } from './cel-words.ts';

/** A name that an expression uses, and the field of it that is asked for first. */
export interface Cel {
  name: string;
  field?: string | undefined;
}

/** What an expression is, as far as can be told without declarations; `''` is unknown. */
export type CelType = '' | 'bool' | 'string' | 'int' | 'list' | 'map' | 'Object' | 'dyn';

export interface CelExpression {
  uses: Cel[];
  type: CelType;
  /** Types that an operator cannot take together. */
  mismatch?: string;
}

/** Reads an expression of the Common Expression Language and says which names it uses. Throws a CelError. */
export function parseCel(text: string): CelExpression {
  const tokens = tokenize(text);
  const uses: Cel[] = [];
  let mismatch: string | undefined;
  let bound: string[] = [];
  let index = 0;
  let depth = 0;

  const peek = () => tokens[index] ?? { kind: 'end' as const, text: '', offset: text.length };
  const is = (...signs: string[]) => peek().kind !== 'value' && signs.includes(peek().text);
  const fail = (): never => {
    throw new CelError(peek().offset);
  };
  const take = (sign: string) => {
    if (!is(sign)) fail();
    index++;
  };
  const takeIf = (sign: string) => {
    const found = is(sign);
    if (found) index++;
    return found;
  };

  function expression(): CelType {
    if (++depth > 200) fail();
    let type = level(0);
    if (takeIf('?')) {
      const first = level(0);
      take(':');
      type = first === expression() ? first : '';
    }
    depth--;
    return type;
  }

  function level(at: number): CelType {
    const signs = binary[at];
    if (!signs) return unary();
    let type = level(at + 1);
    while (is(...signs)) {
      const sign = peek().text;
      index++;
      type = combine(sign, at, type, level(at + 1));
    }
    return type;
  }

  function combine(sign: string, at: number, left: CelType, right: CelType): CelType {
    const isPlain = [left, right].every(type => ['bool', 'string', 'int'].includes(type));
    if (isPlain && sign !== 'in' && left !== right) mismatch ??= `${left} ${sign} ${right}`;
    if (at < 3) return 'bool';
    return left === right ? left : '';
  }

  function unary(): CelType {
    const sign = is('!', '-') ? peek().text : '';
    while (sign !== '' && takeIf(sign));
    const type = member();
    return sign === '!' ? 'bool' : type;
  }

  function member(): CelType {
    let type = primary();
    for (;;) {
      if (takeIf('.')) {
        takeIf('?');
        const { kind, text: name } = peek();
        if (kind !== 'name') fail();
        index++;
        if (type !== 'dyn') type = '';
        if (is('(')) type = call(name);
        else if (is('{')) type = braces(true);
      } else if (takeIf('[')) {
        takeIf('?');
        expression();
        take(']');
        if (type !== 'dyn') type = '';
      } else return type;
    }
  }

  function primary(): CelType {
    const token = peek();
    if (token.kind === 'value') {
      index++;
      if (!/^[\d.]/.test(token.text)) return /^[rR]?["']/.test(token.text) ? 'string' : '';
      return /^\d+$/.test(token.text) ? 'int' : '';
    }
    if (takeIf('(')) {
      const type = expression();
      take(')');
      return type;
    }
    if (takeIf('[')) {
      list(']', () => {
        takeIf('?');
        expression();
      });
      return 'list';
    }
    if (is('{')) return braces(false);
    takeIf('.');
    return name();
  }

  function name(): CelType {
    const token = peek();
    if (
      token.kind !== 'name' ||
      token.text === 'in' ||
      reserved.has(token.text) ||
      token.text.startsWith('`')
    )
      fail();
    index++;
    if (token.text === 'true' || token.text === 'false') return 'bool';
    if (token.text === 'null') return '';
    if (is('(')) return call(token.text);
    const next = tokens[index + 1];
    const isField = is('.') && next?.kind === 'name' && tokens[index + 2]?.text !== '(';
    const isBound = bound.includes(token.text);
    if (!isBound) uses.push({ name: token.text, field: isField ? next.text : undefined });
    if (is('{')) return braces(true);
    return !isBound && untyped.includes(token.text) ? 'dyn' : '';
  }

  /** Arguments of a function; a macro binds the names that are its first arguments. */
  function call(name: string): CelType {
    take('(');
    const before = bound;
    const first = peek();
    const isBinding = name in macros && first.kind === 'name' && tokens[index + 1]?.text === ',';
    if (isBinding) {
      index++;
      take(',');
      bound = [...bound, first.text];
      const second = peek();
      if (second.kind === 'name' && tokens[index + 1]?.text === ',' && countArguments() > 1)
        bound = [...bound, second.text];
    }
    list(')', expression);
    bound = before;
    return Object.hasOwn(results, name) ? (results[name] ?? '') : '';
  }

  /** How many arguments are left up to the closing bracket. */
  function countArguments(): number {
    let open = 0;
    let count = 1;
    for (let at = index; at < tokens.length; at++) {
      const sign = tokens[at]?.text ?? '';
      if (tokens[at]?.kind !== 'sign') continue;
      if ('([{'.includes(sign)) open++;
      else if (')]}'.includes(sign)) {
        if (open-- === 0) break;
      } else if (sign === ',' && open === 0) count++;
    }
    return count;
  }

  function braces(isMessage: boolean): CelType {
    take('{');
    list('}', () => {
      takeIf('?');
      if (!isMessage) expression();
      else if (peek().kind === 'name') index++;
      else fail();
      take(':');
      expression();
    });
    return isMessage ? '' : 'map';
  }

  function list(end: string, item: () => unknown): void {
    while (!takeIf(end)) {
      item();
      if (!takeIf(',')) {
        take(end);
        return;
      }
      if (end === ')' && is(')')) fail();
    }
  }

  const type = expression();
  if (index < tokens.length) fail();
  return { uses, type, ...(mismatch !== undefined && { mismatch }) };
}
