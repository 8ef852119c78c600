// Enter chooses from the list what is meant by what was typed. Until the list is of that (data-listed), it waits.

import { isComposing } from './keys.js';

const longest = 5000;
const typed = new WeakSet(); // fields in which something was typed since
let waits = null;

function end() {
  waits?.seen.disconnect();
  clearTimeout(waits?.over);
  waits = null;
}

const isListed = (field, list) => field.value.trim() === list.dataset.listed.trim();

function choose(field) {
  end();
  typed.delete(field);
  for (const type of ['keydown', 'keyup'])
    field.dispatchEvent(new KeyboardEvent(type, { key: 'Enter', code: 'Enter', bubbles: true, cancelable: true }));
}

// Whoever types on, or leaves the field, means something else.
for (const event of ['input', 'focusout'])
  addEventListener(
    event,
    ({ target }) => {
      if (waits?.field === target) end();
      if (event === 'focusout') typed.delete(target);
      else if (target.matches('[data-listed] [role=combobox]')) typed.add(target);
    },
    true,
  );

for (const event of ['keydown', 'keyup'])
  addEventListener(
    event,
    e => {
      const field = e.target,
        list = typed.has(field) && e.key === 'Enter' && !e.ctrlKey && !e.metaKey && !isComposing(e) && field.closest('[data-listed]');
      if (!list) return;
      if (isListed(field, list) && !waits) return typed.delete(field);
      e.preventDefault();
      e.stopImmediatePropagation();
      if (waits || event === 'keyup') return;
      const seen = new MutationObserver(() => isListed(field, list) && choose(field));
      seen.observe(list, { attributeFilter: ['data-listed'] });
      waits = { field, seen, over: setTimeout(end, longest) };
    },
    true,
  );
