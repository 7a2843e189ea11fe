/** `/`, Ctrl+K and ⌘K go to the search, unless the reader is typing or choosing kanji. */
export function startKeys(): void {
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented || event.altKey) return;
    const isTyping =
      event.target instanceof Element && event.target.closest('input:not([type=radio]), textarea, select');
    const isSlash = event.key === '/' && !event.ctrlKey && !event.metaKey && !isTyping;
    const isK = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
    const search = document.querySelector<HTMLElement>('[data-search]');
    if (!search || !(isSlash || isK)) return;
    event.preventDefault();
    search.click();
  });
}
