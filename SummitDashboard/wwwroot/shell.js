// The shell's small conveniences. Pages work without this file: every control is a link or a GET form.
(() => {
  const base = new URL(document.baseURI).pathname; // what is kept on the device is kept for each dashboard of a host
  // A browser that translates a page puts its own elements in place of the words, and Blazor would go on drawing into what is no longer
  // there: there every page is loaded anew, and translated again.
  const isTranslated = () => document.documentElement.matches('.translated-ltr, .translated-rtl');
  // As by a link: the circuit takes it where it has come.
  const go = url => {
    const link = document.body.appendChild(Object.assign(document.createElement('a'), { href: url, hidden: true }));
    link.click();
    link.remove();
  };
  addEventListener('go', e => go(e.detail)); // of other scripts
  addEventListener(
    'click',
    e => {
      const link =
        isTranslated() &&
        !e.defaultPrevented &&
        e.button === 0 &&
        !e.ctrlKey &&
        !e.metaKey &&
        !e.shiftKey &&
        !e.altKey &&
        e.target.closest?.('a[href]:not([download], [data-key="?"])');
      if (!link || link.target || link.origin !== location.origin) return;
      e.preventDefault();
      e.stopImmediatePropagation();
      location.assign(link.href);
    },
    true,
  );

  // Among links to walk along (data-walk) the arrows go on from the one that has the focus, and take it along.
  const walk = e => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[e.key],
      all = way && e.target.closest('[data-walk]')?.querySelectorAll('a');
    if (!all) return false;
    const next = all[[...all].indexOf(e.target) + way];
    next?.focus();
    next?.click();
    return true;
  };
  // In a table of cells (data-cells) they go from cell to cell, as these stand on the page, whichever way the words in them run. A cell's
  // link takes the focus; the cell itself does where it has none, and where it is read rather than pressed (data-cells="read").
  const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
  let stood = {}; // where in it one stands, of a cell that spans several places
  const placesOf = table => {
    const places = [];
    [...table.rows].forEach((row, y) => {
      let x = 0;
      for (const cell of row.cells) {
        while (places[y]?.[x]) x++;
        for (let down = 0; down < cell.rowSpan; down++)
          for (let right = 0; right < cell.colSpan; right++) (places[y + down] ??= [])[x + right] = cell;
      }
    });
    return places;
  };
  const stepTo = e => {
    const cell = e.target.closest?.('[data-cells] :is(td, th)'),
      [down, right] = (cell && steps[e.key]) ?? [];
    if (right === undefined) return false;
    const table = cell.closest('table'),
      places = placesOf(table);
    let { y, x } = stood.cell === cell ? stood : {};
    if (places[y]?.[x] !== cell) {
      y = places.findIndex(row => row.includes(cell));
      x = places[y].indexOf(cell);
    }
    for (y += down, x += right; places[y]?.[x]; y += down, x += right) {
      const next = places[y][x],
        link = (next.tagName === 'TH' || table.dataset.cells !== 'read') && next.querySelector('a');
      // The head of a group that leads nowhere, and a corner, are no cells.
      if (next === cell || (!link && (next.scope.endsWith('group') || !next.textContent.trim()))) continue;
      if (!link) next.tabIndex = -1;
      (link || next).focus({ preventScroll: true });
      next.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // all of it: a browser is content with an edge
      stood = { cell: next, y, x };
      return true;
    }
    return false;
  };
  // In a list of what was found (data-list) J and K, and the arrows, go from one to the next; a key of its own presses what stands beside.
  const onList = meant => {
    const all = [...(document.querySelector('[data-list]')?.querySelectorAll('[data-item]') ?? [])],
      at = all.indexOf(document.activeElement),
      way = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[meant[0]];
    if (way && (at >= 0 || !meant[0].startsWith('Arrow'))) {
      const next = all[at < 0 ? 0 : at + way];
      next?.focus();
      return !!next || at >= 0;
    }
    const beside = at >= 0 && all[at].closest('li').querySelector(`[data-item-key="${CSS.escape(meant[0])}"]`);
    beside?.click?.();
    return !!beside;
  };
  const keys = import('./keys.js');
  Promise.all([keys, import('./presses.js')]).then(([{ areOff, isPlain, isTyping, meanings }, { press }]) =>
    addEventListener('keydown', e => {
      if (e.defaultPrevented || !isPlain(e) || areOff() || isTyping(e) || e.target.closest?.('dialog, [role=dialog], [role=menu]')) return;
      const meant = meanings(e);
      if (meant.length > 0 && (stepTo(e) || onList(meant))) return e.preventDefault();
      if (meant.length === 0 || (meant[0].startsWith('Arrow') && !e.target.closest?.('[data-arrows]'))) return;
      if (walk(e) || press(meant, e.repeat)) e.preventDefault();
    }),
  );

  // GET forms keep the circuit where there is one, and leave empty fields out of the address.
  addEventListener('submit', e => {
    const form = e.target;
    if (form.method !== 'get' || form.target) return;
    e.preventDefault();
    if (!form.hasAttribute('action')) return; // the circuit takes it; what stands in it never goes into the address
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(form, e.submitter)) if (value !== '') query.append(name, value);
    const text = query.toString().replaceAll('%2C', ',');
    go(new URL(form.action).pathname + (text ? '?' + text : ''));
  });
  addEventListener('change', e => {
    if (e.target.matches('[data-submit]')) e.target.form?.requestSubmit();
    if (e.target.matches('[data-keys-switch]')) {
      try {
        e.target.checked ? localStorage.removeItem('keys') : localStorage.setItem('keys', 'off');
      } catch {
        /* private mode: cannot be remembered */
      }
      say(e.target.checked ? 'Single-key shortcuts are on.' : 'Single-key shortcuts are off.');
    }
  });

  // In-page links are the browser's own: Blazor would scroll, but move neither :target nor what the page knows of its address.
  addEventListener(
    'click',
    e => {
      const link =
        !e.defaultPrevented && e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && !e.altKey && e.target.closest?.('a[href*="#"]');
      if (
        !link ||
        link.target ||
        !link.hash ||
        link.origin + link.pathname + link.search !== location.origin + location.pathname + location.search
      )
        return;
      e.preventDefault();
      if (location.hash === link.hash) document.querySelector(':target')?.scrollIntoView();
      else location.hash = link.hash;
    },
    true,
  );

  // Whether a translation comes before its original; the server sends the next page so (TranslationChoice).
  const switchTranslation = () => {
    const root = document.documentElement,
      isFirst = root.dataset.translation !== 'first';
    if (isFirst) root.dataset.translation = 'first';
    else delete root.dataset.translation;
    const [path, secure] = [new URL(document.baseURI).pathname, location.protocol === 'https:' ? '; secure' : ''];
    document.cookie = `translation=first; path=${path}; samesite=lax; max-age=${isFirst ? 31536000 : 0}${secure}`;
  };

  // Ctrl K from anywhere, in fields too; what it opens is fetched with the first press.
  addEventListener('keydown', e => {
    const opens = (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.code === 'KeyK';
    if (!opens || !document.getElementById('quick')) return;
    e.preventDefault();
    import('./quick.js').then(({ toggle }) => toggle());
  });
  addEventListener('click', e => {
    const opens = e.target.closest('[data-quick]');
    if (opens && !e.ctrlKey && !e.metaKey && !e.shiftKey && document.getElementById('quick')) {
      e.preventDefault();
      e.stopImmediatePropagation();
      import('./quick.js').then(({ toggle }) => toggle());
    }
  }, true);

  addEventListener('click', e => {
    if (e.target.closest('[data-theme-switch]')) import('./theme.js').then(() => switchTheme());
    if (e.target.closest('[data-translation-switch]')) switchTranslation();
    const to = e.target.closest('[data-go]')?.dataset.go;
    if (to) document.querySelector(to)?.focus();
    if (e.target.closest('[data-print]')) print();
    if (e.target.closest('[data-reload]')) location.reload(); // an empty link would lead to the base, the overview
  });

  // A new page changes the title: say it. Where the path is new too, move to the heading; a filter leaves the focus where it is.
  // (FocusOnNavigate would also take the focus when the circuit starts, from whoever has begun to read or type.)
  const say = text => {
    const a = document.getElementById('announcer');
    if (a) {
      a.textContent = '';
      setTimeout(() => (a.textContent = text), 50);
    }
  };
  addEventListener('say', e => say(e.detail)); // of other scripts
  let [title, path] = [document.title, location.pathname];
  // Who was sooner than the drawing, and has gone somewhere by keys on the page that comes, stays there.
  let [entered, isByUs] = ['', false];
  addEventListener('focusin', e => (entered = !isByUs && e.target.closest('main') ? location.pathname : ''));
  const focusByUs = (stop, how) => {
    isByUs = true;
    stop?.focus(how);
    isByUs = false;
  };
  new MutationObserver(() => {
    if (!document.title || (document.title === title && location.pathname === path)) return;
    const moved = location.pathname !== path;
    [title, path] = [document.title, location.pathname];
    say(title);
    if (moved)
      requestAnimationFrame(() => {
        if (entered === path && document.activeElement !== document.body) return;
        const first = document.querySelector('main [data-first]');
        const heading = document.querySelector('main h1');
        if (first)
          first.focus({ preventScroll: first.matches('ol') }); // an empty form is there to be filled in
        else if (heading && !location.hash) {
          heading.tabIndex = -1;
          heading.focus();
        }
      });
  }).observe(document.head, { childList: true, subtree: true, characterData: true });

  // What the keyboard stands on may vanish by its own doing, or rest while it works: it goes on there or beside it, not from the top.
  const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  let [beside, stoodOn] = [[], ''];
  // What is drawn anew as a whole holds its twin.
  const isLike = {
    A: (a, gone) => a.getAttribute('href') === gone.getAttribute('href') && a.textContent === gone.textContent,
    INPUT: (field, gone) => gone.type === 'text' && field.type === 'text' && field.name === gone.name,
    TEXTAREA: (field, gone) => field.name === gone.name,
  };
  const twinOf = gone =>
    isLike[gone.tagName] &&
    (gone.href || stoodOn === location.pathname) && // a field of the same name is another on another page
    [...document.querySelectorAll(`main ${gone.tagName}:is([href], [name])`)].find(
      e => isLike[e.tagName](e, gone) && e.getClientRects().length > 0,
    );
  addEventListener('focusin', e => {
    const all = [...(e.target.closest('main')?.querySelectorAll(stops) ?? [])],
      at = all.indexOf(e.target);
    stoodOn = location.pathname;
    beside = at < 0 ? [] : [...all.slice(at, at + 20), ...all.slice(Math.max(0, at - 20), at).reverse()];
  });
  // Where keys were commands they still are: what takes letters takes the place of nothing but what took them.
  let isField = () => false;
  keys.then(({ isTyping }) => (isField = e => isTyping({ target: e })));
  const isInView = e => e?.isConnected && !e.disabled && e.getClientRects().length > 0;
  const placeOf = gone => {
    const told = gone.dataset.gone && document.querySelector(gone.dataset.gone);
    return isInView(told) ? told : beside.find(e => isInView(e) && (isField(gone) || !isField(e)));
  };
  addEventListener('pointerdown', () => (beside = [])); // a click beside everything means to leave
  new MutationObserver(() => {
    if (beside.length === 0 || document.activeElement !== document.body) return;
    const same = beside[0].isConnected ? beside[0] : twinOf(beside[0]);
    if (!same) focusByUs(placeOf(beside[0]), { preventScroll: beside[0].matches('[data-gone]') });
    else if (!same.disabled) focusByUs(same, { preventScroll: true });
  }).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });

  // What a page could not know when it was made, told also after the circuit has drawn it anew.
  const tell = () => {
    for (const box of document.querySelectorAll('[data-keys-switch]:not([data-told])')) {
      box.dataset.told = '';
      keys.then(({ areOff }) => (box.checked = !areOff()));
    }
    // Who was signed out while typing is told that it waits.
    for (const words of document.querySelectorAll('[data-waiting][hidden]'))
      try {
        if (Object.keys(localStorage).some(key => key.startsWith(`draft:${base}:`) && key.endsWith(':' + words.dataset.waiting)))
          words.hidden = false;
      } catch {
        /* private mode: nothing was kept */
      }
  };
  tell();
  new MutationObserver(tell).observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['hidden'] });

  // What is typed is kept from the first key on.
  if (document.querySelector('[data-draft]')) import('./drafts.js');

  // What a reader presses later comes once the page is there and the browser has nothing to do, so that the circuit comes first. Whoever
  // came from a live talk to look around is led back to it.
  const whenIdle = window.requestIdleCallback ?? setTimeout;
  addEventListener('load', () => {
    whenIdle(() => {
      import('./theme.js');
      import('./overlays.js');
      import('./copy.js');
      import('./in-view.js');
      import('./quick.js');
    });
    try {
      if (sessionStorage.getItem('live:' + base)) import('./look-around.js');
    } catch {
      /* private mode: Back leads there */
    }
  });
})();
