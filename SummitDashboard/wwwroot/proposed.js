// The box of what is proposed at the desk: where it ends, and how much of it stands below. What stands under the box stays where it is.
const foot = 8; // kept free (PassageList.razor.css): the line that says what is below begins there
const boxes = () => document.querySelectorAll('.proposals');
const frame = box => box.parentElement;
const more = box => frame(box).querySelector('.more');

// Passages of which the end is out of sight below.
const below = box => {
  const end = box.getBoundingClientRect().bottom - foot + 1;
  return [...box.querySelectorAll('li')].filter(item => item.getBoundingClientRect().bottom > end);
};
const say = box => {
  const left = below(box).length;
  more(box).hidden = left === 0;
  if (left > 0) more(box).textContent = `${left} more below ↓`;
};

// It ends at a line where it is longer than its box: half a line reads as broken.
const endAtALine = box => {
  if (box.scrollTop > 0) return say(box);
  box.style.height = frame(box).style.marginBottom = '';
  more(box).hidden = true;
  if (box.scrollHeight <= box.clientHeight) return;
  const { top, bottom } = box.getBoundingClientRect(),
    lines = [...box.querySelectorAll('.btn')].map(button => button.getBoundingClientRect()),
    words = document.createTreeWalker(box, NodeFilter.SHOW_TEXT),
    range = document.createRange();
  while (words.nextNode()) {
    range.selectNodeContents(words.currentNode);
    lines.push(...range.getClientRects());
  }
  for (const item of box.querySelectorAll('li')) {
    const { top } = item.getBoundingClientRect();
    lines.push({ top, bottom: top + foot }); // the line above it
  }
  let end = bottom - foot - 2;
  for (let cut; (cut = lines.find(line => line.top < end && line.bottom > end)); ) end = cut.top - 1;
  const height = end + foot - top;
  frame(box).style.marginBottom = `${parseFloat(getComputedStyle(frame(box)).marginBottom) + bottom - top - height}px`;
  box.style.height = `${height}px`;
  say(box);
};

const longer = new ResizeObserver(entries => {
  for (const box of new Set(entries.map(({ target }) => target.closest('.proposals')))) if (box) endAtALine(box);
});
addEventListener('resize', () => boxes().forEach(endAtALine));
addEventListener('scroll', ({ target }) => target.matches?.('.proposals') && say(target), { capture: true, passive: true });
addEventListener('click', ({ target }) => {
  const box = target.closest?.('.proposed > .more')?.parentElement.querySelector('.proposals'),
    next = box && below(box)[0];
  if (next) box.scrollTop += next.getBoundingClientRect().top - box.getBoundingClientRect().top - foot;
});
const watch = () => {
  for (const line of document.querySelectorAll('.proposed > .more:not([hidden])'))
    if (!line.parentElement.querySelector('.proposals ol')) line.hidden = true; // nothing is proposed any more
  for (const list of document.querySelectorAll('.proposals ol:not([data-watched])')) {
    list.dataset.watched = '';
    longer.observe(list);
  }
};
watch();
new MutationObserver(watch).observe(document.body, { subtree: true, childList: true });
