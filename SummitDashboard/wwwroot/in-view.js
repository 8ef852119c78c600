// Says before a table that scrolls sideways which of its columns are in view, and leads to the rest.
const heads = 'thead tr:last-child th:not(:first-child)';

const boxOf = region => {
  const box = region.getBoundingClientRect(),
    first = region.querySelector('thead tr:last-child > :first-child'),
    kept = first && getComputedStyle(first).position === 'sticky' ? first.getBoundingClientRect().width : 0;
  return { left: box.left + kept, right: box.right, width: box.width - kept };
};

const show = line => {
  const region = line.nextElementSibling?.firstElementChild;
  if (!region) return;
  const columns = [...region.querySelectorAll(heads)],
    box = boxOf(region),
    inView = columns.map((th, n) => [th.getBoundingClientRect(), n + 1]).filter(([c]) => {
      const middle = (c.left + c.right) / 2;
      return c.width > 0 && middle > box.left && middle < box.right;
    });
  // On a phone the columns are cards, one under the other, and all of them are there.
  line.hidden = inView.length === 0 || inView.length === columns.length || region.scrollWidth <= region.clientWidth + 1;
  if (line.hidden) return;
  const [first, last] = [inView[0][1], inView.at(-1)[1]],
    words = `${first === last ? `Column ${first}` : `Columns ${first} to ${last}`} of ${columns.length} in view`;
  const [said, back, on] = line.children;
  if (said.textContent !== words) said.textContent = words;
  back.disabled = region.scrollLeft <= 1;
  on.disabled = region.scrollLeft + region.clientWidth >= region.scrollWidth - 1;
};

let waits = false;
const look = () => {
  if (waits) return;
  waits = true;
  requestAnimationFrame(() => {
    waits = false;
    document.querySelectorAll('[data-in-view]').forEach(show);
  });
};

addEventListener('scroll', e => e.target.parentElement?.classList.contains('edges') && look(), { capture: true, passive: true });
addEventListener('resize', look);
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
addEventListener('click', e => {
  const button = e.target.closest('[data-in-view] button');
  if (!button) return;
  const region = button.parentElement.nextElementSibling.firstElementChild;
  region.scrollBy({ left: Number(button.dataset.by) * Math.max(120, boxOf(region).width * 0.9) });
});
look();
