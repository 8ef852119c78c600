// What a press of a key means, on any keyboard: pages, stage and desk ask here.

// Where a layout has letters of another script, the place of the key counts: what a keyboard of the United States has there.
const signs = { Minus: '-_', Equal: '=+', BracketLeft: '[{', BracketRight: ']}', Slash: '/?', Period: '.>', Comma: ',<' };
const placeOf = e =>
  /^Key[A-Z]$/.test(e.code)
    ? e.code[3].toLowerCase()
    : /^(Digit|Numpad)\d$/.test(e.code)
      ? e.code.at(-1)
      : signs[e.code]?.[e.shiftKey ? 1 : 0];

/** True where no modifier but Shift is held. AltGr, which some systems tell as Ctrl and Alt, is how many layouts write their signs. */
export const isPlain = e => !e.metaKey && (e.getModifierState?.('AltGraph') || (!e.ctrlKey && !e.altKey));

/** True for a press that belongs to a word that is being composed: the one that ends it comes, in Safari, as no longer composing. */
export const isComposing = e => e.isComposing || e.keyCode === 229;

/**
 * What a press may mean, the likeliest first: the key by name (`ArrowRight`, `Enter`), its sign, or its letter in lower case; and where
 * that is a letter of another script than Latin, the key at its place. Nothing while a word is being composed, and for dead keys.
 */
export function meanings(e) {
  const { key = '' } = e;
  if (isComposing(e) || ['', 'Process', 'Dead', 'Unidentified'].includes(key)) return [];
  const isAltGr = e.getModifierState?.('AltGraph');
  if (/^[ -~]$/.test(key)) {
    if (isAltGr) return /[a-z0-9 ]/i.test(key) ? [] : [key];
    // On Q, Greek has a semicolon and Hebrew a slash.
    return e.code === 'KeyQ' && /[;:/]/.test(key) ? [key, 'q'] : [key.toLowerCase()];
  }
  if (/^[A-Z][A-Za-z0-9]+$/.test(key)) return [key];
  if (isAltGr || /\p{Script=Latin}/u.test(key) || !/[\p{L}\p{M}\p{Nd}]/u.test(key)) return [];
  const place = placeOf(e);
  return place ? [place] : [];
}

/** What a press is bound to among these, or undefined. */
export const boundTo = (e, bound) => bound[meanings(e).find(name => Object.hasOwn(bound, name))];

const takesLetters = 'input:not([type=radio], [type=checkbox], [type=button], [type=submit], [type=file])';

// What was closed keeps the focus until the browser draws the page, and takes nothing any more.
const isClosed = e => !!e.target.closest?.('dialog:not([open])');

/** True where somebody types. */
export const isTyping = e => !isClosed(e) && !!e.target.closest?.(`${takesLetters}, textarea, select, [contenteditable]`);

/** True for a press that is meant for what lies over the page, or comes while that is open, wherever the focus is. */
export const isOver = e =>
  (!isClosed(e) && !!e.target.closest?.('dialog, [role=dialog], [role=menu]')) || !!document.querySelector('dialog[open], .mud-dialog');

/** True where single-key shortcuts are switched off in this browser (WCAG 2.1.4). */
export const areOff = () => {
  try {
    return localStorage.getItem('keys') === 'off';
  } catch {
    return false;
  }
};
