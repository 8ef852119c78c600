// Before the first paint: the remembered choice, else what the system says.
(() => {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const chosen = () => { try { return localStorage.getItem('theme'); } catch { return null; } };
  const apply = () => { document.documentElement.dataset.theme = chosen() ?? (system.matches ? 'dark' : 'light'); };
  apply();
  system.addEventListener('change', apply);
  addEventListener('storage', apply);

  window.switchTheme = () => {
    const next = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark';
    try {
      if (next === (system.matches ? 'dark' : 'light')) localStorage.removeItem('theme'); // back to following the system
      else localStorage.setItem('theme', next);
    } catch { /* private mode: the choice lasts as long as the page */ }
    document.documentElement.dataset.theme = next;
  };
})();
