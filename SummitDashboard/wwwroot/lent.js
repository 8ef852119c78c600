// A page takes the focus to what has to be seen, as why nothing was saved, from whoever types somewhere: but it is lent. Letters that come
// next are meant for the field that it was taken from, go into it, and are no commands; any other key, or a click, is for what is seen.

import { isComposing, isPlain, isTyping } from './keys.js';

const pause = 700; // whoever is in the middle of a word, or goes to another field, is left alone
let movedAt = -pause;
for (const event of ['keydown', 'input', 'pointerdown'])
  addEventListener(event, e => e.isTrusted && (movedAt = performance.now()), true);

let loan = null;

/** Takes the focus to a box, once nobody is in the middle of something. */
export async function lend(box) {
  for (let rest; (rest = movedAt + pause - performance.now()) > 0; ) await new Promise(done => setTimeout(done, rest));
  if (!box?.isConnected) return;
  const field = document.activeElement;
  const { value: text, selectionStart: at } = field;
  loan = isTyping({ target: field }) && !field.matches('select') ? { field, box, text, at } : null;
  box.focus();
}

const isHeld = e => /^(Shift|Control|Alt|AltGraph|Meta|CapsLock)$/.test(e.key);
const isOfWords = (e, field) =>
  isComposing(e) ||
  e.key === 'Dead' ||
  (isPlain(e) && ([...e.key].length === 1 || /^(Backspace|Delete)$/.test(e.key) || (e.key === 'Enter' && field.matches('textarea')))) ||
  ((e.ctrlKey || e.metaKey) && !e.altKey && /^[vz]$/i.test(e.key));

/** Gives the focus back to whom it was lent from, and tells whether this key goes on with what was typed there. */
export function isGivenBack(e) {
  if (!loan || isHeld(e)) return false;
  const { field, box, text, at } = loan;
  loan = null;
  if (document.activeElement !== box || !isOfWords(e, field) || !field.isConnected || field.disabled) return false;
  field.focus();
  // A field that is left is told, and made what it says without the space that stood before the next word.
  if (field.value !== text && field.value.trim() === text.trim()) field.value = text;
  if (Number.isInteger(at)) field.setSelectionRange(at, at);
  return true;
}

addEventListener('pointerdown', () => (loan = null), true);
