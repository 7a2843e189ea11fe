/** A table that is wider than its column scrolls: the keyboard must reach it, and a table that fits must not be a stop. */
export function startScroll(): void {
  for (const table of document.querySelectorAll<HTMLTableElement>('.prose table')) {
    if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
  }
}
