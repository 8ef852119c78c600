// Enter chooses from the list what is meant by what was typed. Until the list is of that (data-listed), it waits. Whoever goes on meanwhile
// types into the next field: the server hears that this one was left once it has chosen.

import { isComposing } from './keys.js';

const longest = 5000;
const picker = '[data-listed] [role=combobox]';
const ofItems = `.picker${picker}`; // in which nothing else may stand
const typed = new WeakSet(); // fields in which something was typed since
let choice = null; // the field in which Enter was pressed, what watches its list, whether it was left, and a key that saves

// All of it is there to be typed over, at once: asked for by the server, it would come over letters that were typed since.
let isClicked = null;
addEventListener('focusin', ({ target }) => {
  if (!target.matches(picker)) return;
  isClicked = target;
  target.select();
});
addEventListener('mouseup', ({ target }) => {
  if (target === isClicked && target.selectionStart === target.selectionEnd) target.select();
  isClicked = null;
});
addEventListener('keydown', () => (isClicked = null), true);

function end() {
  const mine = choice;
  choice = null;
  mine?.seen?.disconnect();
  clearTimeout(mine?.over);
  if (mine?.isLeft) {
    mine.field.dispatchEvent(new FocusEvent('blur'));
    mine.field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }
  if (mine?.key) (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', mine.key));
}

// Circuit messages keep their order: once this is answered, the list has been asked to choose.
async function endOnceChosen(mine) {
  mine.seen?.disconnect();
  try {
    await DotNet.invokeMethodAsync('SummitDashboard', 'Answer');
  } catch {
    /* no connection: what is typed is kept */
  }
  if (choice === mine) end();
}

const isListed = (field, list) => field.value.trim() === list.dataset.listed.trim();

function press(field, key) {
  for (const type of ['keydown', 'keyup'])
    field.dispatchEvent(new KeyboardEvent(type, { key, code: key, bubbles: true, cancelable: true }));
}

function choose(mine) {
  press(mine.field, 'Enter');
  endOnceChosen(mine);
}

// Whoever leaves it, or saves, has not said which: the one that has these words, or this very name, is meant. Else that is said.
async function chooseIfSure(mine) {
  mine.seen?.disconnect();
  const typed = mine.field.value.trim();
  try {
    await DotNet.invokeMethodAsync('SummitDashboard', 'Answer'); // by then the list is drawn
  } catch {
    /* no connection: what is typed is kept */
  }
  if (choice !== mine) return;
  const offered = [...document.querySelectorAll('.pick-list .entry > :first-child')].map(item => item.textContent.trim());
  if (offered.length === 1 || offered[0]?.toLowerCase() === typed.toLowerCase()) return choose(mine);
  const why = offered.length === 0 ? 'nothing here has these words' : 'more than one is meant: press Enter on one of them';
  dispatchEvent(new CustomEvent('tell', { detail: `“${typed}” is not chosen; ${why}.` }));
  press(mine.field, 'Tab'); // the list closes
  endOnceChosen(mine);
}

// Once the list is of what was typed.
function begin(field, list, next, rest = {}) {
  const mine = (choice = { field, ...rest });
  if (isListed(field, list)) return void next(mine, true);
  mine.over = setTimeout(() => choice === mine && end(), longest);
  mine.seen = new MutationObserver(() => isListed(field, list) && next(mine, false));
  mine.seen.observe(list, { attributeFilter: ['data-listed'] });
}

// Whoever types on in it means something else.
addEventListener(
  'input',
  ({ target }) => {
    if (choice?.field === target) end();
    if (target.matches(picker)) typed.add(target);
  },
  true,
);
for (const event of ['change', 'blur', 'focusout'])
  addEventListener(
    event,
    e => {
      if (e.target !== choice?.field) return event === 'focusout' && typed.delete(e.target);
      e.stopImmediatePropagation();
      if (event !== 'change') choice.isLeft = true;
    },
    true,
  );
addEventListener('focusin', ({ target }) => target === choice?.field && (choice.isLeft = false), true);

const isEnter = e => e.key === 'Enter' && !e.ctrlKey && !e.metaKey && !isComposing(e);
const isTab = e => e.key === 'Tab' && !e.ctrlKey && !e.metaKey && !e.altKey;
const isSave = e => (e.ctrlKey || e.metaKey) && !e.altKey && (e.key === 'Enter' || e.code === 'KeyS');

for (const event of ['keydown', 'keyup'])
  addEventListener(
    event,
    e => {
      if (!e.isTrusted) return;
      const [field, isDown] = [e.target, event === 'keydown'];
      if (isDown && choice && isSave(e)) {
        e.preventDefault();
        e.stopImmediatePropagation();
        choice.key = e; // what is chosen is saved with it
        return;
      }
      if (choice?.field === field && e.key === 'Tab') return e.stopImmediatePropagation();
      if (isDown && !choice && (isTab(e) || isSave(e)) && field.matches?.(ofItems) && field.value.trim() && typed.delete(field)) {
        if (isSave(e)) e.preventDefault();
        e.stopImmediatePropagation();
        return begin(field, field.closest('[data-listed]'), chooseIfSure, { key: isSave(e) ? e : null });
      }
      const list = isEnter(e) && field.matches?.(picker) && field.closest('[data-listed]');
      if (!list) return;
      if (isDown && !choice && typed.delete(field)) {
        begin(field, list, (mine, isNow) => (isNow ? endOnceChosen : choose)(mine)); // the list itself takes this very Enter
        if (!choice?.seen) return;
      }
      if (choice?.seen) {
        e.preventDefault();
        e.stopImmediatePropagation();
      }
    },
    true,
  );
