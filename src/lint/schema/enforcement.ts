import type { Path } from '../parse/tree.ts';
import { isAtLeast, type Target } from './catalogue.ts';

/**
 * `required` in the published schema is not what the server refuses. These were deleted one by one against a server
 * that took them (kube-apiserver 1.20 and 1.36.3); entries are `Kind path`, without indexes, or the last two steps.
 */
const unenforced = new Set([
  'StatefulSet spec.serviceName',
  'LimitRange spec.limits',
  'NetworkPolicy spec.podSelector',
  'PriorityClass value',
  'CSIDriver spec',
  'roleRef.apiGroup',
  'versions.served',
  'iscsi.lun',
  'httpHeaders.value',
  'scaleIO.secretRef',
]);

/** Required lists and strings that may be empty. */
const emptyAllowed = new Set([
  'EndpointSlice endpoints',
  'CSINode spec.drivers',
  'podFailurePolicy.rules',
  'httpHeaders.value',
]);

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

/** Until 1.33 the server took any pod and claim template of a StatefulSet; no pod could be made of a broken one. */
export function isValidated({ kind, target }: Place, path: Path): boolean {
  const template = path[0] === 'spec' && (path[1] === 'template' || path[1] === 'volumeClaimTemplates');
  return kind !== 'StatefulSet' || !template || isAtLeast(target, '1.34');
}

function listed(list: ReadonlySet<string>, { kind }: Place, path: Path): boolean {
  const names = path.filter(step => typeof step === 'string');
  return list.has(`${kind} ${names.join('.')}`) || list.has(names.slice(-2).join('.'));
}
