import { CelError, type Token, tokenize } from './cel-lexer.ts';
import { binary, macros } from './cel-words.ts';
import { isIp } from './formats.ts';

/** An expression that has no value: a key that is not there, a type that an operator cannot take. */
export class CelFailure extends Error {}

type Scope = Readonly<Record<string, unknown>>;
type Expression = (scope: Scope) => unknown;

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** The text of a string literal. */
function unquote(literal: string): string {
  const isRaw = /^r/i.test(literal);
  const quoted = isRaw ? literal.slice(1) : literal;
  const length = /^("""|''')/.test(quoted) ? 3 : 1;
  const text = quoted.slice(length, -length);
  return isRaw ? text : text.replace(/\\(.)/gs, (_, letter: string) => escapes[letter] ?? letter);
}

function fail(what: string): never {
  throw new CelFailure(what);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return [...value].length;
  if (Array.isArray(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : fail('no size');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : fail('no string');
}

/** Milliseconds of `1h30m`. */
function durationOf(value: unknown): number {
  const units: Readonly<Record<string, number>> = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  return [...text(value).matchAll(/([\d.]+)(ms|[hms])/g)].reduce(
    (sum, [, amount, unit = '']) => sum + Number(amount) * (units[unit] ?? 0),
    0,
  );
}

/** RE2 spells a flag inside the expression. */
function expressionOf(pattern: string): RegExp {
  return new RegExp(pattern.replace('(?i)', ''), pattern.includes('(?i)') ? 'i' : '');
}

const functions: Readonly<Record<string, (...values: unknown[]) => unknown>> = {
  size: sizeOf,
  matches: (value, pattern) => expressionOf(text(pattern)).test(text(value)),
  startsWith: (value, start) => text(value).startsWith(text(start)),
  endsWith: (value, end) => text(value).endsWith(text(end)),
  contains: (value, part) => text(value).includes(text(part)),
  split: (value, sign) => text(value).split(text(sign)),
  substring: (value, start) => text(value).slice(Number(start)),
  duration: durationOf,
  isIP: value => isIp(text(value)),
};

/**
 * Makes a function of a CEL expression about `self`: what the validation rules of Gateway API use of the language.
 * Throws a CelError for anything else; the function throws a CelFailure where a server would find no value.
 */
export function compileCel(source: string): (self: unknown) => unknown {
  const tokens = tokenize(source);
  let index = 0;
  const peek = (): Token => tokens[index] ?? { kind: 'end', text: '', offset: source.length };
  const is = (sign: string) => peek().kind !== 'value' && peek().text === sign;
  const takeIf = (sign: string) => {
    const found = is(sign);
    if (found) index++;
    return found;
  };
  const take = (sign: string) => {
    if (!takeIf(sign)) throw new CelError(peek().offset);
  };

  function expression(): Expression {
    const condition = level(0);
    if (!takeIf('?')) return condition;
    const first = expression();
    take(':');
    const second = expression();
    return scope => (condition(scope) === true ? first(scope) : second(scope));
  }

  function level(at: number): Expression {
    const signs = binary[at];
    if (!signs) return unary();
    let left = level(at + 1);
    for (let sign = signs.find(is); sign; sign = signs.find(is)) {
      index++;
      left = combine(sign, left, level(at + 1));
    }
    return left;
  }

  function unary(): Expression {
    if (!takeIf('!')) return member();
    const inner = unary();
    return scope => inner(scope) !== true;
  }

  function member(): Expression {
    let value = primary();
    for (;;) {
      if (takeIf('[')) {
        const [list, key] = [value, expression()];
        take(']');
        value = scope => read(list(scope), key(scope));
      } else if (takeIf('.')) {
        const { kind, text: field, offset } = peek();
        if (kind !== 'name') throw new CelError(offset);
        const name = field.replace(/^__(.*)__$/, '$1');
        const [owner] = [value];
        index++;
        value = is('(') ? call(name, owner) : scope => read(owner(scope), name);
      } else return value;
    }
  }

  function primary(): Expression {
    const { kind, text: word, offset } = peek();
    if (takeIf('(')) {
      const inner = expression();
      take(')');
      return inner;
    }
    if (takeIf('[')) {
      const items = list(']');
      return scope => items.map(item => item(scope));
    }
    index++;
    if (kind === 'value') {
      const value = /^\d/.test(word) ? Number(word) : unquote(word);
      return () => value;
    }
    if (kind !== 'name') throw new CelError(offset);
    if (word === 'true' || word === 'false') return () => word === 'true';
    if (is('(')) return call(word);
    return scope => (word in scope ? scope[word] : fail(word));
  }

  function list(end: string): Expression[] {
    const items: Expression[] = [];
    while (!takeIf(end)) {
      items.push(expression());
      if (!is(end)) take(',');
    }
    return items;
  }

  function call(name: string, owner?: Expression): Expression {
    const { offset } = peek();
    take('(');
    if (owner && name in macros) {
      const { text: bound } = peek();
      index++;
      take(',');
      const test = expression();
      take(')');
      return scope => fold(name, owner(scope), item => test({ ...scope, [bound]: item }));
    }
    const values = list(')');
    if (name === 'has') {
      const [value] = values;
      return scope => {
        try {
          return value?.(scope) !== undefined;
        } catch (error) {
          if (error instanceof CelFailure) return false;
          throw error;
        }
      };
    }
    const own = Object.hasOwn(functions, name) ? functions[name] : undefined;
    if (!own) throw new CelError(offset);
    const all = owner ? [owner, ...values] : values;
    return scope => own(...all.map(value => value(scope)));
  }

  const root = expression();
  if (index < tokens.length) throw new CelError(peek().offset);
  return self => root({ self });
}

function read(owner: unknown, key: unknown): unknown {
  if (Array.isArray(owner)) return Number(key) in owner ? owner[Number(key)] : fail('no such index');
  const name = String(key);
  return isMap(owner) && owner[name] !== undefined ? owner[name] : fail(`no such key: ${name}`);
}

function combine(sign: string, left: Expression, right: Expression): Expression {
  switch (sign) {
    case '&&':
      return either(left, right, false);
    case '||':
      return either(left, right, true);
    case '==':
      return scope => isEqual(left(scope), right(scope));
    case '!=':
      return scope => !isEqual(left(scope), right(scope));
    case 'in':
      return scope => {
        const list = right(scope);
        const item = left(scope);
        return Array.isArray(list)
          ? list.some(other => isEqual(other, item))
          : isMap(list) && String(item) in list;
      };
    case '+':
      return scope => Number(left(scope)) + Number(right(scope));
    case '-':
      return scope => Number(left(scope)) - Number(right(scope));
    case '<':
      return scope => Number(left(scope)) < Number(right(scope));
    case '<=':
      return scope => Number(left(scope)) <= Number(right(scope));
    case '>':
      return scope => Number(left(scope)) > Number(right(scope));
    case '>=':
      return scope => Number(left(scope)) >= Number(right(scope));
    default:
      throw new CelError(0);
  }
}

/** `&&` and `||` want one side that decides; a failure of the other does not matter then. */
function either(left: Expression, right: Expression, decisive: boolean): Expression {
  return scope => {
    try {
      if (left(scope) === decisive) return decisive;
    } catch (error) {
      if (error instanceof CelFailure && right(scope) === decisive) return decisive;
      throw error;
    }
    return right(scope);
  };
}

/** The macros that run over a list, or over the keys of a map. */
function fold(name: string, list: unknown, test: (item: unknown) => unknown): unknown {
  const items = Array.isArray(list) ? list : isMap(list) ? Object.keys(list) : fail('no list');
  switch (name) {
    case 'all':
      return items.every(item => test(item) === true);
    case 'exists':
      return items.some(item => test(item) === true);
    case 'exists_one':
      return items.filter(item => test(item) === true).length === 1;
    case 'filter':
      return items.filter(item => test(item) === true);
    default:
      return items.map(test);
  }
}
