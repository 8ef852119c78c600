// What is pressed sooner than the page has answered what was pressed before waits its turn: it is meant for the page as it is then. This
// is the one way of all keys: those that press what carries them, those of the text, and those that save.

import './held.js';
import { areOff, isComposing, isOver, isPlain, isTyping, meanings } from './keys.js';
import { isLost } from './lost.js';
import { said } from './pressed.js';

const formOf = () => document.querySelector('[data-draft]');
const isReady = () => !document.querySelector('[data-draft]:not([data-ready]) [data-save]'); // it looks for what was typed before
let isTextTaken = false;
const carrying = key => !(key === 'text' && isTextTaken) && document.querySelector(`[data-comes~="${CSS.escape(key)}"]`);

/** The keys of a text have their script. */
export function takeText() {
  isTextTaken = true;
  if (waits?.isThere() === true) goOn();
}

// Keys press what carries them (data-key), so that a page states its keys where it states its links.
const offers = () => [...document.querySelectorAll('.mud-snackbar-action-button')];
const linkOf = key =>
  key === 'Backspace' // what the form offers to take back, else a message what was saved; not while something else is begun
    ? document.querySelector('[data-key=Backspace]') ||
      !document.querySelector('form[data-dirty]') && offers().findLast(offer => !('past' in offer.dataset))
    : document.querySelector(`${key.startsWith('Arrow') ? '[data-arrows] ' : ''}[data-key="${CSS.escape(key)}"]`);

// The page before is still there where its neighbour is what the address names by now.
const isBehind = () => ['j', 'k', '[', ']'].some(key => linkOf(key)?.href === location.href);

let waits = null; // what the page owes: how it is seen to be there, since when it is waited for, and whether there is a form
let held = []; // presses that wait, each with what it was meant for
let toOver = false; // one of them opens the search over the page, and what follows is for it
let moved = false; // one of them has taken the focus elsewhere, and the next go there
const replayed = new WeakSet();

// The circuit draws the page anew when it starts, its main part too; what else is drawn beside that, as messages are, is not the page.
const isOfPage = ({ target, addedNodes }) =>
  !!(target.closest ? target : target.parentElement)?.closest('main') ||
  [...addedNodes].some(n => n.matches?.('main') || n.querySelector?.('main'));
const drawn = new MutationObserver(changes => {
  const isThere = changes.some(isOfPage) && waits?.isThere();
  if (isThere === 'stays') drop();
  else if (isThere) goOn();
});

function wait(isThere, isAnswer = false, isOn = false) {
  waits = { isThere, isAnswer, isOn, isForm: !!formOf(), since: Date.now() };
  drawn.disconnect();
  drawn.observe(document.body, {
    childList: true,
    subtree: true,
    characterData: true,
    attributes: true,
    attributeFilter: ['href', 'data-ready', 'data-draft', 'data-stays', 'data-comes'],
  });
}

function end() {
  drawn.disconnect();
  waits = null;
}

// One after the other, until one has to be answered itself.
function goOn() {
  end();
  while (held.length > 0 && !waits) {
    const coming = comes(held[0]);
    if (coming) wait(() => !carrying(coming) && isReady());
    else replay(held.shift());
  }
  if (held.length === 0) moved = toOver = false;
}

// What a key that waited is for may still be on its way to the page that has come.
const comes = h =>
  isPlain(h) && !areOff() && !isTyping({ target: moved ? document.activeElement : h.target }) && meanings(h).find(carrying);

// They were meant for a page that does not come.
function drop(detail = 'What you pressed meanwhile was meant for the next page, and is not taken.', how = 'say') {
  end();
  const dropped = held.length;
  [held, moved, toOver] = [[], false, false];
  if (dropped > 0) dispatchEvent(new CustomEvent(how, { detail }));
}

// Circuit messages keep their order: when this is answered, all that was sent before is done, and drawn.
async function waitForAnswer(then = () => {}) {
  if (!window.DotNet || !document.querySelector('main[data-live]') || isLost()) return;
  wait(() => false, true);
  const mine = waits;
  try {
    await DotNet.invokeMethodAsync('SummitDashboard', 'Answer');
  } catch {
    /* the circuit has gone, and says so itself */
  }
  if (waits !== mine) return;
  const was = document.activeElement;
  then();
  moved ||= held.length > 0 && document.activeElement !== was;
  goOn();
}

