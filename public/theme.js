// Runs before the first paint: the saved theme never flashes, and controls that need scripts appear at once.
(() => {
  const { dataset } = document.documentElement;
  dataset.js = '';
  try {
    // The shape is src/client/store.ts.
    const { theme, wrap } = JSON.parse(localStorage.getItem('kubernetes-notes'));
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
    if (wrap === true) dataset.wrap = '';
  } catch {
    // Nothing is saved, or storage is blocked: the device decides.
  }
})();
