import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import type { Rule } from './rule.ts';
import { tableRule } from './table.ts';

function checkTopologies(context: ObjectContext): void {
  const seen = new Set<string>();
  for (const topology of context.root.get('allowedTopologies').items()) {
    const expressions = topology.get('matchLabelExpressions');
    const terms = expressions.items().map(term => [term.get('key').text, valuesOf(term)].join('='));
    const value = terms.toSorted().join(' ');
    if (seen.has(value) || value === '') context.report(expressions, 'duplicate', { value });
    seen.add(value);
  }
}

function valuesOf(term: Cursor): string {
  return term
    .get('values')
    .items()
    .map(value => value.text)
    .toSorted()
    .join(',');
}

const classFields = `
provisioner ~provisioner
reclaimPolicy =Delete|Retain
volumeBindingMode ==Immediate|WaitForFirstConsumer`;

const topologies = `
allowedTopologies[].matchLabelExpressions[].key ! ~qualified %
allowedTopologies[].matchLabelExpressions[].values !
allowedTopologies[].matchLabelExpressions[].values[] %`;

const driver = `
spec.fsGroupPolicy ==File|None|ReadWriteOnceWithFSType
spec.volumeLifecycleModes[] ^ ==Persistent|Ephemeral
spec.nodeAllocatableUpdatePeriodSeconds +1.34 <10
spec.tokenRequests[].audience %%
spec.tokenRequests[].expirationSeconds <600,4294967296`;

/** Storage classes, attribute classes and CSI drivers. */
export const storageRules: readonly Rule[] = [
  tableRule('storageclass/fields', ['StorageClass'], classFields),
  tableRule('storageclass/topology', ['StorageClass'], topologies, checkTopologies),
  tableRule(
    'storage/attributes-class',
    ['VolumeAttributesClass'],
    'driverName ~provisioner',
    ({ root, report }) => {
      const parameters = root.get('parameters');
      if (parameters.entries().length === 0) report(parameters, 'wrong', { reason: 'parameters-empty' });
    },
  ),
  tableRule('storage/csi-driver', ['CSIDriver'], driver, ({ root, report }) => {
    const inSecrets = root.get('spec', 'serviceAccountTokenInSecrets');
    if (inSecrets.boolean && root.get('spec', 'tokenRequests').items().length === 0)
      report(inSecrets, 'needs', { field: 'serviceAccountTokenInSecrets', needed: 'tokenRequests' });
  }),
];
