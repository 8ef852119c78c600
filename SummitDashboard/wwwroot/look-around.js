// Fetched by shell.js where it is needed. Who left a live talk to look around sees the way back on every page.
(() => {
  const key = 'live:' + new URL(document.baseURI).pathname;
  let code;
  try {
    code = sessionStorage.getItem(key);
  } catch {
    /* private mode: Back leads there */
  }
  if (!code || !/^[0-9A-Z]{4,8}$/.test(code)) return;
  const bar = document.createElement('aside');
  bar.className = 'rejoin';
  bar.setAttribute('aria-label', 'Live talk');
  const words = document.createElement('span');
  words.append(
    'Looking around',
    Object.assign(document.createElement('span'), { className: 'more', textContent: ' in the public casebook' }),
  );
  const back = Object.assign(document.createElement('a'), {
    className: 'btn primary',
    href: `live/${code}`,
    textContent: `Back to the talk (${code})`,
  });
  back.addEventListener(
    'click',
    e => {
      e.preventDefault();
      e.stopPropagation();
      location.assign(back.href);
    },
    true,
  ); // a page of its own, not one of the shell's
  const close = Object.assign(document.createElement('button'), {
    type: 'button',
    className: 'btn',
    textContent: '✕',
    ariaLabel: 'Leave the talk',
  });
  close.addEventListener('click', () => {
    sessionStorage.removeItem(key);
    bar.remove();
    document.body.classList.remove('has-rejoin');
  });
  bar.append(words, back, close);
  document.body.append(bar);
  document.body.classList.add('has-rejoin');
})();
