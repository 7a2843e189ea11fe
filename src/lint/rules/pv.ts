import { checkRequired, setFields, under } from './checks.ts';
import { checkClaimSpec } from './claim.ts';
import type { ObjectContext } from './context.ts';
import { fail } from './object-checks.ts';
import { checkNodeSelector } from './pod-affinity.ts';
import { checkDriver, checkVolumeSource } from './pod-volume-sources.ts';
import { parseQuantity } from './quantity.ts';
import { defineRule, type Rule } from './rule.ts';
import { tableRule } from './table.ts';

const kinds = ['PersistentVolume'];
/** In the order in which the server looks at them: all but the first are one too many. */
const sources =
  'hostPath gcePersistentDisk awsElasticBlockStore glusterfs flocker nfs rbd quobyte cephfs iscsi cinder fc flexVolume azureFile vsphereVolume photonPersistentDisk portworxVolume azureDisk scaleIO local storageos csi'.split(
    ' ',
  );

/** Sources that are checked as they are in a pod. */
const asInPods = ['hostPath', 'gcePersistentDisk', 'awsElasticBlockStore', 'nfs', 'iscsi', 'fc'];

function checkSource(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const set = setFields(spec, sources);
  if (set.length === 0) context.report(spec, 'one-of', { fields: sources });
  for (const extra of set.slice(1)) context.report(extra, 'only-one', { fields: sources });
  for (const source of set) {
    const type = String(source.path.at(-1));
    if (asInPods.includes(type)) checkVolumeSource(context, source, type, false);
  }
  if (spec.get('local').isSet && !spec.get('nodeAffinity').isSet)
    checkRequired(context, spec.get('nodeAffinity'));
  const hostPath = spec.get('hostPath', 'path').string;
  if (hostPath === '/' && spec.get('persistentVolumeReclaimPolicy').string === 'Recycle')
    fail(context, spec.get('persistentVolumeReclaimPolicy'), 'recycle-root');
  checkDriver(context, spec.get('csi', 'driver'));
  const iscsi = spec.get('iscsi');
  const portal = iscsi.get('targetPortal');
  const name = context.root.get('metadata', 'name').string ?? '';
  const value = `${name}:${portal.string ?? ''}`;
  if (iscsi.get('initiatorName').isSet && value.length > 64)
    context.report(under(portal, [...iscsi.path, 'targetportal']), 'too-long', { value, max: 64 });
}

function checkVolume(context: ObjectContext): void {
  const spec = context.root.get('spec');
  const accessModes = spec.get('accessModes');
  const wanted = accessModes.items().map(mode => mode.string);
  if (wanted.includes('ReadWriteOncePod') && wanted.length > 1) fail(context, accessModes, 'once-pod');
  const attributes = spec.get('volumeAttributesClassName');
  if (attributes.isSet && context.isAtLeast('1.34') && !spec.get('csi').isSet)
    checkRequired(context, spec.get('csi'));
}

function checkCapacity(context: ObjectContext): void {
  const { root, report } = context;
  const capacity = root.get('spec', 'capacity');
  const entries = capacity.entries();
  if (entries.length === 0) checkRequired(context, under(capacity, capacity.path));
  if (entries.length === 0 && capacity.isSet)
    report(capacity, 'required', { field: 'capacity', empty: true, enforced: true });
  for (const [name, amount] of entries) {
    if (name !== 'storage')
      report(under(amount, capacity.path), 'enum', { value: name, allowed: ['storage'] });
    const size = amount.isSet ? parseQuantity(amount.text) : 0n;
    if (size !== undefined && size <= 0n) report(amount, 'not-positive', { value: amount.text ?? '0' });
  }
}

function checkAffinity(context: ObjectContext): void {
  const affinity = context.root.get('spec', 'nodeAffinity');
  if (!affinity.isSet) return;
  const required = affinity.get('required');
  if (!required.isSet) checkRequired(context, required);
  else checkNodeSelector(context, required, context.isAtLeast('1.33'));
}

const refs = ['controllerExpand', 'controllerPublish', 'nodeExpand', 'nodePublish'].map(
  use => `spec.csi.${use}SecretRef.name ! ~subdomain\nspec.csi.${use}SecretRef.namespace ! ~label`,
);

const source = `
spec.local.path ~no-up
spec.iscsi.secretRef.name !
spec.cinder.secretRef.name !
spec.cinder.secretRef.namespace !
spec.scaleIO.volumeName !
spec.storageos.volumeName ! ~label
spec.storageos.volumeNamespace ~label
spec.storageos.secretRef.name !
spec.storageos.secretRef.namespace !
${refs.join('\n')}`;

const volume = `
spec.accessModes !!
spec.accessModes[] ^ ==ReadOnlyMany|ReadWriteMany|ReadWriteOnce|ReadWriteOncePod
spec.persistentVolumeReclaimPolicy =Delete|Recycle|Retain
spec.volumeMode ==Block|Filesystem
spec.storageClassName ~subdomain
spec.volumeAttributesClassName +1.34 ~~subdomain`;

/** Persistent volumes and claims. */
export const volumeRules: readonly Rule[] = [
  tableRule('pv/source', kinds, source, checkSource),
  tableRule('pv/spec', kinds, volume, checkVolume),
  defineRule({ id: 'pv/capacity', level: 'error', kinds, check: checkCapacity }),
  defineRule({ id: 'pv/node-affinity', level: 'error', kinds, check: checkAffinity }),
  defineRule({
    id: 'pvc/spec',
    level: 'error',
    kinds: ['PersistentVolumeClaim'],
    check(context) {
      checkClaimSpec(context, context.root.get('spec'), true);
    },
  }),
];
