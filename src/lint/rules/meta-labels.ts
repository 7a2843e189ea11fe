import { checkNotNegative, under } from './checks.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { formats } from './formats.ts';
import { checkAnnotations, checkLabels } from './labels.ts';
import { isKept } from './meta-name.ts';
import { defineRule, type Rule } from './rule.ts';
import { checkTable } from './table.ts';

/** Finalizers that need no domain. */
const standard = ['kubernetes', 'orphan', 'foregroundDeletion'];

/** Kinds whose generation the server takes as it is written. Measured on kube-apiserver 1.36.3. */
const keepsGeneration = new Set(
  'PersistentVolume PersistentVolumeClaim StorageClass VolumeAttributesClass CSIDriver CSINode CSIStorageCapacity VolumeAttachment Endpoints Service ServiceCIDR IPAddress ServiceAccount Role ClusterRole RoleBinding ClusterRoleBinding ResourceQuota LimitRange RuntimeClass Lease Namespace CertificateSigningRequest APIService ConfigMap Secret Node Event ControllerRevision HorizontalPodAutoscaler ResourceClaim ResourceClaimTemplate'.split(
    ' ',
  ),
);

const owner = `
metadata.ownerReferences[].apiVersion ! ~version
metadata.ownerReferences[].kind !
metadata.ownerReferences[].name !
metadata.ownerReferences[].uid !`;

/** Labels, annotations and the rest of metadata. */
export const metaLabelRules: readonly Rule[] = [
  rule('meta/label', context => checkLabels(context, context.root.get('metadata', 'labels'))),
  rule('meta/annotation', context => checkAnnotations(context, context.root.get('metadata', 'annotations'))),
  rule('meta/finalizer', context => {
    const finalizers = context.root.get('metadata', 'finalizers');
    for (const finalizer of finalizers.items()) checkFinalizer(context, finalizer, finalizers);
    const both = new Set(finalizers.items().map(({ string }) => string));
    if (both.has('orphan') && both.has('foregroundDeletion'))
      context.report(finalizers, 'forbidden', { field: 'orphan', beside: 'foregroundDeletion' });
  }),
  rule('meta/owner', context => {
    const owners = context.root.get('metadata', 'ownerReferences');
    const controllers = owners.items().filter(owner => owner.get('controller').boolean === true);
    // The server drops a second reference to the same object.
    const [first, ...others] = controllers.map(owner => owner.get('uid'));
    const second = controllers[others.findIndex(uid => uid.string !== first?.string) + 1];
    if (second && second !== controllers[0])
      context.report(under(second.get('controller'), owners.path), 'duplicate', {
        value: 'controller: true',
      });
    checkTable(context, context.root, owner);
    for (const at of owners.items())
      if (at.get('apiVersion').string === 'v1' && at.get('kind').string === 'Event')
        context.report(under(at, owners.path), 'forbidden', { field: 'Event', beside: 'ownerReferences' });
    if (keepsGeneration.has(context.kind))
      checkNotNegative(context, context.root.get('metadata'), 'generation');
  }),
];

function rule(id: string, check: (context: ObjectContext) => void): Rule {
  return defineRule({
    id,
    level: 'error',
    check(context) {
      if (isKept(context)) check(context);
    },
  });
}

function checkFinalizer(context: ObjectContext, finalizer: Cursor, list: Cursor): void {
  const value = finalizer.string ?? '';
  if (!formats.qualified(value))
    context.report(under(finalizer, list.path), 'bad-format', { value, format: 'qualified' });
  else if (!value.includes('/') && !standard.includes(value) && isStrict(context))
    context.report(finalizer, 'finalizer', { value });
}

const strict =
  /^(apps|autoscaling|batch|(certificates|discovery|flowcontrol\.apiserver|networking|rbac\.authorization|resource|scheduling|storage)\.k8s\.io)$/;

/** Whether the server checks the kind with the rules of the core group. Measured on kube-apiserver 1.36.3. */
function isStrict({ apiVersion, kind }: ObjectContext): boolean {
  const [group = '', version] = apiVersion.split('/');
  return version === undefined ? kind !== 'Event' : strict.test(group);
}
