import { startSearchPage } from '../../search/page.ts';
import './style.ts';

/** `/search/?q=…` fills its results. Other forms (404) just send the reader there. */
export function start(form: HTMLElement): void {
  const results = document.getElementById('search-results');
  if (results && form instanceof HTMLFormElement) startSearchPage(form, results);
}
