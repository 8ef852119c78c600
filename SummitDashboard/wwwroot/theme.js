// The switch between light and dark. A page comes from the server in the choice that its cookie tells (ThemeChoice); without one it follows
// the system by itself, so nothing here stands before the first paint.
(() => {
  const root = document.documentElement;
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = choice => { if (choice === 'light' || choice === 'dark') root.dataset.theme = choice; else delete root.dataset.theme; };
  if (location.protocol === 'file:') try { apply(localStorage.getItem('theme')); } catch { /* a talk in one file has no cookies, and may have no storage */ }
  addEventListener('storage', e => { if (e.key === 'theme') apply(e.newValue); }); // what another tab chose

  window.switchTheme = () => {
    const ofSystem = system.matches ? 'dark' : 'light';
    const next = (root.dataset.theme || ofSystem) === 'dark' ? 'light' : 'dark';
    const choice = next === ofSystem ? null : next; // back to following the system
    apply(choice);
    document.cookie = `theme=${choice ?? ''}; path=/; samesite=lax; max-age=${choice ? 31536000 : 0}`;
    try { if (choice) localStorage.setItem('theme', choice); else localStorage.removeItem('theme'); } catch { /* private mode: this tab alone */ }
  };
})();
