// What the hand goes on with is meant for what it was begun in, and not for the page that comes meanwhile: a key that is held is one press,
// and a sentence is typed into the field where it began. This listens before all else that takes keys.

import { isComposing, isPlain, isTyping } from './keys.js';
import { isGivenBack } from './lent.js';

const swallow = e => {
  e.preventDefault();
  e.stopImmediatePropagation();
};
const isLetter = e => [...e.key].length === 1;
const saves = e => (e.ctrlKey || e.metaKey) && !e.altKey && e.code === 'KeyS';
const isLongText = e => !!e.target.closest?.('textarea, [contenteditable]');

// Of each key the press with which it was begun, and whether it goes on while it is held.
const begun = new Map();
const goOn = new WeakSet();

/** This press goes on while its key is held, as one moves along a list; else what was taken for a command is taken once. */
export const goesOn = e => goOn.add(e);

// Enter presses, chooses or sends by itself, and Escape closes.
const isTaken = e => (e.defaultPrevented && !goOn.has(e)) || e.key === 'Escape' || (e.key === 'Enter' && !isLongText(e));
// Begun on the page before, it was a command there: nobody could see yet what would take it here.
const isOfBefore = e => (isPlain(e) || saves(e) || e.key === 'Enter') && (isLetter(e) || /^(Enter|Escape|Backspace|Delete)$/.test(e.key));

/** True for a key that is still held from a press which was a command, whatever has the focus now. What moves goes on. */
function isHeldOn(e) {
  const key = e.code || e.key;
  if (!e.repeat) {
    begun.set(key, e);
    return false;
  }
  if (/^(Arrow\w+|Page(Up|Down)|Home|End|Tab)$/.test(e.key)) return false;
  const first = begun.get(key);
  return first ? isTaken(first) : isOfBefore(e);
}

// A streak of typing goes on while each key follows the one before within a moment. Where the page takes the field away in the middle of
// it, as by saving, what is typed on is no command. Whoever leaves the field by hand (Escape, Tab, Enter, a click) ends it.
const pause = 700;
const wasSaved = 'The form was saved and left while you typed; what you typed on was not taken.';
const wasTaken = 'The field that you typed in is gone; what you typed on was not taken.';
// The field and its page, when the last key came, why the field would be gone, whether that key saved, and whether any letter is lost.
let streak = null;
const takesWords = e => isTyping(e) && !e.target.closest('select');
const isOfWords = e => isComposing(e) || e.key === 'Dead' || (isPlain(e) && (isLetter(e) || /^(Backspace|Delete)$/.test(e.key)));
const isGone = ({ field, of }) => !field?.isConnected || field.matches(':disabled, [inert] *') || location.pathname !== of;

function inField(e) {
  const here = { field: e.target, of: location.pathname, at: e.timeStamp };
  if (isOfWords(e) || (e.key === 'Enter' && isPlain(e) && isLongText(e))) streak = { ...here, why: streak?.why ?? wasTaken };
  else streak = saves(e) && streak ? { ...here, why: wasSaved, isSaved: true } : null;
}

// A right that ended in the middle of it has loaded the page anew (circuit.js): by the clock of a page, which begins with it.
const load = 3000;
let isFirst = true;
function isAfterTheEnd(e) {
  const was = isFirst && e.timeStamp < load && 'ended' in document.documentElement.dataset;
  isFirst = false;
  return was;
}

/** True for what is typed on where the field is no more. */
function isTypedOn(e) {
  if (/^(Shift|Control|Alt|AltGraph|Meta|CapsLock)$/.test(e.key)) return false;
  if (isAfterTheEnd(e)) streak = { at: e.timeStamp, why: wasTaken };
  if (streak && e.timeStamp - streak.at > pause) streak = null;
  if (takesWords(e)) inField(e);
  else if (!streak || saves(e)) return false;
  else if (!isOfWords(e) || !isGone(streak) || (streak.isSaved && !streak.isLost && !isLetter(e))) streak = null;
  else {
    if (!streak.isLost) tell(streak);
    Object.assign(streak, { at: e.timeStamp, isLost: true });
    return true;
  }
  return false;
}

// Once, when it is over: the page that comes is said first.
const tell = mine => {
  const { at } = mine;
  setTimeout(() => {
    if (mine.at > at) return tell(mine);
    dispatchEvent(new CustomEvent('tell', { detail: mine.why }));
  }, pause);
};

addEventListener(
  'keydown',
  e => {
    if (!e.isTrusted) return;
    if (isGivenBack(e)) e.stopImmediatePropagation();
    else if (isHeldOn(e) || isTypedOn(e)) swallow(e);
  },
  true,
);
addEventListener('pointerdown', () => (streak = null), true);
