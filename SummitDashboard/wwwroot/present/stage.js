import { Deck, draw, drawCounts, fit } from './deck.js';

// The stage: holds the whole talk, so that it goes on when the server is gone. The exported file is this file with its parts inside.
const frame = document.querySelector('.stage');
const script = JSON.parse(document.getElementById('script').textContent);
const deck = new Deck(script, Number(frame.dataset.stop), Number(frame.dataset.shown));
const isFile = frame.dataset.file !== undefined;
const announcer = document.getElementById('said');
const keys = document.getElementById('keys');
const code = document.getElementById('code');

deck.addEventListener('step', ({ detail: { was } }) => {
  draw(frame, script, deck.state);
  remember();
  if (was.stop !== deck.state.stop || was.shown !== deck.state.shown) say();
});
draw(frame, script, deck.state);
document.fonts?.ready.then(() => fit(frame));
new ResizeObserver(() => fit(frame)).observe(frame);

// The address says where one stands, so that a reload and a copied link lead back; Back leaves the stage.
function remember() {
  const { stop, shown } = deck.state;
  if (isFile) return history.replaceState(null, '', `#${stop + 1}${shown ? '.' + shown : ''}`);
  const url = new URL(location);
  url.pathname = url.pathname.replace(/[^/]+$/, stop + 1);
  shown ? url.searchParams.set('shown', shown) : url.searchParams.delete('shown');
  history.replaceState(null, '', decodeURIComponent(url.href) === url.href ? url : url.href.replaceAll('%2C', ','));
}
if (isFile && /^#\d+(\.\d+)?$/.test(location.hash)) {
  const [stop, shown] = location.hash.slice(1).split('.').map(Number);
  deck.adopt({ stop: stop - 1, shown: shown || 0 });
}

function say() {
  const { stop, shown } = deck.state;
  const newest = frame.querySelector('.say:last-child');
  const words = shown === 0 ? `${stop + 1} of ${script.stops.length}: ${frame.querySelector('.head').innerText}` : newest?.innerText ?? '';
  announcer.textContent = words.replace(/\s+/g, ' ');
}

// Keys: a clicker sends Page Up and Page Down, and “.” or B to blank.
const keysOff = () => { try { return localStorage.getItem('keys') === 'off'; } catch { return false; } };
let number = '';
const typed = words => { frame.querySelector('.count').textContent = words ?? `${deck.state.stop + 1} / ${script.stops.length}`; };
let leftFullScreen = -Infinity;
const commands = {
  next: () => deck.next(),
  previous: () => deck.previous(),
  first: () => deck.jump(0),
  last: () => deck.jump(script.stops.length - 1),
  all: () => deck.revealAll(),
  blank: () => deck.blank(),
  full: () => document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {}),
  theme: () => window.switchTheme?.(),
  keys: () => keys.open ? keys.close() : keys.showModal(),
  code: () => code && (code.open ? code.close() : code.showModal()),
  // To where one came from, a view that the walk was made of, else to the talk.
  leave: () => {
    if (!frame.dataset.leave) return;
    if (history.length > 1 && document.referrer.startsWith(location.origin + '/') && !/\/(desk|account)/.test(document.referrer)) history.back();
    else location.assign(frame.dataset.leave);
  },
};
const bound = {
  ArrowRight: 'next', ArrowDown: 'next', ' ': 'next', PageDown: 'next', n: 'next', ArrowLeft: 'previous', ArrowUp: 'previous', PageUp: 'previous', Backspace: 'previous', p: 'previous',
  Home: 'first', End: 'last', a: 'all', b: 'blank', '.': 'blank', f: 'full', F5: 'full', d: 'theme', '?': 'keys', q: 'code',
};
addEventListener('fullscreenchange', () => { if (!document.fullscreenElement) leftFullScreen = performance.now(); });
addEventListener('keydown', e => {
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === 'Escape') {
    if (keys.open || code?.open) return; // the dialog closes itself
    e.preventDefault();
    if (document.fullscreenElement) document.exitFullscreen();
    else if (performance.now() - leftFullScreen > 200) commands.leave(); // not the press that left full screen
    return;
  }
  if (keys.open && e.key !== '?' || code?.open && e.key.toLowerCase() !== 'q') return;
  if (e.key.length === 1 && e.key !== ' ' && keysOff()) return; // WCAG 2.1.4: arrows, Space, Page Up and Page Down stay
  if (/^\d$/.test(e.key)) { number = (number + e.key).slice(-3); announcer.textContent = `${number}: press Enter to go there`; typed(`→ ${number} ⏎`); return; }
  if (e.key === 'Enter') {
    if (number) { deck.jump(Number(number) - 1); number = ''; typed(); e.preventDefault(); }
    else if (!e.target.closest('a, button')) deck.next();
    return;
  }
  number = '';
  typed();
  if (e.key === ' ' && e.target.closest('button, summary')) return;
  const name = e.key === ' ' && e.shiftKey ? 'previous' : bound[e.key.length === 1 ? e.key.toLowerCase() : e.key];
  if (!name) return;
  e.preventDefault();
  commands[name]();
});
addEventListener('click', e => {
  const button = e.target.closest('[data-do]');
  if (button) {
    e.preventDefault();
    if (e.detail > 0) button.blur(); // Space turns the stop again, and does not press what was clicked
    commands[button.dataset.do]?.();
  }
  else if (frame.classList.contains('blank')) deck.blank();
});

// Swipes; two fingers zoom as everywhere.
let start = null;
addEventListener('touchstart', e => { start = e.touches.length === 1 ? { x: e.touches[0].clientX, y: e.touches[0].clientY } : null; }, { passive: true });
addEventListener('touchend', e => {
  if (!start) return;
  const [x, y] = [e.changedTouches[0].clientX - start.x, e.changedTouches[0].clientY - start.y];
  start = null;
  if (Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) x < 0 ? deck.next() : deck.previous();
}, { passive: true });

// The tools go away while nobody moves, and come back for whoever looks for them.
let idle;
const wake = () => { document.body.classList.remove('idle'); clearTimeout(idle); idle = setTimeout(() => document.body.classList.add('idle'), 2500); };
for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin']) addEventListener(event, event === 'keydown' ? e => { if (e.key === 'Tab') wake(); } : wake);
wake();

if (!isFile) {
  const { follow } = await import('./follow.js');
  follow(deck, frame, {
    counts: state => { drawCounts(frame, script, state); frame.querySelector('.here-count').textContent = state.here ? `· ${state.here} here` : ''; },
    refused: state => { typed(`${state.driver.name} has the wheel`); announcer.textContent = `${state.driver.name} has the wheel.`; },
    ended: () => { frame.querySelector('.follow').textContent = 'The live session has ended'; frame.querySelector('.guessed')?.remove(); code?.close(); },
  });
}
document.body.dataset.ready = '';
