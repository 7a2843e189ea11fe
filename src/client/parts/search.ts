import { openSearch } from '../../search/dialog.ts';
import { takeTyped } from '../keys.ts';
import './style.ts';

/** The search link opens a dialog instead of a page. The index is loaded at the first query. */
export function start(): void {
  openSearch();
  const typed = takeTyped();
  const field = document.querySelector<HTMLInputElement>('.search-dialog input');
  if (!field || !typed) return;
  field.value = typed;
  field.dispatchEvent(new Event('input'));
}
