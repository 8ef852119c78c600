import { isComposing } from './keys.js';

// Ctrl K: results as one types, the places where one was last, and what the pages are called; chosen by keys.
const base = new URL(document.baseURI).pathname;
const trail = 'places:'; // of each casebook, and of the server's own pages, by their base
const kept = trail + base;
const most = 8;
const dialog = () => document.getElementById('quick');
const field = () => dialog().querySelector('input');
const list = () => document.getElementById('quick-list');

const placesIn = key => {
  try {
    const all = JSON.parse(localStorage.getItem(key) ?? '[]');
    return all.filter(p => typeof p?.url === 'string' && typeof p?.words === 'string');
  } catch {
    return [];
  }
};

const trails = () => {
  try {
    return Object.keys(localStorage).filter(key => key.startsWith(kept));
  } catch {
    return [];
  }
};

/** Places of this browser, the last first; on the server's pages those in casebooks too. */
const recent = () =>
  trails()
    .flatMap(key => placesIn(key).map(p => ({ ...p, url: key.slice(kept.length) + p.url })))
    .sort((a, b) => (b.at ?? 0) - (a.at ?? 0))
    .slice(0, most);

// An address at which there is nothing is no place.
const arrival = location.href;
const isNowhere = () => location.href === arrival && performance.getEntriesByType('navigation')[0]?.responseStatus >= 400;

// Kept is where somebody has been for a moment, by its title without that of the casebook.
const keep = () => {
  const url = (location.pathname + location.search).slice(base.length);
  if (isNowhere()) return;
  if (!url || /^(account|search|new|edit|live)\b/.test(url) || location.pathname.indexOf(base) !== 0) return;
  const words = document.title.split(' · ')[0];
  try {
    const others = placesIn(kept).filter(p => p.url !== url && p.words !== words);
    localStorage.setItem(kept, JSON.stringify([{ url, words, at: Date.now() }, ...others].slice(0, most)));
  } catch {
    /* private mode: nothing is remembered */
  }
};
let pause = setTimeout(keep, 800);
new MutationObserver(() => {
  clearTimeout(pause);
  pause = setTimeout(keep, 800);
}).observe(document.head, { childList: true, subtree: true, characterData: true });
// Who signs out, wherever, leaves no trail of what only some may read.
addEventListener('submit', e => {
  if (e.target.action?.endsWith('/account/sign-out'))
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(trail)) localStorage.removeItem(key);
    } catch {
      /* nothing was kept */
    }
});

const plain = text =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase();

const make = (tag, attributes, ...inside) => {
  const element = Object.assign(document.createElement(tag), attributes);
  element.append(...inside);
  return element;
};

const option = ({ url, words, kind, siglum, colour, pieces, language }) => {
  const said = make('span', { className: 'words', dir: 'auto' });
  if (language) said.lang = language;
  for (const piece of pieces ?? [{ text: words }]) said.append(piece.isFound ? make('mark', {}, piece.text) : piece.text);
  const row = make('a', { href: url, tabIndex: -1 }, ...(siglum ? [make('span', { className: 'key k' + colour }, siglum)] : []), said);
  row.setAttribute('role', 'option');
  if (kind) row.append(make('span', { className: 'is' }, kind));
  return make('li', { role: 'presentation' }, row);
};

const head = words => make('li', { className: 'head', role: 'presentation' }, words);

const options = () => [...list().querySelectorAll('[role=option]')];

const select = at => {
  const all = options();
  all.forEach((one, n) => {
    one.id = 'quick-' + n;
    one.setAttribute('aria-selected', n === at);
  });
  field().setAttribute('aria-activedescendant', all[at]?.id ?? '');
  all[at]?.scrollIntoView({ block: 'nearest' });
};

const chosen = () => options().findIndex(one => one.getAttribute('aria-selected') === 'true');

const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));

