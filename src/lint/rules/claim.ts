import { checkFormat, checkRequired, checkSetOneOf, type Reporter, under } from './checks.ts';
import type { Cursor } from './cursor.ts';
import { checkSelector } from './labels.ts';
import { parseQuantity } from './quantity.ts';

const modes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod'];

/** What a volume claim asks for: its own kind, a claim template of a StatefulSet, an ephemeral volume. */
export function checkClaimSpec(reporter: Reporter, spec: Cursor, dropsSources = false): void {
  const accessModes = spec.get('accessModes');
  checkRequired(reporter, accessModes);
  const wanted = accessModes.items().map(mode => mode.string ?? '');
  for (const mode of accessModes.items())
    if (!modes.includes(mode.string ?? ''))
      reporter.report(under(mode, accessModes.path), 'enum', { value: mode.string ?? '', allowed: modes });
  if (
    wanted.includes('ReadWriteOncePod') &&
    wanted.some(mode => mode !== 'ReadWriteOncePod' && modes.includes(mode))
  )
    reporter.report(accessModes, 'forbidden', { field: 'ReadWriteOncePod', beside: wanted.join(', ') });
  checkSelector(reporter, spec.get('selector'));
  checkStorage(reporter, spec);
  checkFormat(reporter, spec.get('storageClassName'), 'subdomain');
  if (reporter.isAtLeast('1.34')) checkFormat(reporter, spec.get('volumeAttributesClassName'), 'subdomain');
  checkSetOneOf(reporter, spec.get('volumeMode'), ['Block', 'Filesystem']);
  checkSources(reporter, spec, dropsSources);
}

/** The server writes `resources[storage]` for what is `resources.requests.storage`. */
function checkStorage({ report }: Reporter, spec: Cursor): void {
  const written = spec.get('resources', 'requests', 'storage');
  const storage = under(written, [...spec.path, 'resources', 'storage']);
  const amount = parseQuantity(storage.text);
  if (!storage.isSet) report(storage, 'required', { field: 'storage', empty: false, enforced: true });
  else if (amount !== undefined && amount <= 0n)
    report(storage, 'not-positive', { value: storage.text ?? '' });
}

/** `dropsSources`: of a claim itself, the server drops a `dataSource` that it does not know, without a word. */
function checkSources(reporter: Reporter, spec: Cursor, dropsSources: boolean): void {
  const [source, named] = [spec.get('dataSource'), spec.get('dataSourceRef')];
  // Behind a gate that is off, the server drops a reference that has a namespace.
  const ref = named.get('namespace').string ? spec.get('') : named;
  if (dropsSources && !ref.isSet && !isKnownSource(source)) return;
  for (const at of [source, ref]) {
    if (!at.isSet) continue;
    for (const field of ['kind', 'name']) checkRequired(reporter, at.get(field));
    const group = at.get('apiGroup').string;
    const kind = at.get('kind').string ?? '';
    if (!group && kind !== 'PersistentVolumeClaim')
      reporter.report(at, 'enum', { value: kind, allowed: ['PersistentVolumeClaim'] });
    checkFormat(reporter, at.get('apiGroup'), 'subdomain');
  }
  if (!source.isSet || !ref.isSet) return;
  const [a, b] = [source, ref].map(at =>
    ['apiGroup', 'kind', 'name'].map(key => at.get(key).string ?? '').join(),
  );
  if (a !== b)
    reporter.report(under(source, spec.path), 'must-equal', {
      value: 'dataSource',
      other: 'dataSourceRef',
      wanted: b ?? '',
    });
}

function isKnownSource(source: Cursor): boolean {
  const [group, kind] = [source.get('apiGroup').string || 'core', source.get('kind').string];
  return ['core/PersistentVolumeClaim', 'snapshot.storage.k8s.io/VolumeSnapshot'].includes(
    `${group}/${kind}`,
  );
}
