// Picking words in a source's text, by hand and by keyboard.

// What is chosen in the text: of each paragraph that it touches the place where it begins and ends in it (UTF-16 units, the page's own),
// and the words there, by which the server sees whether they are the article's. A triple click ends before the next paragraph's first
// letter.
function chosen() {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const parts = [];
  for (const words of document.querySelectorAll('[data-words]')) {
    if (!range.intersectsNode(words)) continue;
    const [all, part] = [document.createRange(), range.cloneRange()];
    all.selectNodeContents(words);
    if (part.compareBoundaryPoints(Range.START_TO_START, all) < 0) part.setStart(all.startContainer, all.startOffset);
    if (part.compareBoundaryPoints(Range.END_TO_END, all) > 0) part.setEnd(all.endContainer, all.endOffset);
    const text = part.toString();
    if (!text.trim()) continue;
    all.setEnd(part.startContainer, part.startOffset);
    const start = all.toString().length;
    parts.push({ paragraph: +words.dataset.words, start, end: start + text.length, words: text.slice(0, 300) });
  }
  // Words beside the text are ours; what is chosen elsewhere is no try to quote.
  const around = range.commonAncestorContainer,
    list = (around.closest ? around : around.parentElement)?.closest('ol');
  if (parts.length === 0 && !(list?.querySelector('[data-words]') && selection.toString().trim())) return null;
  return {
    paragraphs: parts.length,
    parts: parts.slice(0, 6),
    isTranslated: document.documentElement.matches('.translated-ltr, .translated-rtl'),
  };
}

export function watch(page) {
  let timer, told;
  const tellNow = async () => {
    clearTimeout(timer);
    const choice = chosen();
    await page.invokeMethodAsync('Picked', choice);
    told = JSON.stringify(choice);
  };
  const tell = () => {
    clearTimeout(timer);
    // What was told already is not told again: of it some may have been quoted, which draws the text anew.
    timer = setTimeout(() => JSON.stringify(chosen()) === told || tellNow().catch(() => {}), 150);
  };
  // Who quotes sooner than the page was told what is chosen means what is chosen now.
  const quote = e => {
    const choice = e.target.closest?.('.picker [data-key]') && chosen();
    if (!choice || JSON.stringify(choice) === told) return;
    e.preventDefault();
    e.stopPropagation();
    tellNow().then(
      () => document.querySelector('.picker [data-key]')?.click(),
      () => {},
    );
  };
  // Browsers begin no selection on a link, and the most quoted words are links: while the pointer is down they are none. Who lifts it
  // without having chosen words has followed the link.
  const press = e => {
    const link = e.button === 0 && !e.ctrlKey && !e.metaKey && !e.shiftKey && !e.altKey && e.target.closest?.('[data-words] a[href]');
    if (!link) return;
    const href = link.getAttribute('href');
    link.removeAttribute('href');
    const lift = event =>
      setTimeout(() => {
        if (!link.hasAttribute('href')) link.setAttribute('href', href);
        if (event.type === 'pointerup' && link.contains(event.target) && !chosen()) link.click();
      });
    for (const end of ['pointerup', 'pointercancel']) addEventListener(end, lift, { once: true, signal: AbortSignal.timeout(60000) });
  };
  document.addEventListener('selectionchange', tell);
  addEventListener('pointerdown', press, true);
  addEventListener('click', quote, true);
  return {
    // What has been quoted is chosen no more.
    clear: () => getSelection()?.removeAllRanges(),
    stop: () => {
      document.removeEventListener('selectionchange', tell);
      removeEventListener('pointerdown', press, true);
      removeEventListener('click', quote, true);
    },
  };
}

// Words are picked by keyboard too, in a text that has the focus: right and left choose a word, up and down a paragraph's first; with
// Shift the choice reaches a word further, or to the end of a paragraph. It is the browser's own, so that quoting goes the same way.
const cursors = new WeakMap(); // of each text the words chosen: [paragraph, word] of the first chosen and of the one last moved to
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
addEventListener('keydown', e => {
  const [text, step] = [e.target, steps[e.key]];
  if (!step || e.isComposing || e.ctrlKey || e.metaKey || e.altKey || !text.matches?.('ol.text')) return;
  const paragraphs = [...text.querySelectorAll('[data-words]')].filter(p => /\S/.test(p.textContent));
  const wordsOf = p => [...paragraphs[p].textContent.matchAll(/\S+/g)].map(m => [m.index, m.index + m[0].length]);
  if (paragraphs.length === 0) return;
  e.preventDefault();
  const [last, lastOf] = [paragraphs.length - 1, p => wordsOf(p).length - 1];
  const wordAfter = ([p, w]) => (w < lastOf(p) ? [p, w + 1] : p < last ? [p + 1, 0] : [p, w]);
  const wordBefore = ([p, w]) => (w > 0 ? [p, w - 1] : p > 0 ? [p - 1, lastOf(p - 1)] : [p, w]);
  const endAfter = ([p, w]) => (w < lastOf(p) || p === last ? [p, lastOf(p)] : [p + 1, lastOf(p + 1)]);
  const startBefore = ([p, w]) => (w > 0 || p === 0 ? [p, 0] : [p - 1, 0]);
  const isWord = e.key === 'ArrowRight' || e.key === 'ArrowLeft';
  const was = cursors.get(text);
  let now = [0, 0];
  if (was && e.shiftKey) now = (isWord ? (step > 0 ? wordAfter : wordBefore) : step > 0 ? endAfter : startBefore)(was.to);
  else if (was && isWord) now = (step > 0 ? wordAfter : wordBefore)(was.to);
  else if (was) now = [Math.min(Math.max(was.to[0] + step, 0), last), 0];
  const from = was && e.shiftKey ? was.from : now;
  cursors.set(text, { from, to: now });
  const isForward = from[0] < now[0] || (from[0] === now[0] && from[1] <= now[1]);
  const [[firstP, firstW], [lastP, lastW]] = isForward ? [from, now] : [now, from];
  const range = document.createRange();
  range.setStart(...place(paragraphs[firstP], wordsOf(firstP)[firstW][0]));
  range.setEnd(...place(paragraphs[lastP], wordsOf(lastP)[lastW][1]));
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  const seen = isForward ? range.endContainer : range.startContainer;
  (seen.parentElement ?? paragraphs[now[0]]).scrollIntoView({ block: 'nearest' });
});

// Where a character of a paragraph stands among its pieces.
function place(paragraph, offset) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && offset > node.length) {
    offset -= node.length;
    node = walker.nextNode();
  }
  return [node, offset];
}
