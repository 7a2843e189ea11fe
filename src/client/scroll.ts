/**
 * A table that is wider than its column scrolls: the keyboard must reach it, and a table that fits must not be a stop.
 * The current chapter is brought to the middle of the sidebar when it would be out of sight.
 */
export function startScroll(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('.prose table')) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }
  const nav = document.querySelector('.sidebar');
  const current = nav?.querySelector('[aria-current]');
  if (!nav || !current) return;
  const below = current.getBoundingClientRect().bottom - nav.getBoundingClientRect().top;
  if (below > nav.clientHeight) nav.scrollTop = below - nav.clientHeight / 2;
}
