import type { CelType } from './cel.ts';

/** Macros, with the number of arguments that make them bind their first one. */
export const macros: Readonly<Record<string, readonly number[]>> = {
  all: [2, 3],
  exists: [2, 3],
  exists_one: [2],
  existsOne: [2, 3],
  filter: [2],
  map: [2, 3],
  transformList: [3, 4],
  transformMap: [3, 4],
  sortBy: [2],
  bind: [3],
  optMap: [2],
  optFlatMap: [2],
};

export const binary = [['||'], ['&&'], ['<', '<=', '>', '>=', '==', '!=', 'in'], ['+', '-'], ['*', '/', '%']];
export const results: Readonly<Record<string, CelType>> = {
  has: 'bool',
  all: 'bool',
  exists: 'bool',
  exists_one: 'bool',
  startsWith: 'bool',
  endsWith: 'bool',
  contains: 'bool',
  matches: 'bool',
  isLessThan: 'bool',
  isGreaterThan: 'bool',
  size: 'int',
  int: 'int',
  string: 'string',
  lowerAscii: 'string',
  upperAscii: 'string',
  format: 'string',
  allowed: 'bool',
};

/** Values of which nothing is known. */
export const untyped = ['object', 'oldObject', 'params'];

export const reserved = new Set(
  'as break const continue else for function if import let loop package namespace return var void while'.split(
    ' ',
  ),
);
