import type { View } from './schema/catalogue.ts';

/** A place in a kind: `Pod:spec.containers`. */
export interface Fragment {
  kind: string;
  path: readonly string[];
}

/** Reads `Pod:spec.containers` or `Deployment`. */
export function parseFragment(text: string): Fragment {
  const [kind = '', path = ''] = text.split(':');
  return { kind, path: path === '' ? [] : path.replaceAll('[]', '').split('.') };
}

/** The type at a path below a type, if there is one. Steps into lists and maps are left out of the path. */
export function resolveFragment(view: View, type: string, path: readonly string[]): string | undefined {
  let current = type;
  for (const step of path) {
    const match = /^[[{?]*#(.*)$/.exec(current);
    if (!match) return undefined;
    const entries = view.table.fields(parseInt(match[1] ?? '', 36)).get(step);
    const entry = entries?.find(({ mask }) => view.has(mask));
    if (!entry) return undefined;
    current = entry.type;
  }
  return current;
}
