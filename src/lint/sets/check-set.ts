import type { LineCounter } from 'yaml';
import type { MetObject } from '../check.ts';
import type { Draft, Level } from '../draft.ts';
import type { MessageId, MessageParams } from '../messages/params.ts';
import { practiceRules } from '../practice/index.ts';
import type { Cursor } from '../rules/cursor.ts';
import { setRules } from './index.ts';
import { ObjectSet, type SetObject } from './objects.ts';
import { readPod } from './pod-template.ts';
import type { SetRule } from './rule.ts';

/** A checked text of a set. */
export interface SetFile {
  file: string;
  objects: readonly MetObject[];
  lines: LineCounter;
  /** Line of the file on which the text starts. */
  firstLine: number;
}

export interface SetOptions {
  /** Indexes of the files that are applied together, step after step; left out, all at once. */
  steps?: readonly (readonly number[])[] | undefined;
  /** The files are everything there is: what they refer to must be among them. */
  complete?: boolean | undefined;
}

/** Checks objects that are applied together. Drafts by file; what several steps say is there once. */
export function checkSet(files: readonly SetFile[], { steps, complete = false }: SetOptions = {}): Draft[][] {
  const drafts: Draft[][] = files.map(() => []);
  const seen = new Set<string>();
  const add = (object: SetObject, draft: Draft) => {
    const key = [object.file, draft.document, draft.rule, draft.span.start, ...draft.path].join('\n');
    if (!seen.has(key)) drafts[object.file]?.push(draft);
    seen.add(key);
  };
  const objects = files.map(readObjects);
  const hasCustom = files.some(file => file.objects.some(({ target }) => !target));
  const state = new Map<string, SetObject>();
  for (const step of steps ?? [files.map((_, index) => index)]) {
    const applied = new Map<string, SetObject>();
    for (const object of [...new Set(step)].flatMap(index => objects[index] ?? [])) {
      const key = keyOf(object);
      const before = applied.get(key);
      if (before) reportDuplicate(object, before, files, add);
      applied.set(key, object);
      state.set(key, object);
    }
    const set = new ObjectSet([...state.values()], complete, hasCustom);
    for (const object of set.objects) for (const rule of allRules) runRule(rule, object, set, add);
  }
  return drafts;
}

type Add = (object: SetObject, draft: Draft) => void;

const allRules: readonly SetRule[] = [...setRules, ...practiceRules];

function runRule({ id, level, kinds, look }: SetRule, object: SetObject, set: ObjectSet, add: Add): void {
  if (!look || (kinds && !kinds.includes(object.kind))) return;
  look({
    ...object,
    set,
    report: (at, message, params, own = level) => add(object, draftOf(id, own, object, at, message, params)),
  });
}

function draftOf<Id extends MessageId>(
  rule: string,
  level: Level,
  { document }: SetObject,
  { span, path }: Cursor,
  message: Id,
  params: MessageParams[Id],
): Draft {
  // The signature pairs message and params; the union cannot see that.
  return { rule, level, message, params, span, path, document } as Draft;
}

function reportDuplicate(object: SetObject, before: SetObject, files: readonly SetFile[], add: Add): void {
  const { kind, name, root } = object;
  const earlier = files[before.file];
  if (!earlier) return;
  const line = earlier.lines.linePos(before.root.span.start).line + earlier.firstLine - 1;
  const params = { kind, name, where: `${earlier.file}:${line}` };
  add(
    object,
    draftOf('set/duplicate', 'error', object, root.get('metadata', 'name'), 'set-duplicate', params),
  );
}

/** Objects that the minor serves. */
function readObjects({ objects }: SetFile, file: number): SetObject[] {
  return objects.flatMap(({ target }) => {
    if (!target) return [];
    const { apiVersion, namespaced, root } = target;
    const metadata = root.get('metadata');
    return {
      ...target,
      file,
      group: apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '',
      name: metadata.get('name').string ?? '',
      namespace: namespaced ? metadata.get('namespace').string || 'default' : '',
      pod: readPod(target),
    };
  });
}

/** What the server knows an object by. Without a name, it makes a new one each time. */
function keyOf({ group, kind, namespace, name, file, document, root }: SetObject): string {
  const unnamed = name === '' ? [file, document, root.span.start] : [];
  return [group, kind, namespace, name, ...unnamed].join('\n');
}