// What was sent before is answered no more.
addEventListener('lost', () => waits && drop('The connection is lost, so what you pressed meanwhile is not taken.', 'tell'));

// Where a button adds a field (data-then), whoever pressed it goes on in the last of these, once it is drawn.
addEventListener('click', e => {
  const fields = e.target.closest?.('[data-then]')?.dataset.then,
    was = document.activeElement;
  if (fields) waitForAnswer(() => document.activeElement === was && [...document.querySelectorAll(fields)].at(-1)?.focus());
});

// What was typed is told as its field is left, and a quotation that is entered is the one that keys are about: both are answered too.
for (const event of ['change', 'focusin'])
  addEventListener(event, ({ target }) => {
    const isTold = target.matches?.(event === 'change' ? '[data-draft] [name]' : '.quote[data-current=false] *');
    if (isTold && (!waits || waits.isAnswer)) waitForAnswer();
  });

// From a form it may take a while: it is saved first, or says why it cannot be left. Another of its kind may begin in its place.
function waitForPage(isOn = false) {
  const [href, was] = [location.href, { ...formOf()?.dataset }];
  let isAnother = false;
  wait(() => {
    const now = formOf()?.dataset;
    if (!was.draft || now?.draft !== was.draft) return (!was.draft || location.href !== href) && isReady() && !isBehind();
    isAnother ||= location.href !== href && !isReady();
    if (!isAnother) return now.stays !== was.stays && 'stays';
    if (!isReady()) return false;
    if (isOn || held.length > 0) document.querySelector('[data-draft] [data-first]')?.focus();
    moved = held.length > 0;
    return true;
  }, false, isOn);
}
// Who saves and goes on means the page that comes then; what waits for another was meant for that.
addEventListener('saving-on', () => {
  if (isLost()) return;
  if (waits && held.length > 0) drop();
  waitForPage(true);
});

// What a button of a form does is answered too, whoever presses it; a key that presses it waits for that itself (press), and what is
// typed for a row that is added is kept for its field (rows.js).
const answersItself = '[data-then], [data-go], [data-save-on], [data-adds], [data-takes-out]';
let isByKey = false;
addEventListener('click', ({ target }) => {
  const button = !isByKey && target.closest?.('[data-draft] button[type=button], .proposals button');
  if (button && !button.matches(answersItself) && (!waits || waits.isAnswer)) waitForAnswer();
});

/** Presses what carries a key; by what it may mean (keys.js), the likeliest first. False where nothing does. */
export function press(meant) {
  const link = meant.map(linkOf).find(Boolean);
  if (!link) return false;
  const here = ({ pathname, search } = location) => pathname + search,
    from = here();
  const leadsOn = formOf() && link.matches('a[href]:not([data-key="?"])') && here(link) !== from; // not to a place in this page
  if (link.closest('form[data-draft]')) offers().forEach(offer => (offer.dataset.past = ''));
  const detail = !link.matches(':disabled') && said(link);
  isByKey = true;
  link.click();
  isByKey = false;
  if (here() !== from || leadsOn) waitForPage();
  else if (!isLost() && !link.matches('a, button[data-go], .pick-keys *, [data-then]'))
    waitForAnswer(() => {
      dispatchEvent(new CustomEvent('answered', { detail: link }));
      if (detail && !link.closest('li')?.querySelector('[role=alert]')) dispatchEvent(new CustomEvent('say', { detail }));
    });
  return true;
}

