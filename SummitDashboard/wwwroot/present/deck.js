// A talk and where one stands in it. Stage, desk, print and the exported file all walk by these rules.

/** The steps of a talk: a stop (from 0) and how many of its sources are revealed. `seq` counts the moves. */
export class Deck extends EventTarget {
  constructor(script, stop = 0, shown = 0) {
    super();
    this.script = script;
    this.state = { seq: 0, stop: 0, shown: 0, blank: false };
    this.adopt({ stop, shown });
  }

  get stop() {
    return this.script.stops[this.state.stop];
  }
  get isLast() {
    return this.state.stop === this.script.stops.length - 1;
  }
  get isWhole() {
    return this.state.shown === this.stop.revealsHtml.length;
  }

  next() {
    const { stop, shown } = this.state;
    if (!this.isWhole) this.move({ shown: shown + 1 });
    else if (!this.isLast) this.move({ stop: stop + 1, shown: 0 });
  }

  previous() {
    const { stop, shown } = this.state;
    if (shown > 0) this.move({ shown: shown - 1 });
    else if (stop > 0) this.move({ stop: stop - 1, shown: this.script.stops[stop - 1].revealsHtml.length });
  }

  /** To a stop (from 0), nothing of it revealed yet; outside the talk, to its nearer end. */
  jump(stop) {
    this.move({ stop: Math.min(Math.max(stop, 0), this.script.stops.length - 1), shown: 0 });
  }
  revealAll() {
    if (!this.isWhole) this.move({ shown: this.stop.revealsHtml.length });
  }
  blank() {
    this.move({ blank: !this.state.blank });
  }

  /** A move of one's own: everybody else is told. */
  move(change) {
    const was = this.state;
    this.state = { ...was, blank: false, ...change, seq: was.seq + 1 };
    this.dispatchEvent(new CustomEvent('step', { detail: { own: true, was } }));
  }

  /** What somebody else moved to; what the talk does not have is brought to its nearest. */
  adopt({ seq = this.state.seq, stop, shown, blank = false }) {
    const was = this.state;
    stop = Math.min(Math.max(Math.trunc(stop) || 0, 0), this.script.stops.length - 1);
    shown = Math.min(Math.max(Math.trunc(shown) || 0, 0), this.script.stops[stop].revealsHtml.length);
    this.state = { seq, stop, shown, blank: !!blank };
    if (was.stop !== stop || was.shown !== shown || was.blank !== this.state.blank || was.seq !== seq)
      this.dispatchEvent(new CustomEvent('step', { detail: { own: false, was } }));
  }
}

/** So many sources have room at once (StageFrame.Room); of more, they come in runs. */
const room = 9;
/** The first (from 0) of the run in which so many are revealed. */
const runOf = shown => Math.floor(Math.max(shown - 1, 0) / room) * room;

/** Draws a stop into a frame (StageFrame.razor): what is not revealed is not in the page at all. */
export function draw(frame, script, { stop, shown, blank }) {
  const it = script.stops[stop];
  const view = frame.querySelector('.view');
  const guessing = it.guess && shown === 0;
  if (view.dataset.stop !== String(stop)) {
    view.dataset.stop = stop;
    // A page has one first heading: on the stage it is this one, elsewhere the page has its own.
    view.querySelector('.head').innerHTML =
      frame.tagName === 'MAIN' ? it.headHtml : it.headHtml.replace('<h1>', '<p class="h1">').replace('</h1>', '</p>');
  }
  view.classList.toggle('opening', !guessing && shown === 0);
  view.classList.toggle('many', it.revealsHtml.length > 3);
  view.classList.toggle('crowd', it.revealsHtml.length > 6);
  view.classList.toggle('long', it.headline.length > 80);
  const says = view.querySelector('.says');
  const from = guessing ? 0 : runOf(shown);
  const key = `${stop}/${guessing ? 'guess' : from}`;
  if (says.dataset.key !== key) {
    says.replaceChildren();
    says.dataset.key = key;
  }
  const items = guessing
    ? it.guess.wordingsHtml.map((html, i) => `<p class="letter">${letter(i)}</p>${html}<div class="counts" data-wording="${i}"></div>`)
    : it.revealsHtml.slice(from, shown);
  while (says.children.length > items.length) says.lastElementChild.remove();
  for (const html of items.slice(says.children.length)) {
    const li = document.createElement('li');
    li.className = 'say';
    li.innerHTML = html;
    says.append(li);
  }
  view.querySelector('.run').textContent = run(it, guessing ? 0 : shown);
  view.querySelector('.ask').textContent = guessing ? it.guess.question : '';
  const line = view.querySelector('.guessed');
  if (line && !guessing) line.textContent = '';
  const count = frame.querySelector('.count');
  if (count) count.textContent = `${stop + 1} / ${script.stops.length}`;
  const here = frame.querySelector('.track .here');
  if (here) {
    here.hidden = it.place == null;
    if (it.place != null) here.style.left = `${it.place * 100}%`;
  }
  for (const zone of frame.querySelectorAll('.zone'))
    zone.classList.toggle('now', it.place != null && it.place >= zone.dataset.from && it.place < zone.dataset.to);
  for (const bar of frame.querySelectorAll('.progress i')) bar.className = Number(bar.dataset.stop) <= stop ? 'on' : '';
  frame.classList.toggle('blank', !!blank);
  fit(frame);
  // On a phone the stage scrolls: the newest stays in sight.
  const newest = says.lastElementChild;
  const below = newest ? newest.getBoundingClientRect().bottom - view.getBoundingClientRect().bottom : 0;
  if (shown === 0) view.scrollTop = 0;
  else if (below > 0) view.scrollTop += below + 8;
}

