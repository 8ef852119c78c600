import { isComposing } from './keys.js';

// In a list of rows: one that was added takes the focus, and what was typed before it came; where one was taken out, its neighbour does.
const rowsOf = list => [...list.querySelectorAll('.ordered-row')];
const firstOf = block => block?.querySelector(':is(input, select, textarea):not([type=hidden], :disabled)');
const longest = 3000;

let waiting = null;
const wait = (list, isThere, next) => {
  waiting?.end();
  const typed = [];
  const watch = new MutationObserver(() => {
    if (!list.isConnected) return end();
    if (!isThere()) return;
    watch.disconnect();
    // What is drawn with it is there in the next frame.
    requestAnimationFrame(() => {
      if (waiting?.end !== end) return; // whoever went on elsewhere stays there
      end();
      const field = next();
      field?.focus();
      if (typed.length > 0 && field?.matches('input, textarea')) document.execCommand('insertText', false, typed.join(''));
    });
  });
  const end = () => {
    watch.disconnect();
    clearTimeout(late);
    if (waiting?.end === end) waiting = null;
  };
  const late = setTimeout(end, longest);
  waiting = { end, typed };
  watch.observe(list, { childList: true, subtree: true });
};

/** A button of a row that was moved takes the focus that the row lost, or has; whoever went on elsewhere meanwhile keeps it there. */
export function focusMoved(button) {
  const has = document.activeElement;
  if (!has || has === document.body || button.closest('.ordered-row')?.contains(has)) button.focus();
}

addEventListener('click', e => {
  const button = e.target.closest?.('[data-adds], [data-takes-out]'),
    list = button?.closest('fieldset');
  if (!list) return;
  const had = rowsOf(list).length;
  if (button.matches('[data-adds]'))
    wait(
      list,
      () => rowsOf(list).length > had,
      () => firstOf([...list.querySelectorAll(button.dataset.adds)].at(-1)),
    );
  else {
    const at = rowsOf(list).indexOf(button.closest('.ordered-row'));
    wait(
      list,
      () => rowsOf(list).length < had,
      () => firstOf(rowsOf(list)[Math.min(at, had - 2)]) ?? list.querySelector('[data-adds]'),
    );
  }
});

addEventListener('focusin', e => e.target.matches('input, select, textarea') && waiting?.end());

addEventListener(
  'keydown',
  e => {
    if (!waiting || e.key.length !== 1 || e.ctrlKey || e.metaKey || e.altKey || isComposing(e)) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    waiting.typed.push(e.key);
  },
  true,
);
