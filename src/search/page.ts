import { facets } from './core/site.ts';
import { createPanel } from './ui/panel.ts';

/** Runs `/search/?q=…`: query, facet (`in`) and kind are in the address, so that a search can be shared. */
export function startSearchPage(form: HTMLFormElement, results: HTMLElement): void {
  const input = form.querySelector('input');
  if (!input) return;
  const { searchParams } = new URL(location.href);
  // What was typed while this script was being loaded is kept.
  input.value ||= searchParams.get('q') ?? '';
  const panel = createPanel({
    input,
    mode: 'links',
    narrowing: {
      facet: facets.find(facet => facet === searchParams.get('in')),
      kind: searchParams.get('kind') ?? undefined,
    },
    changed: (query, { facet, kind }) => {
      const address = new URL(location.href);
      for (const [name, value] of [
        ['q', query.trim()],
        ['in', facet],
        ['kind', kind],
      ] as const)
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      try {
        history.replaceState(history.state, '', address);
      } catch {
        // Browsers allow some 200 changes in 30 seconds; the next one that fits brings the address up to date.
      }
    },
  });
  results.append(...panel.parts);
  form.addEventListener('submit', event => {
    event.preventDefault();
    panel.now();
  });
  panel.now();
}