let asked = 0;
let asking = null; // what was typed before is not waited for
let shown = Promise.resolve(); // what was typed last stands there once this is done
const show = async () => {
  const words = field().value.trim(),
    mine = ++asked,
    places = [...dialog().querySelectorAll('[data-quick-places] a')],
    here = [...document.querySelectorAll('main a[data-quick]')], // what the page that is open leads to
    links = [...dialog().querySelectorAll('[data-quick-searches] a')],
    place = kind => a => ({ url: a.getAttribute('href') || './', words: a.textContent, kind }),
    searches = links.map(place('saved search')),
    pages = [...here, ...places].map(place('page'));
  const named = [...pages, ...searches].filter(p => plain(p.words).includes(plain(words)));
  const say = text => (dialog().querySelector('[role=status]').textContent = text);
  if (!words) {
    const last = recent().filter(p => p.url !== (location.pathname + location.search).slice(base.length));
    list().replaceChildren(
      ...(last.length ? [head('Where you were'), ...last.map(p => option(p))] : []),
      ...(searches.length ? [head('Saved searches'), ...searches.slice(0, most).map(option)] : []),
      head('Go to'),
      ...pages.map(option),
    );
    say('');
    return select(0);
  }
  let hits = [],
    failed = '',
    lacks = ''; // why there may be more than was found
  const query = '?q=' + encodeURIComponent(words);
  asking?.abort();
  asking = new AbortController();
  try {
    // To look through many casebooks takes longer than to type a letter.
    await wait(Number(dialog().dataset.quickPause ?? 0));
    if (mine !== asked) return;
    const answer = await fetch(dialog().dataset.quickSearch + query, {
      headers: { Accept: 'application/json' },
      signal: asking.signal,
    });
    if (answer.ok) {
      hits = await answer.json();
      lacks = decodeURIComponent(answer.headers.get('Search-Problem') ?? '');
    } else
      failed =
        answer.status === 404
          ? 'There is nothing here for you to search any longer.'
          : 'The server does not answer just now.';
  } catch {
    failed = 'The server cannot be reached just now.';
  }
  if (mine !== asked) return;
  const at = chosen();
  list().replaceChildren(
    ...named.map(option),
    ...hits.map(option),
    option({ url: dialog().querySelector('form').getAttribute('action') + query, words: `All hits for “${words}”`, kind: 'search' }),
  );
  const count = named.length + hits.length;
  const found = count ? `${count} shown` : 'Nothing found with these words';
  say(failed || (lacks && count ? `${found}. ${lacks}` : lacks || found));
  select(at > 0 && at < options().length ? at : 0);
};

const go = url => {
  dialog().close();
  dispatchEvent(new CustomEvent('go', { detail: url }));
};

/** Lists in it, now that it is open (shell.js), and as one types and chooses. */
export function attend() {
  const box = dialog();
  if (!box.watched) {
    box.watched = true;
    field().addEventListener('input', () => (shown = show()));
    box.addEventListener('click', e => {
      if (e.target === box) return box.close(); // beside it
      const row = e.target.closest('[role=option]');
      if (row && !e.ctrlKey && !e.metaKey) {
        e.preventDefault();
        go(row.getAttribute('href'));
      }
    });
    box.addEventListener('keydown', e => {
      if (isComposing(e)) return;
      const [all, at] = [options(), chosen()];
      const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 6, PageUp: at - 6 }[e.key];
      if (to !== undefined) {
        e.preventDefault();
        select(Math.max(0, Math.min(all.length - 1, to)));
      } else if (e.key === 'Enter') {
        e.preventDefault();
        e.stopPropagation();
        const isAll = e.ctrlKey || e.metaKey;
        shown.then(() => {
          const now = options();
          // All hits of nothing are none: the page where one looks for some.
          if (isAll && !field().value.trim()) go(dialog().querySelector('form').getAttribute('action'));
          else go((isAll ? now.at(-1) : (now[chosen()] ?? now.at(-1))).getAttribute('href'));
        });
      }
    });
  }
  shown = show();
}
