import { type Lookup, lookUp, preferredVersion, servedIn } from './api.ts';
import type { Draft, Level } from './draft.ts';
import { type Fragment, resolveFragment } from './fragment.ts';
import { runStep } from './memo.ts';
import type { MessageId, MessageParams } from './messages/params.ts';
import { problem } from './parse/guard.ts';
import type { ParsedDocument } from './parse/parse.ts';
import { child, type MapNode, type Node, type Path, type Span } from './parse/tree.ts';
import { runRule, type TargetObject } from './rules/context.ts';
import { cursorAtRoot } from './rules/cursor.ts';
import { rulesOfKind } from './rules/manifests.ts';
import type { Target } from './schema/catalogue.ts';
import { gotOf } from './schema/scalar-checks.ts';
import { headOf, type Options, validate } from './schema/validate.ts';

/** An object that was met, whether or not the minor knows it. */
export interface MetObject {
  apiVersion: string;
  kind: string;
  document: number;
  root: MapNode;
  /** Set when the minor serves it: what the rules look at. */
  target?: TargetObject;
}

export interface Checked {
  drafts: Draft[];
  objects: MetObject[];
}

/** Checks the documents of one text for one minor. */
export function checkDocuments(documents: readonly ParsedDocument[], target: Target): Checked {
  const checked: Checked = { drafts: [], objects: [] };
  const anyKind = documents.some(({ root }) => child(root, 'apiVersion') && child(root, 'kind'));
  for (const { root, index } of documents) {
    const at: Position = { target, document: index, base: [], checked };
    if (root.kind === 'null') continue;
    if (root.kind !== 'map')
      add(at, 'yaml/not-an-object', 'not-an-object', { got: gotOf(root) }, headOf(root), []);
    else if (!anyKind && looksForeign(root))
      add(at, 'api/not-kubernetes', 'not-kubernetes', {}, headOf(root), [], 'info');
    else checkObject(root, at);
  }
  return checked;
}

/** Checks documents that are each the value at a field of a kind. */
export function checkFragment(
  documents: readonly ParsedDocument[],
  fragment: Fragment,
  target: Target,
): Checked {
  const checked: Checked = { drafts: [], objects: [] };
  const apiVersion = preferredVersion(fragment.kind, target);
  const found = apiVersion ? lookUp(apiVersion, fragment.kind, target) : undefined;
  const type =
    found?.status === 'served' ? resolveFragment(found.view, found.type, fragment.path) : undefined;
  if (found?.status !== 'served' || type === undefined) {
    const written = `${fragment.kind}${fragment.path.length > 0 ? `:${fragment.path.join('.')}` : ''}`;
    checked.drafts.push(problem('fence/option', 'fence-fragment', { fragment: written }, 0, 1));
    return checked;
  }
  for (const { root, index } of documents) {
    const at: Position = { target, document: index, base: [], checked };
    validateAt(at, type, root, fragment.path, { view: found.view, kind: fragment.kind, partial: true });
  }
  return checked;
}

interface Position {
  target: Target;
  document: number;
  /** Path of the object inside its document. */
  base: Path;
  checked: Checked;
}

function add<Id extends MessageId>(
  { document, checked, base }: Position,
  rule: string,
  message: Id,
  params: MessageParams[Id],
  span: Span,
  path: Path,
  level: Level = 'error',
): void {
  const draft = problem(rule, message, params, span.start, span.end, [...base, ...path]);
  checked.drafts.push({ ...draft, level, document });
}

function checkObject(root: MapNode, at: Position, inherited?: { apiVersion: string; kind: string }): void {
  const apiVersion = readName(root, 'apiVersion', at) ?? inherited?.apiVersion;
  const kind = readName(root, 'kind', at) ?? inherited?.kind;
  if (apiVersion === undefined && !root.entries.has('apiVersion'))
    add(at, 'api/apiversion-missing', 'apiversion-missing', {}, headOf(root), ['apiVersion']);
  if (kind === undefined && !root.entries.has('kind'))
    add(at, 'api/kind-missing', 'kind-missing', {}, headOf(root), ['kind']);
  if (apiVersion === undefined || kind === undefined) return;
  const items = child(root, 'items');
  const found = lookUp(apiVersion, kind, at.target);
  if (found.status !== 'served' && kind.endsWith('List') && items) {
    checkItems(items, apiVersion, kind, at);
    return;
  }
  const met: MetObject = { apiVersion, kind, document: at.document, root };
  at.checked.objects.push(met);
  reportLookup(root, found, apiVersion, kind, at);
  if (found.status !== 'served') return;
  const taken = `${apiVersion} ${kind}`;
  const isBuiltIn = found.view === at.target.builtIn;
  runStep(root, taken, validateAt, at.target, at.checked.drafts, (target, drafts) => {
    const inside = { ...at, target, checked: { drafts, objects: [] } };
    const view = isBuiltIn ? target.builtIn : target.extra;
    validateAt(inside, found.type, root, [], { view, kind, partial: false });
  });
  const { namespaced } = found;
  const object = { apiVersion, kind, namespaced, document: at.document, root: cursorAtRoot(root, at.base) };
  met.target = object;
  for (const rule of rulesOfKind(kind))
    runStep(root, taken, rule, at.target, at.checked.drafts, (target, drafts) =>
      runRule(rule, object, target, drafts),
    );
}

