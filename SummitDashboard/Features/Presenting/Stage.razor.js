import { areOff, boundTo, isPlain, meanings } from '../../keys.js';
import { stayAwake } from '../../present/awake.js';
import { Deck, draw, drawCounts, fit } from '../../present/deck.js';

// The stage: holds the whole talk, so that it goes on when the server is gone. The exported file is this file with its parts inside.
const frame = document.querySelector('.stage');
const script = JSON.parse(document.getElementById('script').textContent);
const deck = new Deck(script, Number(frame.dataset.stop), Number(frame.dataset.shown));
const isFile = frame.dataset.file !== undefined;
const announcer = document.getElementById('said');
const keys = document.getElementById('keys');
const join = document.getElementById('join');
let session = {};
stayAwake();

// The way to join fills the stage until the next step; stage and desk show and hide it for one another.
const showJoin = now => {
  if (!join || now === join.open) return;
  if (!now) return join.close();
  join.showModal();
  session.show?.(true);
};
join?.addEventListener('close', () => session.show?.(false));

deck.addEventListener('step', ({ detail: { was } }) => {
  draw(frame, script, deck.state);
  remember();
  if (was.stop !== deck.state.stop || was.shown !== deck.state.shown) {
    showJoin(false);
    say();
  }
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
  const words =
    shown === 0 ? `${stop + 1} of ${script.stops.length}: ${frame.querySelector('.head').innerText}` : (newest?.innerText ?? '');
  announcer.textContent = words.replace(/\s+/g, ' ');
}

// Keys: a clicker sends Page Up and Page Down, and “.” or B to blank.
let number = '';
const typed = words => {
  frame.querySelector('.count').textContent = words ?? `${deck.state.stop + 1} / ${script.stops.length}`;
};
let leftFullScreen = -Infinity;
const commands = {
  next: () => deck.next(),
  previous: () => deck.previous(),
  first: () => deck.jump(0),
  last: () => deck.jump(script.stops.length - 1),
  all: () => deck.revealAll(),
  blank: () => deck.blank(),
  full: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen?.().catch(() => {})),
  theme: () => window.switchTheme?.(),
  keys: () => (keys.open ? keys.close() : keys.showModal()),
  join: () => showJoin(!join?.open),
  // To where one came from, a view that the walk was made of, else to the talk.
  leave: () => {
    if (!frame.dataset.leave) return;
    if (history.length > 1 && document.referrer.startsWith(document.baseURI) && !/\/(desk|account)/.test(document.referrer)) history.back();
    else location.assign(frame.dataset.leave);
  },
};
const bound = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageDown: 'next',
  n: 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Backspace: 'previous',
  p: 'previous',
  Home: 'first',
  End: 'last',
  a: 'all',
  b: 'blank',
  '.': 'blank',
  f: 'full',
  F5: 'full',
  d: 'theme',
  '?': 'keys',
  q: 'join',
};
addEventListener('fullscreenchange', () => {
  if (!document.fullscreenElement) leftFullScreen = performance.now();
});
addEventListener('keydown', e => {
  const [key] = meanings(e);
  if (!key || !isPlain(e)) return;
  if (key === 'Escape') {
    if (keys.open || join?.open) return; // the dialog closes itself
    e.preventDefault();
    if (document.fullscreenElement) document.exitFullscreen();
    else if (performance.now() - leftFullScreen > 200) commands.leave(); // not the press that left full screen
    return;
  }
  const name = key === ' ' && e.shiftKey ? 'previous' : boundTo(e, bound);
  if (keys.open && name !== 'keys') return;
  if (key.length === 1 && key !== ' ' && areOff()) return; // WCAG 2.1.4: arrows, Space, Page Up and Page Down stay
  if (/^\d$/.test(key)) {
    number = (number + key).slice(-3);
    announcer.textContent = `${number}: press Enter to go there`;
    typed(`→ ${number} ⏎`);
    return;
  }
  if (key === 'Enter') {
    if (number) {
      deck.jump(Number(number) - 1);
      number = '';
      typed();
      e.preventDefault();
    } else if (!e.target.closest('a, button')) deck.next();
    return;
  }
  number = '';
  typed();
  if (!name || (key === ' ' && e.target.closest('button, summary'))) return;
  e.preventDefault();
  commands[name]();
});
addEventListener('click', e => {
  const button = e.target.closest('[data-do]');
  if (button) {
    e.preventDefault();
    if (e.detail > 0) button.blur(); // Space turns the stop again, and does not press what was clicked
    commands[button.dataset.do]?.();
  } else if (frame.classList.contains('blank')) deck.blank();
});

// Swipes. Two fingers zoom as everywhere, and what is zoomed is moved by one.
const view = globalThis.visualViewport;
const isZoomed = () => view?.scale > 1.01;
view?.addEventListener('resize', () => document.body.classList.toggle('zoomed', isZoomed()));
let start = null;
addEventListener(
  'touchstart',
  e => {
    start =
      e.touches.length === 1 && !isZoomed() && !e.target.closest('dialog') ? { x: e.touches[0].clientX, y: e.touches[0].clientY } : null;
  },
  { passive: true },
);
addEventListener('touchcancel', () => (start = null));
addEventListener(
  'touchend',
  e => {
    if (!start) return;
    const [x, y] = [e.changedTouches[0].clientX - start.x, e.changedTouches[0].clientY - start.y];
    start = null;
    if (!isZoomed() && Math.abs(x) > 50 && Math.abs(x) > 2 * Math.abs(y)) x < 0 ? deck.next() : deck.previous();
  },
  { passive: true },
);

// The tools go away while nobody moves, and come back for whoever looks for them.
let idle;
const wake = () => {
  document.body.classList.remove('idle');
  clearTimeout(idle);
  idle = setTimeout(() => document.body.classList.add('idle'), 2500);
};
for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin'])
  addEventListener(
    event,
    event === 'keydown'
      ? e => {
          if (e.key === 'Tab') wake();
        }
      : wake,
  );
wake();

if (!isFile) {
  const { follow } = await import('../../present/follow.js');
  session = follow(deck, frame, {
    counts: state => {
      drawCounts(frame, script, state);
      frame.querySelector('.here-count').textContent = state.here ? `· ${state.here} here` : '';
      join.querySelector('.joined').textContent = state.here
        ? `${state.here} ${state.here === 1 ? 'has' : 'have'} joined`
        : 'Nobody has joined yet';
    },
    shows: showJoin,
    refused: state => {
      typed(`${state.driver.name} has the wheel`);
      announcer.textContent = `${state.driver.name} has the wheel.`;
    },
    ended: () => {
      frame.querySelector('.follow').textContent = 'The live session has ended';
      frame.querySelector('.guessed')?.remove();
      showJoin(false);
      document.querySelector('[data-do=join]')?.remove();
    },
  });
}
document.body.dataset.ready = '';
