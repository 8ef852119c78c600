// What keys do in a form, and where its focus goes: saving, moving rows, leaving a field.

import { isComposing, isTyping, meanings } from './keys.js';
import { lend } from './lent.js';

const formOf = key => document.querySelector(`[data-draft="${CSS.escape(key)}"]`);

/** Puts the focus where a form begins, in its first field or the text beside it, unless somebody types in another field already. */
export function first(key) {
  const begin = formOf(key)?.querySelector('[data-first]') ?? document.querySelector('main [data-first]');
  const at = document.activeElement;
  if (!at?.value || at.matches('button, [type=radio], [type=checkbox]')) begin?.focus({ preventScroll: begin.matches('ol') });
}

// The field in which somebody saved by Ctrl+S, and whether it was by that: he stays, and goes on.
let [savedIn, isStaying] = [null, false];
addEventListener('click', e => e.isTrusted && e.target.closest?.('[data-save]') && ([savedIn, isStaying] = [null, false]), true);

/** Whether whoever saved last stays in the form. */
export const stays = () => isStaying;

/** Takes the focus to another version that was met. */
export const meet = lend;

/** Takes the focus to why it was not saved, but from whoever saved in the middle of a sentence: it stands beside the buttons too. */
export function reach(box) {
  if (!savedIn || document.activeElement !== savedIn) return lend(box);
}

// Enter in a picker chooses what is offered, and does not save. Where any name may be typed, it takes the one person that is meant.
addEventListener('keydown', e => {
  if (e.key !== 'Enter' || e.ctrlKey || e.metaKey || isComposing(e)) return;
  const field = e.target;
  if (field.matches?.('[data-draft] [role=combobox]')) e.preventDefault();
  if (!field.matches?.('[data-draft] input[list=people]')) return;
  e.preventDefault();
  const typed = field.value.trim().toLowerCase(),
    meant = typed && [...field.list.options].filter(o => ` ${o.value.toLowerCase()}`.includes(` ${typed}`));
  if (meant.length === 1) {
    field.select();
    document.execCommand('insertText', false, meant[0].value); // as if it were typed (typing.js)
  }
  field.dispatchEvent(new Event('change', { bubbles: true }));
});

// What stands in a row's field is told before the row is moved by keys, and by Enter, which adds to a list and does not save the form.
addEventListener(
  'keydown',
  e => {
    const field = e.target;
    if (isComposing(e)) return; // Enter ends the word that is being composed
    if (!field.matches?.('[data-draft] :is(.ordered-row, .texts) :is(input:not([role=combobox]), textarea)')) return;
    const moves = e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown');
    const ends = e.key === 'Enter' && !e.ctrlKey && !e.metaKey && !e.altKey && field.matches('input');
    if (!moves && !ends) return;
    if (ends) e.preventDefault();
    field.blur();
    field.focus({ preventScroll: true });
  },
  true,
);

// While a form is being saved the button that saves and moves on waits for the answer; so does who presses it then.
function clickOnceFree(button, key) {
  if (!button.disabled) return button.click();
  new MutationObserver((_, busy) => {
    if (button.disabled) return;
    busy.disconnect();
    if (button.closest('form')?.dataset.draft === key) button.click();
  }).observe(button, { attributeFilter: ['disabled'] });
}

// What is new has a page of its own once it is saved. Until that comes, or it is clear that it was not saved, the form takes nothing that
// would be in neither: what is typed on is said not to be taken (held.js).
function rest(form, field) {
  const stayed = form.dataset.stays;
  form.inert = true;
  const wake = () => {
    seen.disconnect();
    removeEventListener('lost', wake);
    form.inert = false;
    if (document.activeElement === document.body) field.focus();
  };
  const seen = new MutationObserver(() => form.dataset.stays !== stayed && wake());
  seen.observe(form, { attributeFilter: ['data-stays'] });
  addEventListener('lost', wake);
}

// Ctrl+Enter saves and moves on, Ctrl+S saves and stays: the field is left first, so that its last words count.
addEventListener('keydown', e => {
  if (!(e.ctrlKey || e.metaKey) || e.altKey) return;
  const [key] = meanings(e);
  if (key !== 'Enter' && key !== 's') return;
  if (document.querySelector('dialog[open]')) return e.preventDefault(); // nothing is saved that is behind
  const form = e.target.closest?.('[data-draft]') ?? document.querySelector('[data-draft]');
  // What is ticked and not typed, as the rows of a table, is saved by a button that stands in no form.
  const place = form ?? document;
  if (form?.inert) return e.preventDefault(); // it is being saved, and led away from
  const button = place.querySelector(key === 'Enter' ? '[data-save-on]' : '[data-save]') ?? place.querySelector('[data-save]');
  if (!button) return;
  e.preventDefault();
  const field = document.activeElement;
  field?.blur?.();
  dispatchEvent(new Event('saving')); // what else the server is to know before
  [savedIn, isStaying] = [isTyping({ target: field }) && key === 's' ? field : null, key === 's'];
  clickOnceFree(button, form?.dataset.draft);
  if (button.matches('[data-save-on]')) dispatchEvent(new Event('saving-on')); // keys that follow are meant for the next page
  if (!field?.isConnected || key !== 's') return;
  field.focus();
  if (form && 'leaves' in form.dataset) rest(form, field);
});

// Escape leaves a field for the text that is coded, where the single keys act.
addEventListener('keydown', e => {
  const isField = e.target.matches?.('[data-draft] :is(input, textarea, select):not([role=combobox])');
  if (e.key !== 'Escape' || e.defaultPrevented || isComposing(e) || !isField) return;
  const home = document.querySelector('[data-home]');
  if (home) home.focus({ preventScroll: true });
  else e.target.blur(); // for the key of a message
});
