// In a long form whose buttons stay at the foot of the window, what takes the focus by key stands above them, with what can be chosen
// there.
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
// The next slot takes the keys once the one before is coded.
new MutationObserver(changes => changes.forEach(({ target }) => target.matches('.slot.next') && show(target))).observe(
  document.querySelector('main') ?? document.body,
  { subtree: true, attributes: true, attributeFilter: ['class'] },
);
