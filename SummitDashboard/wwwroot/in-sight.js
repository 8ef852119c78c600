// In a long form whose buttons stay at the foot of the window, what takes the focus by key stands above them, with what can be chosen
// there; and so does what a key has changed.
let isByKey = false;
addEventListener('keydown', () => (isByKey = true), true);
addEventListener('pointerdown', () => (isByKey = false), true);

const head = 72,
  room = 8;
const show = block => {
  const bar = document.querySelector('.tools.stays');
  if (!isByKey || !bar || !block?.isConnected || bar.contains(block)) return;
  const { top, bottom } = block.getBoundingClientRect(),
    foot = Math.min(innerHeight, bar.getBoundingClientRect().top) - room;
  if (bottom > foot) scrollBy({ top: Math.min(bottom - foot, top - head), behavior: 'instant' });
  else if (top < head) scrollBy({ top: top - head, behavior: 'instant' });
};
addEventListener('focusin', e => {
  const at = e.target;
  const block = at.closest?.('form .slot') ?? at.closest?.('form label') ?? (at.closest?.('form') ? at : null);
  if (block) requestAnimationFrame(() => show(block));
});
addEventListener('answered', ({ detail: pressed }) => {
  pressed.closest('.proposals li')?.scrollIntoView({ block: 'nearest' });
  const isOfQuotation = !pressed.isConnected || pressed.closest('.proposals, .picker, .quote');
  show(
    isOfQuotation
      ? document.querySelector('.quote[data-current=true]')
      : pressed.closest('.slot, .slots + *')
        ? (document.querySelector('.slot.next') ?? [...document.querySelectorAll('.slot')].at(-1))
        : pressed.closest('fieldset, label'),
  );
});
// The next slot takes the keys once the one before is coded. The circuit draws the page anew: it is looked for wherever it stands.
new MutationObserver(changes => {
  for (const { target } of changes) if (target.matches('.slot.next')) show(target);
}).observe(document.body, { subtree: true, attributes: true, attributeFilter: ['class'] });

// The list of keys is folded once somebody has coded a cell with it in sight, and then as it was left.
const folded = isFolded => {
  try {
    if (isFolded !== undefined) localStorage.setItem('desk-keys', isFolded ? 'folded' : 'open');
    return localStorage.getItem('desk-keys');
  } catch {
    return null; // private mode: it is open
  }
};
const fold = () => {
  for (const keys of document.querySelectorAll('.desk-keys:not([data-told])')) {
    keys.dataset.told = '';
    keys.open = folded() !== 'folded';
  }
};
fold();
new MutationObserver(fold).observe(document.body, { subtree: true, childList: true });
addEventListener('saving-on', () => folded() ?? folded(true));
addEventListener('click', e => {
  const keys = e.target.closest?.('.desk-keys summary')?.parentElement;
  if (keys) folded(keys.open); // it is about to turn
});
