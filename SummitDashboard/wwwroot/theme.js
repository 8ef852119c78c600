// The switch between light and dark. A page comes from the server in the choice that its cookie tells (ThemeChoice); without one it follows
// the system by itself, so nothing here stands before the first paint.
(() => {
  const root = document.documentElement;
  const isFile = location.protocol === 'file:',
    base = isFile ? '/' : new URL(document.baseURI).pathname;
  const key = 'theme:' + base; // each dashboard of a host has its own
  const system = matchMedia('(prefers-color-scheme: dark)');
  const apply = choice => {
    if (choice === 'light' || choice === 'dark') root.dataset.theme = choice;
    else delete root.dataset.theme;
  };
  if (isFile)
    try {
      apply(localStorage.getItem(key));
    } catch {
      /* a talk in one file has no cookies, and may have no storage */
    }
  // What another tab chose since the server made this page, and from here on.
  else apply(document.cookie.match(/(?:^|; )theme=([^;]*)/)?.[1]);
  addEventListener('storage', e => {
    if (e.key === key) apply(e.newValue);
  });

  window.switchTheme = () => {
    const ofSystem = system.matches ? 'dark' : 'light';
    const next = (root.dataset.theme || ofSystem) === 'dark' ? 'light' : 'dark';
    const choice = next === ofSystem ? null : next; // back to following the system
    apply(choice);
    const secure = location.protocol === 'https:' ? '; secure' : '';
    document.cookie = `theme=${choice ?? ''}; path=${base}; samesite=lax; max-age=${choice ? 31536000 : 0}${secure}`;
    try {
      if (choice) localStorage.setItem(key, choice);
      else localStorage.removeItem(key);
    } catch {
      /* private mode: this tab alone */
    }
  };
})();
