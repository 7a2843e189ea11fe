/** The search link opens a dialog instead of a page. Its code, and the index, are loaded at the first use and not before. */
export function startSearch(): void {
  document.querySelector('[data-search]')?.addEventListener('click', event => {
    event.preventDefault();
    void import('../search/dialog.ts').then(({ openSearch }) => openSearch());
  });

  const results = document.getElementById('search-results');
  const form = document.querySelector<HTMLFormElement>('main form[role=search]');
  if (results && form)
    void import('../search/page.ts').then(({ startSearchPage }) => startSearchPage(form, results));
}