// Which of them are seen, where there are more than have room: the others are a step back, or a step on.
function run({ revealsHtml: { length } }, shown) {
  if (shown === 0 || length <= room) return '';
  const from = runOf(shown) + 1;
  return from === shown ? `source ${shown} of ${length}` : `sources ${from} to ${shown} of ${length}`;
}

/** The guesses so far, under each wording: `[ { Br: 3 }, … ]`. */
export function drawCounts(frame, script, { stop, shown, guesses, guessed, here }) {
  const guess = script.stops[stop]?.guess;
  if (!guess) return;
  if (shown > 0) return tally(frame, guess, guesses, runOf(shown));
  for (const box of frame.querySelectorAll('.counts')) {
    const counts = guesses?.[box.dataset.wording] ?? {};
    const most = Math.max(1, ...Object.values(counts));
    box.replaceChildren(
      ...guess.options
        .filter(o => counts[o.key])
        .map(o => {
          const row = document.createElement('div');
          const bar = Object.assign(document.createElement('i'), { ariaHidden: 'true' });
          bar.style.width = `${(counts[o.key] / most) * 100}%`;
          row.append(
            Object.assign(document.createElement('span'), { textContent: o.label }),
            bar,
            Object.assign(document.createElement('b'), { textContent: counts[o.key] }),
          );
          return row;
        }),
    );
  }
  const line = frame.querySelector('.guessed');
  if (line) line.textContent = guessed ? `${guessed} of ${Math.max(here, guessed)} have guessed` : 'Guess on your phone';
  fit(frame);
}

// After the guess: how many were right, under each source that has spoken.
function tally(frame, guess, guesses, from) {
  for (const [at, say] of [...frame.querySelectorAll('.say')].entries()) {
    const i = from + at;
    const counts = guesses?.[guess.places.indexOf(i)];
    const all = counts ? Object.values(counts).reduce((sum, n) => sum + n, 0) : 0;
    let line = say.querySelector('.tally');
    if (!all) {
      line?.remove();
      continue;
    }
    if (!line) say.append((line = Object.assign(document.createElement('p'), { className: 'tally' })));
    line.textContent = `${counts[guess.answers[guess.places.indexOf(i)]] ?? 0} of ${all} guessed it`;
  }
  fit(frame);
}

/**
 * Smaller type where the words would not fit, down to what the last row can still read; then only the newest source is shown at length, and
 * what even so has no room is scrolled.
 */
export function fit(frame) {
  const view = frame.querySelector('.view');
  if (!view || !view.clientHeight) return;
  // Where the names of the phases would be cut, only that of the present one stands there, whole.
  const track = frame.querySelector('.track');
  track.classList.remove('tight');
  track.classList.toggle(
    'tight',
    [...track.querySelectorAll('.zone')].some(zone => zone.scrollWidth > zone.clientWidth + 1),
  );
  view.classList.remove('dense', 'over');
  const fits = () => view.scrollHeight <= view.clientHeight + 1;
  // Paper is read in the hand: there everything has room before anything is left out.
  for (const size of frame.closest('.sheet') ? [1, 0.92, 0.84, 0.76, 0.7, 0.62, 0.54, 0.46] : [1, 0.92, 0.84, 0.76, 0.7]) {
    view.style.setProperty('--fit', size);
    if (fits()) return;
  }
  // What can be scrolled needs nothing left out.
  if (getComputedStyle(view).overflowY === 'auto') return;
  view.classList.add('dense');
  for (const size of [0.7, 0.62, 0.54, 0.46]) {
    view.style.setProperty('--fit', size);
    if (fits()) return;
  }
  view.classList.add('over');
}

export const letter = i => String.fromCharCode(65 + (i % 26));
