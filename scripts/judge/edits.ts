import { at, isObject, type Json, type JsonObject, type Path } from './json.ts';
import type { Operation } from './operation.ts';
import type { Random } from './random.ts';

/** A `set` of a whole parent is kept only when it is shorter than this, so that fixtures stay readable. */
const longestParent = 1200;

const without = (object: JsonObject, key: string): JsonObject =>
  Object.fromEntries(Object.entries(object).filter(([name]) => name !== key));

const setParent = (path: Path, value: JsonObject): Operation | undefined =>
  path.length > 0 && JSON.stringify(value).length < longestParent ? ['set', path, value] : undefined;

/** Writes a field under a misspelt name. */
export function rename(base: JsonObject, path: Path, random: Random): Operation | undefined {
  const key = path.at(-1);
  const parentPath = path.slice(0, -1);
  const parent = at(base, parentPath);
  if (typeof key !== 'string' || !isObject(parent)) return undefined;
  const name = misspell(key, random);
  if (name === '' || name in parent) return undefined;
  return setParent(parentPath, { ...without(parent, key), [name]: parent[key] ?? null });
}

/** The misspellings that people make: case, plural, a lost or swapped letter, another convention. */
export function misspell(name: string, random: Random): string {
  const middle = random.below(Math.max(1, name.length - 1));
  return random.pick([
    name.endsWith('s') ? name.slice(0, -1) : `${name}s`,
    name.slice(0, 1).toUpperCase() + name.slice(1),
    name.toLowerCase(),
    name.slice(0, middle) + name.slice(middle + 1),
    name.slice(0, middle) +
      name
        .slice(middle, middle + 2)
        .split('')
        .reverse()
        .join('') +
      name.slice(middle + 2),
    name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`),
    name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`),
  ]);
}

/** Puts a field one level too high; at the root, where a parent cannot be set, the field is copied. */
export function moveUp(base: JsonObject, path: Path): Operation | undefined {
  const key = path.at(-1);
  const value = at(base, path);
  const upper = path.slice(0, -1).findLastIndex(step => typeof step === 'string');
  if (typeof key !== 'string' || value === undefined || upper < 0) return undefined;
  const parentPath = path.slice(0, upper);
  const parent = at(base, parentPath);
  if (!isObject(parent) || key in parent) return undefined;
  if (upper === 0 || upper !== path.length - 2) return ['set', [...parentPath, key], value];
  const inner = parent[String(path[upper])];
  if (!isObject(inner)) return undefined;
  return setParent(parentPath, { ...parent, [String(path[upper])]: without(inner, key), [key]: value });
}

/** Puts a field into a neighbouring object, or into the first item of a neighbouring list. */
export function moveDown(base: JsonObject, path: Path, random: Random): Operation | undefined {
  const key = path.at(-1);
  const parentPath = path.slice(0, -1);
  const parent = at(base, parentPath);
  if (typeof key !== 'string' || !isObject(parent)) return undefined;
  const value: Json = parent[key] ?? null;
  const targets = Object.keys(parent).filter(name => name !== key && isObject(inside(parent[name])));
  if (targets.length === 0) return undefined;
  const target = random.pick(targets);
  const list = parent[target];
  const inner = inside(list);
  if (!isObject(inner) || key in inner) return undefined;
  const changed: JsonObject = { ...inner, [key]: value };
  const moved = Array.isArray(list) ? [changed, ...list.slice(1)] : changed;
  if (parentPath.length === 0) return ['set', Array.isArray(list) ? [target, 0, key] : [target, key], value];
  return setParent(parentPath, { ...without(parent, key), [target]: moved });
}

const inside = (value: Json | undefined): Json | undefined => (Array.isArray(value) ? value[0] : value);

/** Gives a list item a value of one of its siblings, so that keys collide. */
export function copySibling(base: JsonObject, path: Path, random: Random): Operation | undefined {
  const index = path.findLastIndex(step => typeof step === 'number');
  const list = at(base, path.slice(0, index));
  if (index < 0 || index === path.length - 1 || !Array.isArray(list) || list.length < 2) return undefined;
  const other = random.pick([...list.keys()].filter(key => key !== path[index]));
  const value = at(base, [...path.slice(0, index), other, ...path.slice(index + 1)]);
  return value === undefined ? undefined : ['set', path, value];
}
