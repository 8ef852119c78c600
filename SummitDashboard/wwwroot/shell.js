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

  // In a list of what was found (data-list) J and K, and the arrows, go from one to the next; a key of its own presses what stands beside.
  const onList = (meant, moves) => {
    const all = [...(document.querySelector('[data-list]')?.querySelectorAll('[data-item]') ?? [])],
      at = all.indexOf(document.activeElement),
      way = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[meant[0]];
    if (way && (at >= 0 || !meant[0].startsWith('Arrow'))) {
      const next = all[at < 0 ? 0 : at + way];
      next?.focus();
      if (next || at >= 0) moves();
      return !!next || at >= 0;
    }
    const beside = at >= 0 && all[at].closest('li').querySelector(`[data-item-key="${CSS.escape(meant[0])}"]`);
    beside?.click?.();
    return !!beside;
  };
  const keys = import('./keys.js');
  const ways = [keys, import('./presses.js'), import('./walks.js'), import('./held.js')];
  Promise.all(ways).then(([{ areOff, isOver, isPlain, isTyping, meanings }, { press }, { stepTo, walk }, { goesOn }]) =>
    addEventListener('keydown', e => {
      if (e.defaultPrevented || !isPlain(e) || areOff() || isTyping(e) || isOver(e)) return;
      const meant = meanings(e);
      if (meant.length > 0 && (stepTo(e) || onList(meant, () => goesOn(e)))) return e.preventDefault();
      if (meant.length === 0 || (meant[0].startsWith('Arrow') && !e.target.closest?.('[data-arrows]'))) return;
      if (walk(e) || press(meant)) e.preventDefault();
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

  // In-page links are the browser's own: Blazor would scroll, but move neither :target nor what the page knows of its address. A page's
  // own scripts come before, who listen on the window.
  document.addEventListener(
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

  // Ctrl K from anywhere, in fields too. It opens at once, so that whatever is typed next is typed there, and to none of the page behind;
  // what it lists is fetched with the first press, and what chooses from that waits for it.
  const quick = () => document.getElementById('quick');
  let [early, opening, watch] = [[], 0];
  const keep = e => {
    if (e.isComposing || e.keyCode === 229 || !/^(Enter|Arrow(Up|Down)|Page(Up|Down))$/.test(e.key)) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    early.push(new KeyboardEvent('keydown', e));
  };
  const settle = () => {
    opening++;
    removeEventListener('keydown', keep, true);
    return early.splice(0);
  };
  const openQuick = () => {
    const box = quick(),
      mine = ++opening;
    if (box.open) return box.close();
    box.showModal();
    box.querySelector('input').select();
    addEventListener('keydown', keep, true);
    // The circuit draws the page anew when it comes, and this with it: what was opened and typed before is so after.
    watch?.disconnect();
    watch = new MutationObserver(() => {
      if (box.isConnected || !quick()) return;
      watch.disconnect();
      const [{ value, selectionStart, selectionEnd }, now] = [box, quick()].map(d => d.querySelector('input'));
      now.value = value;
      if (!quick().open) openQuick();
      now.setSelectionRange(selectionStart, selectionEnd);
    });
    watch.observe(document.body, { childList: true, subtree: true });
    box.onclose = () => {
      if (box.open) return; // again
      watch.disconnect();
      settle();
    };
    import('./quick.js').then(
      ({ attend }) => {
        if (mine !== opening) return;
        const kept = settle();
        attend();
        for (const e of kept) quick().querySelector('input').dispatchEvent(e);
      },
      () => mine === opening && settle().some(e => e.key === 'Enter') && quick().querySelector('form').requestSubmit(),
    );
  };
  addEventListener('keydown', e => {
    if (!(e.ctrlKey || e.metaKey) || e.altKey || e.shiftKey || e.code !== 'KeyK' || !quick()) return;
    e.preventDefault();
    openQuick();
  });
  addEventListener('click', e => {
    if (!e.target.closest('.find[data-quick]') || e.ctrlKey || e.metaKey || e.shiftKey || !quick()) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    openQuick();
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
  const put = (where, text) => {
    if (!where) return;
    where.textContent = '';
    setTimeout(() => (where.textContent = text), 50);
  };
  const say = text => put(document.getElementById('announcer'), text);
  addEventListener('say', e => say(e.detail)); // of other scripts
  // In sight of all, and beside what else is said, such as the title of the page that comes: it would be taken for done.
  let hides = 0;
  addEventListener('tell', e => {
    const told = document.getElementById('told');
    put(told, e.detail);
    told?.classList.replace('visually-hidden', 'announced');
    clearTimeout(hides);
    hides = setTimeout(() => {
      put(told, '');
      told?.classList.replace('announced', 'visually-hidden');
    }, 8000);
  });
  let [title, path] = [document.title, location.pathname];
  let leftAt = () => {};
  import('./left-at.js').then(all => (leftAt = all.leftAt)()?.focus());
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
        const first = leftAt() ?? document.querySelector('main [data-first]');
        const heading = document.querySelector('main h1');
        if (first)
          first.focus({ preventScroll: first.matches('ol') }); // an empty form is there to be filled in
        else if (heading && !location.hash) {
          heading.tabIndex = -1;
          heading.focus();
        }
      });
  }).observe(document.head, { childList: true, subtree: true, characterData: true });

  // What a link shows further down the same page takes the focus, where the link was pressed by a key; the circuit draws it later. Whoever
  // goes back from there stands at the link again.
  const followed = new Map();
  let from = '';
  addEventListener('click', () => (from = location.href), true); // Blazor goes on at once
  const placeIn = hash => document.getElementById(decodeURIComponent(hash.slice(1)));
  addEventListener('click', e => {
    const link = e.target.closest?.('main a[href*="#"]');
    if (!link?.hash || link.target || link.pathname !== path || link !== document.activeElement) return;
    if (e.detail > 0 || !e.defaultPrevented) return; // by the pointer, or no circuit takes it
    const [was, href] = [from, link.href];
    const go = () => {
      const place = location.href === href && placeIn(link.hash);
      if (!place && [link, document.body].includes(document.activeElement)) return;
      drawn.disconnect();
      const head = place && (place.querySelector('h2') ?? place);
      if (!head || ![link, document.body].includes(document.activeElement)) return;
      if (was !== href) followed.set(was, link.getAttribute('href'));
      head.tabIndex = -1;
      focusByUs(head);
    };
    const drawn = new MutationObserver(go);
    drawn.observe(document.querySelector('main'), { childList: true, subtree: true, characterData: true, attributes: true });
    setTimeout(() => drawn.disconnect(), 10_000);
    if (was === href) go();
  });
  addEventListener('popstate', () => {
    const href = location.pathname === path && followed.get(location.href);
    const link = href && document.querySelector(`main a[href="${CSS.escape(href)}"]`);
    if (!link) return;
    // Who has gone elsewhere meanwhile stays there.
    const at = document.activeElement;
    const isAtOne = [...followed.values()].includes(at.getAttribute('href'));
    if (isAtOne || at === document.body || placeIn(link.hash)?.contains(at)) focusByUs(link);
  });

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
  for (const event of ['pointerdown', 'saving-on']) addEventListener(event, () => (beside = [])); // who clicks beside everything leaves
  new MutationObserver(() => {
    if (beside.length === 0 || document.activeElement !== document.body) return;
    const same = beside[0].isConnected ? beside[0] : twinOf(beside[0]);
    if (!same) focusByUs(placeOf(beside[0]), { preventScroll: beside[0].matches('[data-gone]:not([data-scrolls])') });
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

  // Only who can change something is told what became of it.
  if (document.getElementById('mud-snackbar-container')) import('./said.js');

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
