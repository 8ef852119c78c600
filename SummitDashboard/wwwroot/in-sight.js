// In a long form whose buttons stay at the foot of the window, what takes the focus by key stands above them, with what can be chosen
// there; and so does what a key has changed, in the form where it was pressed: one that comes stands at its top, whatever key led there.
import { isTyped } from './typing.js';
import { place } from './words.js';

const drawn = () => document.querySelector('[data-draft]')?.dataset.draft;
let pressedIn = null; // the form that the last key was pressed in; none behind a pointer
addEventListener('keydown', () => (pressedIn = drawn()), true);
addEventListener('pointerdown', () => (pressedIn = null), true);

const head = 72,
  room = 8;
const show = block => {
  const bar = document.querySelector('.tools.stays');
  if (pressedIn !== drawn() || !bar || !block?.isConnected || bar.contains(block)) return;
  const { top, bottom } = block.getBoundingClientRect(),
    foot = Math.min(innerHeight, bar.getBoundingClientRect().top) - room;
  if (bottom > foot) scrollBy({ top: Math.min(bottom - foot, top - head), behavior: 'instant' });
  else if (top < head) scrollBy({ top: top - head, behavior: 'instant' });
};

// A passage that is quoted by its number is seen where it stands in the text. The text alone is scrolled, and the focus stays.
const showPassage = proposed => {
  const [number, start, end] = proposed.dataset.at.split('.').map(Number),
    words = document.querySelector(`[data-words="${number}"]`),
    text = words?.closest('ol');
  if (!text || end > words.textContent.length) return;
  const range = document.createRange();
  range.setStart(...place(words, start));
  range.setEnd(...place(words, end));
  const box = text.getBoundingClientRect(),
    whole = words.getBoundingClientRect(),
    { top, bottom } = whole.height + 2 * room <= box.height ? whole : range.getBoundingClientRect();
  if (top < box.top) text.scrollTop += top - box.top - room;
  else if (bottom > box.bottom) text.scrollTop += Math.min(bottom - box.bottom, top - box.top) + room;
};
addEventListener('click', e => {
  const proposed = e.target.closest?.('.proposals [data-at] button')?.closest('[data-at]');
  if (proposed) showPassage(proposed);
});
const blockOf = at => at.closest?.('form .slot') ?? at.closest?.('form label') ?? (at.closest?.('form') ? at : null);
addEventListener('focusin', e => {
  const block = blockOf(e.target);
  if (block) requestAnimationFrame(() => document.activeElement === e.target && show(block)); // not of what was left meanwhile
});
// So it does where the buttons take more room, as for what is said once it is saved.
const grown = new ResizeObserver(() => show(blockOf(document.activeElement)));
addEventListener('answered', ({ detail: pressed }) => {
  if (pressed.matches('.mud-snackbar-action-button')) return; // a message is of no place of the form
  pressed.closest('.proposals li')?.scrollIntoView({ block: 'nearest' });
  const isOfQuotation = !pressed.isConnected || pressed.closest('.proposals, .picker, .quote');
  show(
    isOfQuotation
      ? document.querySelector('.quote[data-current=true]')
      : pressed.closest('.slot, .slots + *')
        ? (document.querySelector('.slot.next') ?? [...document.querySelectorAll('.slot')].at(-1))
        : pressed.closest('fieldset, label'),
  );
});
// The next slot takes the keys once the one before is coded. The circuit draws the page anew: it is looked for wherever it stands.
new MutationObserver(changes => {
  const at = document.activeElement;
  if (at?.matches('.slot input[type=text]') && isTyped(at)) return; // nothing moves under who types
  for (const { target } of changes) if (target.matches('.slot.next')) show(target);
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] });

// The line of sources stands where the one that is coded is in its middle; by hand it goes wherever one likes.
let stood = '';
const showSource = isAgain => {
  const source = document.querySelector('.cells [aria-current]'),
    line = source?.parentElement;
  if (!line || (!isAgain && stood === source.href)) return;
  stood = source.href;
  const [at, all] = [source.getBoundingClientRect(), line.getBoundingClientRect()];
  line.scrollLeft += (at.left + at.right - all.left - all.right) / 2;
};
showSource();
addEventListener('resize', () => showSource(true));
new MutationObserver(() => showSource()).observe(document.body, {
  subtree: true,
  childList: true,
  attributes: true,
  attributeFilter: ['aria-current'],
});

// The list of keys is folded once somebody has coded a cell with it in sight, and then as it was left.
const folded = isFolded => {
  try {
    if (isFolded !== undefined) localStorage.setItem('desk-keys', isFolded ? 'folded' : 'open');
    return localStorage.getItem('desk-keys');
  } catch {
    return null; // private mode: it is open
  }
};
const fold = () => {
  for (const keys of document.querySelectorAll('.desk-keys:not([data-told])')) {
    keys.dataset.told = '';
    keys.open = folded() !== 'folded';
  }
};
// What is said of the cell before stands at the foot of the form's column, where the buttons make room for it: it covers nothing.
const placeSaid = () => {
  const desk = document.querySelector('.desk'),
    bar = desk?.querySelector('.tools.stays')?.getBoundingClientRect(),
    said = document.getElementById('mud-snackbar-container');
  const set = (name, length) => document.documentElement.style.setProperty(`--said-${name}`, `${length}px`);
  set('height', bar && said?.childElementCount > 0 ? said.offsetHeight + 8 : 0);
  if (!bar) return;
  set('top', desk.getBoundingClientRect().top + scrollY);
  set('left', bar.left);
  set('width', bar.width);
  set('bottom', Math.max(0, innerHeight - bar.bottom));
};
const moved = new ResizeObserver(placeSaid);
addEventListener('scroll', placeSaid, { passive: true });
addEventListener('resize', placeSaid);

const watchBar = () => {
  const said = document.getElementById('mud-snackbar-container'); // it may come after the buttons
  if (said) moved.observe(said);
  const bar = document.querySelector('.tools.stays:not([data-watched])');
  if (!bar) return;
  bar.dataset.watched = '';
  grown.disconnect();
  grown.observe(bar);
  moved.observe(bar);
};
fold();
watchBar();
new MutationObserver(() => (fold(), watchBar())).observe(document.body, { subtree: true, childList: true });
addEventListener('saving-on', () => folded() ?? folded(true));
addEventListener('click', e => {
  const keys = e.target.closest?.('.desk-keys summary')?.parentElement;
  if (keys) folded(keys.open); // it is about to turn
});
