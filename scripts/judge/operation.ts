import { at, isObject, type Json, type JsonObject, type Path } from './json.ts';

/**
 * One change to a base: delete what is at a path, append a copy of that list item, or set a value
 * (whose last key may be new). A move or a rename is a `set` of the nearest common parent.
 */
export type Operation = readonly ['del', Path] | readonly ['dup', Path] | readonly ['set', Path, Json];

/** The base's index in its file, and the change. */
export interface Mutation {
  base: number;
  op: Operation;
}

/** A changed deep copy of `base`. Throws when the path does not lead into the base. */
export function applyOperation(base: JsonObject, op: Operation): JsonObject {
  const object = structuredClone(base);
  const path = op[1];
  const last = path.at(-1);
  const parent = at(object, path.slice(0, -1));
  if (Array.isArray(parent) && typeof last === 'number') changeList(parent, last, op);
  else if (isObject(parent) && typeof last === 'string' && op[0] !== 'dup') changeObject(parent, last, op);
  else throw new Error(`${op[0]} ${JSON.stringify(path)} does not fit its base`);
  return object;
}

function changeList(list: Json[], index: number, op: Operation): void {
  if (op[0] === 'del') list.splice(index, 1);
  else if (op[0] === 'dup') list.push(structuredClone(list[index] ?? null));
  else list[index] = op[2];
}

function changeObject(object: JsonObject, key: string, op: Operation): void {
  if (op[0] === 'del') delete object[key];
  // defineProperty, so that a key such as __proto__ becomes an ordinary one.
  else if (op[0] === 'set')
    Object.defineProperty(object, key, {
      value: op[2],
      enumerable: true,
      configurable: true,
      writable: true,
    });
}
