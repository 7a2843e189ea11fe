import data from './data/kubectl.json' with { type: 'json' };
import tools from './data/tools.json' with { type: 'json' };
import { pluralOf } from './resource-words.ts';

/** How a flag's value is read: bool, string, list, integer, duration, true-or-false word, key=value pairs. */
export type ValueType = 'b' | 's' | 'l' | 'i' | 'd' | 't' | 'm';

export interface Flag {
  name: string;
  /** One letter, or empty. */
  short: string;
  type: ValueType;
  /** May stand without a value. */
  optional: boolean;
  /** The only values it takes; empty when any will do. */
  values: readonly string[];
  /** The warning that the program prints when it is used; empty when it is not deprecated. */
  deprecated: string;
}

/** A command with its flags and the commands below it, by name and by alias. */
export interface CommandNode {
  path: string;
  flags: ReadonlyMap<string, Flag>;
  children: Map<string, CommandNode>;
}

/** A program that reads its arguments as cobra does: kubectl, kind, minikube, docker. */
export interface Program {
  name: string;
  /** Kubernetes minor of a kubectl; empty for other programs. */
  minor: string;
  root: CommandNode;
  /** Flags that every command takes. */
  global: ReadonlyMap<string, Flag>;
  /** Commands and flags that are not in the table do not exist. False where the table is not complete. */
  complete: boolean;
}

/** Notation of a table: see `scripts/lib/kubectl/encode.ts`. */
interface Notation {
  minors: string;
  aliases: Record<string, string>;
  commands: Record<string, string>;
  deprecations: Record<string, string>;
  global: string;
  values: Record<string, string>;
}

/** Minors of kubectl in the table, oldest first. */
export const kubectlMinors: readonly string[] = data.minors.split(' ');

/** The kubectl in the table that comes nearest to a Kubernetes minor: the same, else the next older, else the oldest. */
export function nearestMinor(k8s: string): string {
  const order = (minor: string) => Number(/^1\.(\d+)/.exec(minor)?.[1] ?? Number.POSITIVE_INFINITY);
  return kubectlMinors.findLast(minor => order(minor) <= order(k8s)) ?? kubectlMinors[0] ?? '';
}

const loaded = new Map<string, Program>();

/** The commands and flags of one kubectl. */
export function kubectl(minor: string): Program {
  const known = loaded.get(minor) ?? decode('kubectl', data, minor, kubectlMinors.indexOf(minor), true);
  loaded.set(minor, known);
  return known;
}

/** The commands and flags of another tool (`kind`, `minikube`, `docker`), if there is a table for it. */
export function tool(name: string): Program | undefined {
  const known = loaded.get(name);
  if (known) return known;
  const entry = Object.entries(tools).find(([key]) => key === name)?.[1];
  if (!entry) return undefined;
  const program = decode(name, { ...entry, minors: '', values: {} }, '', 0, entry.complete);
  loaded.set(name, program);
  return program;
}

/** Minors whose kubectl has a command (and a flag on it), as one range: `1.35-1.36`. Empty when none has. */
export function minorsWith(path: string, flag?: string): string {
  const known = kubectlMinors.filter(minor => {
    const node = find(kubectl(minor).root, path);
    return node && (flag === undefined || node.flags.has(flag));
  });
  const [first, last] = [known[0] ?? '', known.at(-1) ?? ''];
  return first === last ? first : `${first}-${last}`;
}

/** The command at a path such as `create deployment`. */
export function find(root: CommandNode, path: string): CommandNode | undefined {
  let node: CommandNode | undefined = root;
  for (const name of path.split(' ').filter(Boolean)) node = node?.children.get(name);
  return node;
}

const loadedWords = new Map<string, ReadonlyMap<string, string>>();

/** Words for resource types that a minor's server knows, in lower case; each leads to the plural. */
export function resourceWords(minor: string): ReadonlyMap<string, string> {
  const known = loadedWords.get(minor);
  if (known) return known;
  const words = new Map<string, string>();
  loadedWords.set(minor, words);
  for (const text of data.resources.split(' ')) {
    const [entry = '', range = ''] = text.split('@');
    if (!holds(range, kubectlMinors.indexOf(minor))) continue;
    const [kind = '', short = ''] = entry.split('/');
    const plural = pluralOf(kind);
    for (const word of [plural, kind.toLowerCase(), ...short.split(',').filter(Boolean)])
      words.set(word, plural);
  }
  return words;
}

function decode(name: string, table: Notation, minor: string, index: number, complete: boolean): Program {
  const root: CommandNode = { path: '', flags: new Map(), children: new Map() };
  const program: Program = { name, minor, root, global: decodeFlags(table.global, table, index), complete };
  for (const [path, text] of Object.entries(table.commands)) {
    const [range = '', ...rest] = text.startsWith('@') ? text.split(' ') : ['', text];
    if (!holds(range.slice(1), index)) continue;
    const flags = decodeFlags(rest.join(' '), table, index);
    const node: CommandNode = { path, flags, children: new Map() };
    if (!path) {
      program.root = { ...node, children: root.children };
      continue;
    }
    const words = path.split(' ');
    const own = words.pop() ?? '';
    const parent = find(program.root, words.join(' '));
    for (const alias of [own, ...(table.aliases[path] ?? '').split(' ').filter(Boolean)])
      parent?.children.set(alias, node);
  }
  return program;
}

const notation = /^([\w-]+)(?:\/(\w))?:([bsldtim])(\?)?(?:=(\d+))?(?:!(\d+)|~)?(?:@(.+))?$/;

function decodeFlags(text: string, { values, deprecations }: Notation, index: number): Map<string, Flag> {
  const flags = new Map<string, Flag>();
  for (const token of text.split(' ')) {
    const [, name = '', short = '', type = 's', optional, listed, deprecated, range] =
      notation.exec(token) ?? [];
    if (!name || !holds(range ?? '', index)) continue;
    flags.set(name, {
      name,
      short,
      type: type as ValueType, // the notation allows no other letter
      optional: type === 'b' || optional !== undefined,
      values: listed === undefined ? [] : decodeValues(values[listed] ?? '', index),
      deprecated: deprecated === undefined ? '' : (deprecations[deprecated] ?? ''),
    });
  }
  return flags;
}

function decodeValues(text: string, index: number): string[] {
  return text.split(' ').flatMap(token => {
    const [value = '', range = ''] = token.split('@');
    return holds(range, index) ? [value] : [];
  });
}

/** Is a minor's place inside `2-` (from the third), `-2`, `1-4`, `3` (only there) or nothing (always)? */
function holds(range: string, index: number): boolean {
  if (!range) return true;
  const [from = '', to = from] = range.split('-');
  return index >= Number(from) && (to === '' || index <= Number(to));
}