/** apiVersion or kind, if it is a string with something in it. */
function readName(root: MapNode, key: 'apiVersion' | 'kind', at: Position): string | undefined {
  const node = child(root, key);
  if (!node) return undefined;
  if (node.kind === 'string' && node.value !== '') return node.value;
  if (node.kind === 'string' || node.kind === 'null') {
    const rule = key === 'kind' ? 'kind-missing' : 'apiversion-missing';
    add(at, `api/${rule}`, rule, {}, node, [key]);
  } else add(at, 'schema/type', 'type', { expected: 's', got: gotOf(node) }, headOf(node), [key]);
  return undefined;
}

function checkItems(items: Node, apiVersion: string, kind: string, at: Position): void {
  if (items.kind !== 'list') {
    if (items.kind !== 'null')
      add(at, 'schema/type', 'type', { expected: 'list', got: gotOf(items) }, headOf(items), ['items']);
    return;
  }
  const inherited = kind === 'List' ? undefined : { apiVersion, kind: kind.slice(0, -'List'.length) };
  items.items.forEach((item, index) => {
    const inside = { ...at, base: [...at.base, 'items', index] };
    if (item.kind === 'map') checkObject(item, inside, inherited);
    else add(inside, 'yaml/not-an-object', 'not-an-object', { got: gotOf(item) }, headOf(item), []);
  });
}

/** Says what the minor makes of the apiVersion and kind, if it is anything but plainly served. */
function reportLookup(root: MapNode, found: Lookup, apiVersion: string, kind: string, at: Position): void {
  const { minor } = at.target;
  const elsewhere = servedIn(kind, at.target, apiVersion);
  const known = { kind, apiVersion, elsewhere };
  const version = headOf(child(root, 'apiVersion') ?? root);
  const path = ['apiVersion'];
  if (found.status === 'served' && found.deprecated) {
    const { removedIn } = found.deprecated;
    add(at, 'api/deprecated', 'deprecated', { ...known, removedIn }, version, path, 'warning');
  } else if (found.status === 'removed')
    add(at, 'api/removed', 'removed', { ...known, removedIn: found.removedIn }, version, path);
  else if (found.status === 'too-new')
    add(at, 'api/too-new', 'too-new', { ...known, since: found.since, minor }, version, path);
  else if (found.status === 'off-by-default')
    add(at, 'api/off-by-default', 'off-by-default', { ...known, minor }, version, path);
  else if (found.status === 'not-built-in')
    add(at, 'api/not-checked', 'not-checked', { kind, apiVersion }, version, path, 'info');
  else if (found.status === 'unknown-kind') {
    const { near } = found;
    const isElsewhere = elsewhere.length > 0;
    const span = isElsewhere ? version : headOf(child(root, 'kind') ?? root);
    add(at, 'api/unknown-kind', 'unknown-kind', { ...known, near }, span, [
      isElsewhere ? 'apiVersion' : 'kind',
    ]);
  }
}

function validateAt(
  at: Position,
  type: string,
  root: Node,
  start: Path,
  { view, kind, partial }: { view: Options['view']; kind: string; partial: boolean },
): void {
  const { checked, document, base, target } = at;
  validate(
    type,
    root,
    start,
    path =>
      (rule, message, params, span, level = 'error') => {
        const draft = problem(rule, message, params, span.start, span.end, path);
        checked.drafts.push({ ...draft, level, document });
      },
    { view, place: { kind, target }, base, partial },
  );
}

/** Neither a name nor a body of a Kubernetes object: Compose, values of a chart, settings of some tool. */
function looksForeign({ entries }: MapNode): boolean {
  return !['apiVersion', 'kind', 'metadata', 'spec'].some(key => entries.has(key));
}
