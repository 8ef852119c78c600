// Enter chooses from the list what is meant by what was typed. Until the list is of that (data-listed), it waits; and what would leave the
// field waits until it is chosen.

import { isComposing } from './keys.js';

const longest = 5000;
const picker = '[data-listed] [role=combobox]';
const typed = new WeakSet(); // fields in which something was typed since
let waits = null; // for the list
let holds = null; // for the choice: the field, and the key with which it is left

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
  waits?.seen.disconnect();
  clearTimeout(waits?.over);
  waits = null;
}

const isListed = (field, list) => field.value.trim() === list.dataset.listed.trim();

function choose(field) {
  end();
  for (const type of ['keydown', 'keyup'])
    field.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
}

// Circuit messages keep their order: once this is answered, the list has been asked to choose.
async function hold(field) {
  holds = { field };
  try {
    await DotNet.invokeMethodAsync('SummitDashboard', 'Answer');
  } catch {
    /* no connection: what is typed is kept */
  }
  leave();
}

const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
function leave() {
  const { field, key } = holds ?? {};
  holds = null;
  if (!key || document.activeElement !== field) return;
  if (key.key !== 'Tab') return field.dispatchEvent(new KeyboardEvent('keydown', key));
  const all = [...document.querySelectorAll(stops)].filter(
    e => e === field || (e.tabIndex >= 0 && !e.disabled && e.getClientRects().length > 0 && !e.closest('.pick-list')),
  );
  all[all.indexOf(field) + (key.shiftKey ? -1 : 1)]?.focus();
}

// Whoever types on, or leaves the field, means something else.
for (const event of ['input', 'focusout'])
  addEventListener(
    event,
    ({ target }) => {
      if (waits?.field === target) end();
      if (event === 'focusout') typed.delete(target);
      else if (target.matches(picker)) typed.add(target);
    },
    true,
  );

const leaves = e => e.key === 'Tab' || ((e.ctrlKey || e.metaKey) && (e.key === 'Enter' || e.code === 'KeyS'));
const isEnter = e => e.key === 'Enter' && !e.ctrlKey && !e.metaKey && !isComposing(e);

for (const event of ['keydown', 'keyup'])
  addEventListener(
    event,
    e => {
      const field = e.target;
      if (event === 'keydown' && e.isTrusted && leaves(e) && (waits ?? holds)?.field === field) {
        e.preventDefault();
        e.stopImmediatePropagation();
        if (holds) holds.key = e;
        else waits.key = e;
        return;
      }
      const list = isEnter(e) && field.matches?.(picker) && field.closest('[data-listed]');
      if (!list || !e.isTrusted) return;
      const isDown = event === 'keydown';
      if (!typed.has(field) || (isListed(field, list) && !waits)) {
        if (isDown && typed.delete(field)) hold(field);
        return;
      }
      e.preventDefault();
      e.stopImmediatePropagation();
      if (waits || !isDown) return;
      const seen = new MutationObserver(() => {
        if (!isListed(field, list)) return;
        const { key } = waits;
        typed.delete(field);
        choose(field);
        hold(field);
        holds.key = key;
      });
      seen.observe(list, { attributeFilter: ['data-listed'] });
      const over = setTimeout(() => {
        holds = waits;
        end();
        leave();
      }, longest);
      waits = { field, seen, over };
    },
    true,
  );
