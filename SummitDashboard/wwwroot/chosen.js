// What is chosen in a source's text, and stays so where the page draws the text anew.

import { place, whole } from './words.js';

/**
 * Of each paragraph that the choice touches the place where it begins and ends in it (UTF-16 units, the page's own), words whole, and the
 * words there, by which the server sees whether they are the article's. A triple click ends before the next paragraph's first letter.
 */
export function chosen() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const parts = [];
  for (const words of document.querySelectorAll('[data-words]')) {
    if (!range.intersectsNode(words)) continue;
    const [all, part] = [document.createRange(), range.cloneRange()];
    all.selectNodeContents(words);
    if (part.compareBoundaryPoints(Range.START_TO_START, all) < 0) part.setStart(all.startContainer, all.startOffset);
    if (part.compareBoundaryPoints(Range.END_TO_END, all) > 0) part.setEnd(all.endContainer, all.endOffset);
    const text = part.toString();
    if (!text.trim()) continue;
    all.setEnd(part.startContainer, part.startOffset);
    parts.push(whole(words, all.toString().length, all.toString().length + text.length));
  }
  // Words beside the text are ours; what is chosen elsewhere is no try to quote.
  const around = range.commonAncestorContainer,
    list = (around.closest ? around : around.parentElement)?.closest('ol');
  if (parts.length === 0 && !(list?.querySelector('[data-words]') && selection.toString().trim())) return null;
  return {
    paragraphs: parts.length,
    parts: parts.slice(0, 6),
    isTranslated: document.documentElement.matches('.translated-ltr, .translated-rtl'),
  };
}

// A mark that comes or goes in a paragraph, as where a draft is found or another quotes there, takes the browser's choice with the words
// that it stood in. They are the same words: they are chosen again, in the same place; of another cell they are not.
let held = null;

/** What is chosen by now is what stays so. Called by who chooses, since the browser tells it later. */
export function hold() {
  const { parts = [], paragraphs } = chosen() ?? {},
    selection = getSelection();
  const range = parts.length > 0 && paragraphs === parts.length && selection.getRangeAt(0);
  const isBackward = range && range.startContainer === selection.focusNode && range.startOffset === selection.focusOffset;
  held = range ? { parts, isBackward, of: location.pathname } : null;
}

/** Nothing is chosen any more. */
export function chooseNothing() {
  held = null;
  getSelection()?.removeAllRanges();
}

document.addEventListener('selectionchange', hold);
// A hand in the text begins another choice.
addEventListener('pointerdown', e => e.target.closest?.('[data-words]') && (held = null), true);

const isOfText = ({ target }) => (target.closest ? target : target.parentElement)?.closest('[data-words]');
new MutationObserver(changes => {
  if (!held || !changes.some(isOfText) || JSON.stringify(chosen()?.parts) === JSON.stringify(held.parts)) return;
  const paragraphs = held.parts.map(({ paragraph }) => document.querySelector(`[data-words="${paragraph}"]`));
  const isSaid = ({ start, words }, n) => paragraphs[n]?.textContent.startsWith(words, start);
  if (held.of !== location.pathname || !held.parts.every(isSaid)) return;
  const ends = [place(paragraphs[0], held.parts[0].start), place(paragraphs.at(-1), held.parts.at(-1).end)];
  if (held.isBackward) ends.reverse();
  getSelection().setBaseAndExtent(...ends[0], ...ends[1]);
}).observe(document.body, { childList: true, subtree: true, characterData: true });
