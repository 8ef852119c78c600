import { stayAwake } from '../../../present/awake.js';
import { follow } from '../../../present/stream.js';

// The audience's page follows the presenter. What it is sent is all that is revealed; what this device guessed, it remembers itself.
const { code } = document.body.dataset;
const [now, count, said, place] = ['now', 'count', 'said', 'place'].map(id => document.getElementById(id));
const [lost, step] = ['.lost', '.step'].map(css => document.querySelector(css));
const base = new URL(document.baseURI).pathname;
const memory = `guesses:${base}:${code}`;
let guesses = {};
try {
  guesses = JSON.parse(sessionStorage.getItem(memory)) ?? {};
} catch {
  /* private mode: remembered as long as the page */
}

// A form that was drawn by the server may know of guesses that this tab does not.
for (const button of now.querySelectorAll('[data-guess] [aria-pressed=true]')) remember(button.form, optionOf(button));

// Of many options one is chosen from a list beside the button; of few, each is a button.
function optionOf(button) {
  return button.form.querySelector('select')?.value ?? button.value;
}

function remember(form, option) {
  guesses[`${form.stop.value}.${form.wording.value}`] = option;
  try {
    sessionStorage.setItem(memory, JSON.stringify(guesses));
  } catch {
    /* as above */
  }
}

// A step that is drawn again asks the same with another form.
function isAsked(form) {
  return [...now.querySelectorAll('[data-guess]')].some(
    f => f.stop.value === form.stop.value && f.wording.value === form.wording.value,
  );
}

function mark() {
  for (const form of now.querySelectorAll('[data-guess]')) {
    const mine = guesses[`${form.stop.value}.${form.wording.value}`];
    const list = form.querySelector('select');
    if (list && mine && !list.value) list.value = mine;
    for (const button of form.querySelectorAll('button')) button.setAttribute('aria-pressed', !!mine && mine === optionOf(button));
  }
  for (const tally of now.querySelectorAll('.tally')) {
    const mine = guesses[`${tally.dataset.stop}.${tally.dataset.wording}`];
    if (!mine || tally.dataset.told !== undefined) continue;
    tally.dataset.told = '';
    const right = mine === tally.dataset.answer;
    tally.append(
      ' · ',
      Object.assign(document.createElement('span'), {
        className: right ? 'good' : '',
        textContent: right ? 'you too' : 'you guessed otherwise',
      }),
    );
  }
}
mark();
addEventListener('change', e => e.target.closest('[data-guess]') && mark());

addEventListener('submit', async e => {
  if (!e.target.matches('[data-guess]')) return;
  e.preventDefault();
  const [form, option] = [e.target, e.submitter && optionOf(e.submitter)];
  if (!option) return;
  const before = guesses[`${form.stop.value}.${form.wording.value}`];
  remember(form, option);
  mark();
  try {
    let answer;
    for (let pause = 1000; ; pause = Math.min(2 * pause, 8000)) {
      answer = await fetch(form.action, {
        method: 'POST',
        headers: { Accept: 'application/json' },
        body: new URLSearchParams({ stop: form.stop.value, wording: form.wording.value, option }),
      });
      if (answer.ok) {
        said.textContent = 'Counted. You can still change it.';
        return;
      }
      if (answer.status !== 503 || !isAsked(form)) break;
      said.textContent = 'The server cannot keep it just now. It is tried again by itself…';
      await new Promise(later => setTimeout(later, pause));
      if (guesses[`${form.stop.value}.${form.wording.value}`] !== option) return; // chosen anew meanwhile
    }
    said.textContent = (await answer.json().catch(() => ({}))).words || 'That was not counted. Try once more.';
  } catch {
    said.textContent = 'Not connected: that was not counted. Try again in a moment.';
  }
  remember(form, before);
  mark();
});

// Either in step or not, and never both.
const status = words => {
  step.hidden = !!words;
  lost.hidden = !words;
  if (words && lost.textContent !== words) lost.textContent = words;
  if (words) count.textContent = ''; // how many have guessed is not known now
};

let seq = -1;
let waiting;
const stream = follow(`live/${code}/stream`, {
  state(state) {
    status('');
    if (state.ended) {
      stream.close();
      location.reload();
      return;
    }
    if (state.seq === seq) return;
    const isFirst = seq < 0;
    seq = state.seq;
    const [wasHeading, wasSaid] = [now.querySelector('h1')?.textContent, now.querySelectorAll('.say').length];
    now.innerHTML = state.html;
    place.textContent = state.place;
    count.textContent = said.textContent = '';
    mark();
    if (isFirst) return;
    const isNew = now.querySelector('h1')?.textContent !== wasHeading;
    if (isNew) scrollTo({ top: 0 });
    else if (now.querySelectorAll('.say').length > wasSaid)
      now
        .querySelector('.say:last-child')
        .scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    document.title = `${now.querySelector('h1')?.textContent ?? ''} · ${code}`;
    live.textContent = isNew ? now.innerText : (now.querySelector('.say:last-child')?.innerText ?? '');
  },
  count: ({ text }) => {
    count.textContent = text;
  },
  lost(isClosed) {
    status(navigator.onLine ? 'Connection lost. Trying again…' : 'This device is offline. It catches up by itself.');
    clearTimeout(waiting);
    if (isClosed) waiting = setTimeout(check, 2000 + Math.random() * 3000);
  },
});

// A stream that was refused for good: is the session over, or the hall full?
async function check() {
  try {
    const page = await fetch(location.pathname, { cache: 'no-store' });
    if (page.status === 404 || page.url !== location.href.split('#')[0]) {
      location.reload();
      return;
    }
  } catch {
    /* still away */
  }
  stream.listen();
}

// Read out what is new.
const live = Object.assign(document.createElement('div'), { className: 'visually-hidden' });
live.setAttribute('aria-live', 'polite');
document.body.append(live);

// A phone that slept may hold a dead stream without knowing: begin anew.
let hidden = 0;
addEventListener('visibilitychange', () => {
  if (document.hidden) hidden = performance.now();
  else if (performance.now() - hidden > 10000) stream.listen(true);
});
addEventListener('online', () => stream.listen(true));
addEventListener('pageshow', e => {
  if (e.persisted) stream.listen(true);
});
addEventListener('pagehide', () => stream.close());
addEventListener('click', e => {
  if (e.target.closest('[data-look-around]'))
    try {
      sessionStorage.setItem('live:' + base, code);
    } catch {
      /* then Back leads here */
    }
});
try {
  sessionStorage.removeItem('live:' + base);
} catch {
  /* nothing was kept */
}
stream.listen();
stayAwake();
