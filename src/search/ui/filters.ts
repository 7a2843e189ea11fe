import { searchResults as words } from '../../site/strings.parts.ja.ts';
import type { Answer } from '../core/engine.ts';
import type { Facet } from '../core/site.ts';
import { element } from './dom.ts';

/** What the reader narrowed the search to. */
export interface Narrowing {
  facet?: Facet | undefined;
  kind?: string | undefined;
}

const kindsShown = 8;

/**
 * Buttons that narrow the results: what they are about, and, for manifests, the kind of object. A button that is pressed
 * stays, also when it leaves nothing.
 */
export function filterButtons(
  { facets, kinds }: Answer,
  now: Narrowing,
  choose: (next: Narrowing) => void,
): HTMLElement[] {
  const all = button(words.all, !now.facet, () => choose({}));
  const known = facets.map(({ facet, count }) =>
    button(
      words.facets[facet],
      now.facet === facet,
      () => choose(now.facet === facet ? {} : { facet }),
      count,
    ),
  );
  const row = group(words.narrow, [all, ...known]);
  if (now.facet !== 'manifest' && !now.kind) return facets.length > 1 || now.facet ? [row] : [];
  const list = kinds.slice(0, kindsShown);
  if (now.kind && !list.some(({ kind }) => kind === now.kind)) list.push({ kind: now.kind, count: 0 });
  const objects = list.map(({ kind, count }) =>
    button(
      kind,
      now.kind === kind,
      () => choose({ ...now, kind: now.kind === kind ? undefined : kind }),
      count,
    ),
  );
  return objects.length > 0 ? [row, group(words.kinds, objects)] : [row];
}

function group(name: string, buttons: HTMLElement[]): HTMLElement {
  const row = element('div', 'filter-row', ...buttons);
  row.setAttribute('role', 'group');
  row.setAttribute('aria-label', name);
  return row;
}

function button(name: string, isPressed: boolean, press: () => void, count?: number): HTMLButtonElement {
  const node = element('button', 'filter-button', name);
  node.type = 'button';
  node.setAttribute('aria-pressed', String(isPressed));
  if (count !== undefined) node.append(element('span', 'count', String(count)));
  node.addEventListener('click', press);
  return node;
}
