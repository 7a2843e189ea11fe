import { checkFormat, checkRange, checkRequired, setFields, under } from './checks.ts';
import { checkDownwardFile, checkMode } from './container-field-refs.ts';
import type { ObjectContext } from './context.ts';
import type { Cursor } from './cursor.ts';
import { checkItems } from './pod-volume-sources.ts';

const types = ['secret', 'configMap', 'downwardAPI', 'serviceAccountToken'];

/** Sources of a projected volume. `needsAccount`: the pod names no service account, so a token is refused. */
export function checkProjected(context: ObjectContext, projected: Cursor, needsAccount: boolean): void {
  if (!projected.isSet) return;
  checkMode(context, projected.get('defaultMode'));
  const seen = new Set<string>();
  for (const source of projected.get('sources').items()) {
    // Sources behind gates that are off (clusterTrustBundle, podCertificate) are dropped by the server.
    const set = setFields(source, types);
    if (set.length > 1)
      context.report(source, 'only-one', { fields: set.map(({ path }) => String(path.at(-1))) });
    for (const type of ['secret', 'configMap'].map(key => source.get(key))) {
      if (!type.isSet) continue;
      checkRequired(context, type.get('name'));
      checkItems(context, type);
      checkPaths(context, type, projected, seen);
    }
    const fields = source.get('downwardAPI');
    for (const file of fields.get('items').items()) checkDownwardFile(context, file, fields.path);
    checkPaths(context, fields, projected, seen);
    checkToken(context, source.get('serviceAccountToken'), projected, needsAccount);
  }
}

function checkPaths({ report }: ObjectContext, source: Cursor, projected: Cursor, seen: Set<string>): void {
  for (const item of source.get('items').items()) {
    const path = item.get('path');
    const value = path.string;
    if (!value) continue;
    if (seen.has(value)) report(under(path, projected.path), 'duplicate', { value });
    seen.add(value);
  }
}

function checkToken(context: ObjectContext, token: Cursor, projected: Cursor, needsAccount: boolean): void {
  if (!token.isSet) return;
  const path = [...projected.path, 'path'];
  // The server fills in an hour where nothing is written.
  checkRange(context, token.get('expirationSeconds'), 600, 2 ** 32);
  checkRequired(context, token.get('path'), path);
  checkFormat(context, token.get('path'), 'inside', path);
  if (needsAccount)
    context.report(token, 'needs', { field: 'serviceAccountToken', needed: 'serviceAccountName' });
}
