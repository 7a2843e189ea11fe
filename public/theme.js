// Runs before the first paint; what it reads is described in src/client/store.ts.
(() => {
  const { dataset } = document.documentElement;
  dataset.js = '';
  try {
    const { theme, wrap } = JSON.parse(localStorage.getItem('kubernetes-notes'));
    if (theme === 'light' || theme === 'dark') dataset.theme = theme;
    if (wrap === true) dataset.wrap = '';
  } catch {}
})();