const saves = e => (e.ctrlKey || e.metaKey) && !e.altKey && ['Enter', 's'].includes(meanings(e)[0]);
// The search over the page (shell.js) opens in its turn where something waits.
const opens = e => (e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.code === 'KeyK';
const text = 'ol:has([data-words])';
// Who is led into the text by a key that waits goes on in it.
const isOfText = (e, [key]) =>
  !e.metaKey && !e.altKey && /^(Arrow\w+|Home|End|Enter)$/.test(key) && (!!e.target.matches?.(text) || isLedThere(e));
const isLedThere = e => e.target === document.body && held.some(h => /^[t\d]$/.test(meanings(h)[0]));
const pressable = 'a[href], button, summary, [type=checkbox], [type=radio]';

// What is not there yet is waited for.
function begin(e, meant) {
  const link = meant.map(linkOf).find(Boolean),
    isKey = isPlain(e) && !areOff() && !isTyping(e);
  if (isKey && link && isBehind()) waitForPage();
  else if (!isReady() && (saves(e) || (isKey && link && !link.matches('a, button[data-go]')))) wait(isReady);
  else {
    const coming = isOfText(e, meant) ? 'text' : isKey && meant.find(carrying);
    if (coming && carrying(coming)) wait(() => !carrying(coming) && isReady());
  }
}

// Who saves and goes on types into the form that comes, wherever the focus is meanwhile, and in letters of any script.
const isForNext = e =>
  isPlain(e) &&
  ([...e.key].length === 1 || ['Backspace', 'Delete'].includes(e.key)) &&
  (waits.isOn || held.some(h => saves(h) && h.key === 'Enter'));

function isHeld(e, meant) {
  if (opens(e)) return held.length > 0;
  if (toOver) return isPlain(e) || saves(e);
  if (saves(e)) return waits.isForm;
  if (isForNext(e)) return true;
  if (isTyping(e)) return false;
  if ((waits.isForm || isLedThere(e) || carrying('text')) && isOfText(e, meant)) return true;
  if (!isPlain(e) || areOff()) return false;
  if (!waits.isForm)
    return meant.some(key => (linkOf(key) && (!key.startsWith('Arrow') || e.target.closest?.('[data-arrows]'))) || /^\w$/.test(key));
  if (['Enter', ' ', 'Escape'].includes(meant[0])) return held.length > 0 || (meant[0] !== 'Escape' && !!e.target.matches?.(pressable));
  return meant[0].length === 1 || ['Backspace', 'Delete'].includes(meant[0]);
}

addEventListener(
  'keydown',
  e => {
    if (replayed.has(e) || isComposing(e) || (isOver(e) && !toOver)) return;
    const meant = meanings(e);
    if (meant.length === 0 && !(waits && isForNext(e))) return;
    if (waits && Date.now() - waits.since > (waits.isForm ? 10_000 : 3000) && !isBehind()) waits.isAnswer ? goOn() : drop();
    if (!waits) begin(e, meant);
    if (!waits || !isHeld(e, meant)) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    if (e.repeat && !isOfText(e, meant)) return;
    const { key, code, ctrlKey, metaKey, altKey, shiftKey, target } = e;
    const isAltGr = !!e.getModifierState?.('AltGraph');
    held.push({ key, code, ctrlKey, metaKey, altKey, shiftKey, modifierAltGraph: isAltGr, target });
    toOver ||= opens(e);
    if (saves(e) && key === 'Enter') document.activeElement?.blur?.(); // what follows is meant for the next page
  },
  true,
);

function replay({ target, ...init }) {
  const was = document.activeElement,
    at = (!moved && target.isConnected && target) || was || document.body,
    e = new KeyboardEvent('keydown', { ...init, bubbles: true, cancelable: true });
  replayed.add(e);
  if (at.dispatchEvent(e)) asTheBrowser(e, at);
  moved ||= document.activeElement !== was;
}

// What the browser does with a key by itself, it does not do with one that a script repeats.
function asTheBrowser({ key, ctrlKey, metaKey }, at) {
  const isEnter = key === 'Enter';
  if (ctrlKey || metaKey) return;
  if (key === 'Escape') return at.closest('dialog')?.close();
  if (at.matches('select')) {
    const [all, from] = [[...at.options], at.selectedIndex + 1];
    const next = [...all.slice(from), ...all.slice(0, from)].find(o => o.text.trim().toLowerCase().startsWith(key.toLowerCase()));
    if (!next) return;
    next.selected = true;
    for (const event of ['input', 'change']) at.dispatchEvent(new Event(event, { bubbles: true }));
  } else if (isTyping({ target: at }) && !(isEnter && at.matches('input'))) {
    if (key === 'Backspace') document.execCommand('delete');
    else if (key === 'Delete') document.execCommand('forwardDelete');
    else if (isEnter || key.length === 1) document.execCommand('insertText', false, isEnter ? '\n' : key);
  } else if (isEnter ? at.matches('a[href], button, summary') : key === ' ' && at.matches(pressable) && !at.matches('a')) at.click();
  else if (isEnter) at.form?.requestSubmit();
}
