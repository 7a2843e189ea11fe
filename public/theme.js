// Runs before the first paint: the saved theme never flashes, and controls that need scripts appear at once.
(() => {
  const { dataset } = document.documentElement;
  dataset.js = '';
  try {
    const theme = localStorage.getItem('kubernetes-notes.theme');
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
  } catch {
    // Storage is blocked: the device decides.
  }
})();
