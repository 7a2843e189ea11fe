import type { Cursor } from '../rules/cursor.ts';
import { containersOf } from '../rules/pod-places.ts';

/**
 * Where a pod asks to be root: the fields, and the containers they hold for. What the image's own user is, nobody can
 * tell from a manifest.
 */
export function findRoot(spec: Cursor): { at: Cursor; containers: Cursor[] } | undefined {
  const userOf = (container: Cursor) => {
    const own = container.get('securityContext', 'runAsUser');
    return own.isSet ? own : spec.get('securityContext', 'runAsUser');
  };
  const containers = containersOf(spec).filter(container => userOf(container).number === 0);
  const [first] = containers;
  return first && { at: userOf(first), containers };
}
