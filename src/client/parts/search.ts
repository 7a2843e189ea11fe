import { prepareSearch } from '../../search/client.ts';
import { openSearch } from '../../search/dialog.ts';
import { takeTyped } from '../keys.ts';
import './style.ts';

/** The search link opens a dialog instead of a page; from then on the index is loaded. */
export function start(): void {
  const field = openSearch();
  prepareSearch();
  const typed = takeTyped();
  if (!field || !typed) return;
  field.value = typed;
  field.dispatchEvent(new Event('input'));
}
