import { areOff, boundTo, isPlain, isTyping, meanings } from '../../keys.js';
import { stayAwake } from '../../present/awake.js';
import { Deck, draw, drawCounts, fit } from '../../present/deck.js';
import { call, follow } from '../../present/follow.js';

// The desk draws the stage twice (now, next), keeps the time against the plan, and drives.
const part = name => document.querySelector(`[data-part="${name}"]`);
const script = JSON.parse(document.getElementById('script').textContent);
const { talk, live } = document.body.dataset;
const deck = new Deck(script);
const [now, then] = [part('now'), part('then')];
Object.assign(now.dataset, { talk, ...(live ? { live } : {}) });

function show() {
  const { stop, shown } = deck.state;
  const it = deck.stop;
  draw(now, script, deck.state);
  const whole = deck.isWhole;
  const after = whole ? { stop: stop + 1, shown: 0 } : { stop, shown: shown + 1 };
  then.closest('section').hidden = whole && deck.isLast;
  if (!(whole && deck.isLast)) draw(then, script, { ...after, blank: false });
  part('next-word').textContent = whole
    ? deck.isLast
      ? 'The end'
      : 'Next stop'
    : it.guess && shown === 0
      ? 'Close the guess, reveal'
      : 'Reveal';
  part('left').textContent = deck.state.blank
    ? 'The screen is black'
    : it.revealsHtml.length
      ? `${shown} of ${it.revealsHtml.length} revealed`
      : '';
  part('notes').innerHTML = it.notesHtml || '<p class="muted">No notes for this stop.</p>';
  part('stop-plan').textContent = minutes(it.seconds);
  for (const button of document.querySelectorAll('[data-jump]')) {
    const isHere = Number(button.dataset.jump) === stop;
    isHere ? button.setAttribute('aria-current', 'step') : button.removeAttribute('aria-current');
  }
  const url = new URL(document.querySelector('[data-stage-link]').href);
  url.pathname = url.pathname.replace(/[^/]+$/, stop + 1);
  shown ? url.searchParams.set('shown', shown) : url.searchParams.delete('shown');
  document.querySelector('[data-stage-link]').href = url.href.replaceAll('%2C', ',');
}

