// Picking words in a source's text, by hand and by keyboard.

// A fragment picked in the text: the paragraph, and where it begins and ends in it (UTF-16 units, the page's own).
export function watch(page) {
  const picked = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const words = range.startContainer.parentElement?.closest('[data-words]');
    if (!words || !words.contains(range.endContainer)) return null;
    const before = range.cloneRange();
    before.selectNodeContents(words);
    before.setEnd(range.startContainer, range.startOffset);
    const start = before.toString().length;
    return { paragraph: +words.dataset.words, start, end: start + range.toString().length };
  };
  let timer, told;
  const tellNow = async () => {
    clearTimeout(timer);
    const words = picked();
    await page.invokeMethodAsync('Picked', words);
    told = JSON.stringify(words);
  };
  const tell = () => { clearTimeout(timer); timer = setTimeout(() => tellNow().catch(() => {}), 150); };
  // Who quotes sooner than the page was told what is chosen means what is chosen now.
  const quote = e => {
    const words = e.target.closest?.('.picker [data-key]') && picked();
    if (!words || JSON.stringify(words) === told) return;
    e.preventDefault();
    e.stopPropagation();
    tellNow().then(() => document.querySelector('.picker [data-key]')?.click(), () => {});
  };
  // Browsers begin no selection on a link, and the most quoted words are links: while the pointer is down they are none. Who lifts it without
  // having chosen words has followed the link.
  const press = e => {
    const link = e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && !e.altKey && e.target.closest?.('[data-words] a[href]');
    if (!link) return;
    const href = link.getAttribute('href');
    link.removeAttribute('href');
    const lift = event => setTimeout(() => {
      if (!link.hasAttribute('href')) link.setAttribute('href', href);
      if (event.type === 'pointerup' && link.contains(event.target) && !picked()) link.click();
    });
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, lift, { once: true, signal: AbortSignal.timeout(60000) });
  };
  document.addEventListener('selectionchange', tell);
  addEventListener('pointerdown', press, true);
  addEventListener('click', quote, true);
  return {
    stop: () => {
      document.removeEventListener('selectionchange', tell);
      removeEventListener('pointerdown', press, true);
      removeEventListener('click', quote, true);
    },
  };
}

// Words are picked by keyboard too, in a text that has the focus: right and left choose a word, with Shift one more or one less, up and down
// a paragraph. The selection is the browser's own, so that quoting goes the same way.
const cursors = new WeakMap();
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
addEventListener('keydown', e => {
  const [text, step] = [e.target, steps[e.key]];
  if (!step || e.ctrlKey || e.metaKey || e.altKey || !text.matches?.('ol.text')) return;
  const paragraphs = [...text.querySelectorAll('[data-words]')];
  const wordsOf = p => [...paragraphs[p].textContent.matchAll(/\S+/g)].map(m => [m.index, m.index + m[0].length]);
  if (paragraphs.length === 0) return;
  e.preventDefault();
  let { p, from, to } = cursors.get(text) ?? { p: 0, from: -1, to: -1 };
  if (e.key === 'ArrowUp' || e.key === 'ArrowDown') [p, from, to] = [Math.min(Math.max(p + (from < 0 ? 0 : step), 0), paragraphs.length - 1), 0, 0];
  else if (e.shiftKey && from >= 0) to = Math.min(Math.max(to + step, from), wordsOf(p).length - 1);
  else {
    from = to = step > 0 ? to + 1 : from - 1;
    if (from >= wordsOf(p).length && p < paragraphs.length - 1) [p, from, to] = [p + 1, 0, 0];
    else if (from < 0 && p > 0) { p--; from = to = wordsOf(p).length - 1; }
    from = to = Math.min(Math.max(from, 0), wordsOf(p).length - 1);
  }
  cursors.set(text, { p, from, to });
  const words = wordsOf(p);
  if (words.length === 0) return;
  const range = document.createRange();
  range.setStart(...place(paragraphs[p], words[from][0]));
  range.setEnd(...place(paragraphs[p], words[to][1]));
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  (range.endContainer.parentElement ?? paragraphs[p]).scrollIntoView({ block: 'nearest' });
});

// Where a character of a paragraph stands among its pieces.
function place(paragraph, offset) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && offset > node.length) { offset -= node.length; node = walker.nextNode(); }
  return [node, offset];
}
