import { checkFormat, checkRequired, setFields, someOf, under } from './checks.ts';
import { checkFieldRef, checkResourceFieldRef } from './container-field-refs.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { containersOf } from './pod-places.ts';
import { definePodRule } from './pod-rule.ts';
import type { Rule } from './rule.ts';

const sources = ['fieldRef', 'resourceFieldRef', 'configMapKeyRef', 'secretKeyRef', 'fileKeyRef'];

const fields = [
  'metadata.name',
  'metadata.namespace',
  'metadata.uid',
  'spec.nodeName',
  'spec.serviceAccountName',
  'status.hostIP',
  'status.hostIPs',
  'status.podIP',
  'status.podIPs',
];

/** Environment variables of containers. */
export const containerEnvRules: readonly Rule[] = [
  definePodRule('pod/env', (context, { spec }) => {
    for (const container of containersOf(spec))
      for (const variable of container.get('env').items()) {
        checkFormat(context, variable.get('name'), nameFormat(context));
        checkValueFrom(context, variable);
      }
  }),
  definePodRule('pod/env-from', (context, { spec }) => {
    for (const container of containersOf(spec))
      for (const source of container.get('envFrom').items()) checkSource(context, source);
  }),
  definePodRule(
    'pod/env-file',
    (context, { spec }) => {
      const volumes = new Map(
        spec
          .get('volumes')
          .items()
          .map(volume => [volume.get('name').string ?? '', volume]),
      );
      const known = someOf(volumes.keys());
      for (const container of containersOf(spec))
        for (const variable of container.get('env').items()) {
          const file = variable.get('valueFrom', 'fileKeyRef');
          if (file.isSet) checkFileRef(context, file, volumes, known);
        }
    },
    '1.35',
  ),
];

function nameFormat({ isAtLeast }: ObjectContext): 'env-relaxed' | 'env-name' {
  return isAtLeast('1.32') ? 'env-relaxed' : 'env-name';
}

function checkValueFrom(context: ObjectContext, variable: Cursor): void {
  const from = variable.get('valueFrom');
  if (!from.isSet) return;
  const set = setFields(from, sources);
  if (set.length === 0) context.report(from, 'one-of', { fields: sources });
  else if (variable.get('value').string)
    context.report(from, 'forbidden', { field: 'valueFrom', beside: 'value' });
  else if (set.length > 1) context.report(from, 'only-one', { fields: set.map(nameOf) });
  checkFieldRef(context, from.get('fieldRef'), fields);
  checkResourceFieldRef(context, from.get('resourceFieldRef'), false);
  for (const ref of setFields(from, ['configMapKeyRef', 'secretKeyRef'])) {
    const name = ref.get('name');
    if (name.string) checkFormat(context, name, 'subdomain');
    else checkRequired(context, name);
    checkFormat(context, ref.get('key'), 'config-key');
  }
}

function nameOf(cursor: Cursor): string {
  return String(cursor.path.at(-1));
}

/** The server names the list, not the item. */
function checkSource(context: ObjectContext, source: Cursor): void {
  const list = source.path.slice(0, -1);
  checkFormat(context, source.get('prefix'), nameFormat(context));
  const set = setFields(source, ['configMapRef', 'secretRef']);
  if (set.length === 0)
    context.report(under(source, list), 'one-of', { fields: ['configMapRef', 'secretRef'] });
  if (set.length > 1) context.report(under(source, list), 'only-one', { fields: set.map(nameOf) });
  for (const ref of set) {
    const name = ref.get('name');
    checkRequired(context, name);
    // A name may end in "-" here: the server checks it as a prefix.
    if (!name.string?.endsWith('-')) checkFormat(context, name, 'subdomain');
  }
}

function checkFileRef(
  context: ObjectContext,
  file: Cursor,
  volumes: ReadonlyMap<string, Cursor>,
  known: readonly string[],
): void {
  checkFormat(context, file.get('key'), 'env-relaxed');
  checkFormat(context, file.get('path'), 'no-up');
  const name = file.get('volumeName');
  checkFormat(context, name, 'label');
  if (!name.string) return;
  const found = volumes.get(name.string);
  if (!found) context.report(name, 'not-found', { value: name.string, what: 'volume', known });
  else if (isOther(found)) context.report(name, 'wrong-source', { value: name.string, wanted: ['emptyDir'] });
}

/** A volume without any source is an emptyDir. */
function isOther(volume: Cursor): boolean {
  return (
    !volume.get('emptyDir').isSet && volume.entries().some(([key, { isSet }]) => key !== 'name' && isSet)
  );
}