// The clock starts with the first move and survives a reload of this tab.
const key = `desk:${new URL(document.baseURI).pathname}:${live || talk}`;
const minutes = s => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, '0')}`;
let time = { run: 0, since: 0, stops: {} };
try {
  time = JSON.parse(sessionStorage.getItem(key)) ?? time;
} catch {
  /* private mode, or something else's entry */
}
const keep = () => {
  try {
    sessionStorage.setItem(key, JSON.stringify(time));
  } catch {
    /* lasts as long as the page */
  }
};
let ticked = performance.now();
function tick() {
  const t = performance.now();
  const passed = (t - ticked) / 1000;
  ticked = t;
  if (time.since) {
    time.run += passed;
    time.stops[deck.state.stop] = (time.stops[deck.state.stop] ?? 0) + passed;
    keep();
  }
  part('clock').textContent = new Date().toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  part('elapsed').textContent = minutes(time.run);
  const spent = time.stops[deck.state.stop] ?? 0;
  part('stop-time').textContent = minutes(spent);
  part('stop-time').classList.toggle('over', deck.stop.seconds > 0 && spent > deck.stop.seconds);
  const planned = script.stops.slice(0, deck.state.stop).reduce((sum, s) => sum + s.seconds, 0);
  const behind = time.run - planned - Math.min(spent, deck.stop.seconds);
  const pace = !time.run
    ? ''
    : behind > 20
      ? `${minutes(behind)} behind the plan`
      : behind < -20
        ? `${minutes(-behind)} ahead of the plan`
        : 'On time';
  if (part('pace').textContent !== pace) part('pace').textContent = pace;
  const run = document.querySelector('[data-do="run"]');
  run.textContent = time.since ? 'Pause' : time.run ? 'Go on' : 'Start the clock';
}
setInterval(tick, 500);

deck.addEventListener('step', ({ detail }) => {
  if (detail.own && !time.since && !time.run) time.since = 1;
  tick();
  show();
});

const tools = follow(deck, now, {
  connection: (on, why = 'Not connected.') => {
    document.querySelector('.connection').textContent = on ? '' : `${why} Going on here; the audience catches up.`;
  },
  counts: state => {
    drawCounts(now, script, state);
  },
  shows: on => part('join')?.setAttribute('aria-pressed', on),
  state: state => {
    part('here').textContent = state.here;
    part('guessed').textContent = state.guessed ? `· ${state.guessed} guessed` : '';
    const mine = state.driver?.id === state.you;
    part('wheel').textContent = mine
      ? 'You drive.'
      : `${state.driver?.name ?? 'Nobody'} drives. What you press here does not move the audience.`;
    const others = state.presenters.filter(p => p.id !== state.you);
    if (state.ended) return;
    part('hand').hidden = !mine || others.length === 0;
    part('take').hidden = mine;
    part('end').hidden = !mine || state.ended;
    const select = part('presenters');
    if (select.dataset.ids !== others.map(p => p.id).join()) {
      select.dataset.ids = others.map(p => p.id).join();
      select.replaceChildren(...others.map(p => new Option(p.name, p.id)));
    }
  },
  ended: isGone => {
    part('wheel').textContent = isGone
      ? 'This session is over, and no longer kept.'
      : 'This session has ended. What was guessed is kept for a day.';
    for (const name of ['hand', 'take', 'qr', 'end']) part(name).hidden = true;
    part('again').hidden = false;
    for (const open of document.querySelectorAll('[data-while-live]')) open.hidden = true;
  },
});

// What was not done says why; nothing here has changed then.
async function done(asked) {
  const answer = await asked?.catch(() => null);
  if (answer !== undefined && !answer?.ok) part('wheel').textContent = (await answer?.text()) ?? 'Not connected. Try again in a moment.';
}

const commands = {
  first: () => deck.jump(0),
  last: () => deck.jump(script.stops.length - 1),
  next: () => deck.next(),
  previous: () => deck.previous(),
  all: () => deck.revealAll(),
  blank: () => deck.blank(),
  theme: () => {
    window.switchTheme?.();
  },
  run: () => {
    time.since = time.since ? 0 : 1;
    tick();
    keep();
  },
  reset: () => {
    time = { run: 0, since: 0, stops: {} };
    keep();
    tick();
  },
  join: () => {
    const on = part('join')?.getAttribute('aria-pressed') !== 'true';
    part('join')?.setAttribute('aria-pressed', on);
    tools.show?.(on);
  },
  hand: () => done(tools.hand?.(part('presenters').value)),
  take: () => done(tools.take?.()),
  end: () => {
    if (confirm('End the session for everybody? The talk itself stays.')) done(tools.end?.());
  },
};
addEventListener('click', e => {
  if (e.detail > 0) e.target.closest('button, summary')?.blur(); // Space turns the stop again, and does not press what was clicked
  const button = e.target.closest('[data-do], [data-jump]');
  if (!button) return;
  button.dataset.jump !== undefined ? deck.jump(Number(button.dataset.jump)) : commands[button.dataset.do]?.();
});
let number = '';
const bound = {
  Home: 'first',
  End: 'last',
  ArrowRight: 'next',
  PageDown: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  PageUp: 'previous',
  ArrowUp: 'previous',
  a: 'all',
  b: 'blank',
  '.': 'blank',
  q: 'join',
};
addEventListener('keydown', e => {
  const [key] = meanings(e);
  if (!key || !isPlain(e) || isTyping(e)) return;
  if (key === ' ' && e.target.closest('button, summary')) return;
  if (key.length === 1 && key !== ' ' && areOff()) return;
  if (/^\d$/.test(key)) {
    number = (number + key).slice(-3);
    part('left').textContent = `→ ${number}: press Enter`;
    return;
  }
  if (key === 'Enter' && number) {
    e.preventDefault();
    deck.jump(Number(number) - 1);
    number = '';
    return show();
  }
  number = '';
  const name = boundTo(e, bound);
  if (!name) return;
  e.preventDefault();
  commands[name]();
});
if (live) call(talk, live);
for (const frame of [now, then]) new ResizeObserver(() => fit(frame)).observe(frame);
show();
tick();
stayAwake();
part('sleepy').hidden = isSecureContext;
