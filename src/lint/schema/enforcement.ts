import type { Path } from '../parse/tree.ts';
import { isAtLeast, type Target } from './catalogue.ts';

/**
 * `required` in the published schema is not what the server refuses. These were deleted one by one against servers
 * that took them (kube-apiserver 1.20 and 1.36.3). An entry is `Kind path`, or the last steps of a path; indexes are
 * left out.
 */
const unenforced = new Set([
  'CSIDriver spec',
  'CSINode spec',
  'CSINode spec.drivers',
  'ControllerRevision revision',
  'DeviceClass spec',
  'Event involvedObject',
  'LimitRange spec.limits',
  'NetworkPolicy spec.podSelector',
  'PriorityClass value',
  'ResourceClaim spec',
  'ResourceClaimTemplate spec',
  'ResourceClaimTemplate spec.spec',
  'ResourceSlice spec.pool.generation',
  'StatefulSet spec.serviceName',
  'clusterTrustBundle.path',
  'dataSource.kind',
  'dataSource.name',
  'dataSourceRef.kind',
  'dataSourceRef.name',
  'forZones.name',
  'httpHeaders.value',
  'iscsi.lun',
  'labelSelector.requirements.key',
  'labelSelector.requirements.operator',
  'metric.selector.matchExpressions.key',
  'metric.selector.matchExpressions.operator',
  'podCertificate.keyType',
  'podCertificate.signerName',
  'podFailurePolicy.rules',
  'preferredDuringSchedulingIgnoredDuringExecution.preference',
  'roleRef.apiGroup',
  'scaleIO.secretRef',
  'sleep.seconds',
  'sysctls.value',
  'tokenRequests.audience',
  'versions.served',
  'versions.storage',
]);

/** Required lists and strings that may be empty. */
const emptyAllowed = new Set([
  'CSINode spec.drivers',
  'EndpointSlice endpoints',
  'httpHeaders.value',
  'podFailurePolicy.rules',
  'tokenRequests.audience',
  'webhook.conversionReviewVersions',
]);

/** Fields behind a feature gate that is off: the server drops them without a look. */
const dropped = new Set(['lifecycle.stopSignal']);

/** Where an object is and what it is: decides what of the schema the server enforces. */
export interface Place {
  kind: string;
  target: Target;
}

/** Whether a server refuses an object without this required field. */
export function isEnforced(place: Place, path: Path): boolean {
  return !listed(unenforced, place, path);
}

/** Whether an empty value of this required field counts as set. */
export function mayBeEmpty(place: Place, path: Path): boolean {
  return listed(emptyAllowed, place, path);
}

/**
 * Whether the server looks at a value at all. Until 1.33 it took any pod and claim template of a StatefulSet (no pod
 * could be made of a broken one), and what a feature gate drops is never looked at.
 */
export function isValidated({ kind, target }: Place, path: Path): boolean {
  const template = path[0] === 'spec' && (path[1] === 'template' || path[1] === 'volumeClaimTemplates');
  return (
    !listed(dropped, { kind, target }, path) &&
    (kind !== 'StatefulSet' || !template || isAtLeast(target, '1.34'))
  );
}

function listed(list: ReadonlySet<string>, { kind }: Place, path: Path): boolean {
  const names = path.filter(step => typeof step === 'string');
  if (list.has(`${kind} ${names.join('.')}`)) return true;
  return names.some((_, index) => list.has(names.slice(index).join('.')));
}
