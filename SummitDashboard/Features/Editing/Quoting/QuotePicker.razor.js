import { chooseNothing, chosen, hold } from '../../../chosen.js';
import { isComposing, isTyping } from '../../../keys.js';
import { press, takeText } from '../../../presses.js';
import { byCharacters, countBy, isCutAt, phraseBeside, place, unitAt, wordBefore, wordFrom } from '../../../words.js';

// Picking words in a source's text, by hand and by keyboard.

// What a mouse has chosen is shown as it will be quoted.
function showWhole() {
  const selection = getSelection(),
    paragraphOf = node => (node?.closest ? node : node?.parentElement)?.closest('[data-words]');
  if (!selection || selection.isCollapsed || !paragraphOf(selection.anchorNode) || !paragraphOf(selection.focusNode)) return;
  const parts = chosen()?.parts,
    paragraphs = [...document.querySelectorAll('[data-words]')],
    of = part => paragraphs.find(p => +p.dataset.words === part.paragraph);
  if (!parts?.length || parts.length > 5) return;
  const from = place(of(parts[0]), parts[0].start),
    to = place(of(parts.at(-1)), parts.at(-1).end),
    range = selection.getRangeAt(0);
  const { startContainer, startOffset, endContainer, endOffset } = range;
  if (startContainer === from[0] && startOffset === from[1] && endContainer === to[0] && endOffset === to[1]) return;
  const isBackward = range.startContainer === selection.focusNode && range.startOffset === selection.focusOffset;
  if (isBackward) selection.setBaseAndExtent(...to, ...from);
  else selection.setBaseAndExtent(...from, ...to);
  hold();
}

// By touch the choice is the browser's own while it is made: what will be quoted of it is drawn beneath, and the choice left alone.
function showPicked(choice) {
  if (typeof Highlight === 'undefined') return;
  const parts = choice?.parts ?? [];
  if (parts.length === 0 || parts.length > 5) {
    CSS.highlights.delete('picked');
    return;
  }
  const paragraphs = new Map([...document.querySelectorAll('[data-words]')].map(p => [+p.dataset.words, p]));
  CSS.highlights.set(
    'picked',
    new Highlight(
      ...parts.map(({ paragraph, start, end }) => {
        const range = document.createRange();
        range.setStart(...place(paragraphs.get(paragraph), start));
        range.setEnd(...place(paragraphs.get(paragraph), end));
        return range;
      }),
    ),
  );
}

// What was told to be chosen, with the words that now stand there: an extension may have put others in their place, and ended the choice.
function asItStands(told) {
  const choice = told && JSON.parse(told);
  return choice?.parts
    ? {
        ...choice,
        parts: choice.parts.map(part => {
          const text = document.querySelector(`[data-words="${part.paragraph}"]`)?.textContent ?? '';
          return { ...part, words: text.slice(part.start, part.start + part.words.length) };
        }),
      }
    : null;
}

export function watch(page, quotes) {
  let timer, told;
  // What an address offers stays offered while somebody fills in fields, which ends the browser's choice, until a hand is in the text.
  let offered = null;
  const meant = () => chosen() ?? offered;
  const tellNow = async (choice = meant()) => {
    clearTimeout(timer);
    timer = null;
    await page.invokeMethodAsync('Picked', choice);
    told = JSON.stringify(choice);
  };
  const tell = () => {
    clearTimeout(timer);
    const choice = meant();
    offered &&= choice;
    showPicked(choice);
    // What was told already is not told again: of it some may have been quoted, which draws the text anew.
    timer = setTimeout(() => {
      timer = null;
      if (JSON.stringify(meant()) !== told) tellNow().catch(() => {});
    }, 150);
  };
  // Who quotes sooner than the page was told what is chosen means what is chosen now. Told and quoted at once, it is quoted before
  // whatever is pressed next.
  const quote = e => {
    const button = e.target.closest?.('.picker [data-key]');
    if (!button) return;
    const choice = meant() ?? asItStands(told);
    if (!choice || (JSON.stringify(choice) === told && !button.hidden)) return;
    e.preventDefault();
    e.stopPropagation();
    if (quotes) {
      clearTimeout(timer);
      [timer, told] = [null, JSON.stringify(choice)];
      page.invokeMethodAsync('Quoted', choice).catch(() => {});
      return;
    }
    tellNow(choice).then(
      () => document.querySelector('.picker [data-key]')?.click(),
      () => {},
    );
  };
  // Before a cell is saved it is known what is chosen.
  const tellWhatWaits = () => timer && tellNow().catch(() => {});
  // Browsers begin no selection on a link, and the most quoted words are links: while the pointer is down they are none. Who lifts it
  // without having chosen words has followed the link.
  const press = e => {
    if (e.target.closest?.('[data-words]')) offered = null;
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
  const lifted = e => e.pointerType === 'mouse' && e.button === 0 && setTimeout(showWhole);
  document.addEventListener('selectionchange', tell);
  addEventListener('pointerup', lifted, true);
  addEventListener('pointerdown', press, true);
  addEventListener('click', quote, true);
  // From here on a choice is of characters, or of words again; keys go on at its ends. The next key may follow at once: the server is told
  // afterwards.
  const switchUnits = () => {
    countBy(!byCharacters);
    for (const text of texts()) {
      const { from, to } = cursorOf(text) ?? {};
      if (!from) continue;
      const isForward = from.n < to.n || (from.n === to.n && from.start <= to.start);
      const end = (c, isFirst) => ({
        ...c,
        ...unitAt(text.querySelectorAll('[data-words]')[c.n], isFirst ? c.start : c.end - 1),
      });
      setCursor(text, end(from, isForward), end(to, !isForward));
    }
    showWhole();
    tell();
    page.invokeMethodAsync('Switched', byCharacters).catch(() => {});
  };
  const enter = () => {
    const [text] = texts();
    if (!text) return;
    text.tabIndex = 0;
    text.focus();
  };
  // Behind what was quoted last; where nothing was, with the first passage that is proposed, chosen.
  const begin = () => {
    enter();
    const [text] = texts(),
      proposed = !text?.dataset.at && document.querySelector('.proposals [data-at]'),
      at = (proposed || text)?.dataset.at?.split('.').map(Number);
    if (at) chooseAt(text, ...at, !proposed);
  };
  const keyed = e => {
    const key = e.target.closest?.('.pick-keys [data-key]')?.dataset.key;
    if (key) (key === 'c' ? switchUnits : begin)();
    // A proposed sentence whose words one chooses oneself: at its first word.
    const from = !e.ctrlKey && !e.metaKey && !e.shiftKey && e.target.closest?.('.proposals a[data-from]')?.dataset.from;
    if (!from) return;
    const [paragraph, start] = from.split('.').map(Number),
      [text] = texts(),
      at = text?.querySelector(`[data-words="${paragraph}"]`),
      first = at && wordFrom(at, start);
    if (!first) return;
    e.preventDefault();
    chooseAt(text, paragraph, first.start, first.end);
  };
  const chooseAt = (text, paragraph, start, end, isBehind) => {
    const paragraphs = [...(text?.querySelectorAll('[data-words]') ?? [])];
    const n = paragraphs.findIndex(p => +p.dataset.words === paragraph);
    if (n < 0 || end > paragraphs[n].textContent.length) return;
    const ends = () => [unitAt(paragraphs[n], start), unitAt(paragraphs[n], end - 1)];
    let [from, to] = ends();
    // What is less than a word was chosen by characters.
    const isCut = (isWider, at) => isWider && isCutAt(paragraphs[n].textContent, at);
    if (isCut(from.start < start, start) || isCut(to.end > end, end)) {
      switchUnits();
      [from, to] = ends();
    }
    enter();
    choose(text, paragraphs, { n, start: from.start, end: from.end }, { n, start: to.start, end: to.end });
    if (isBehind) chooseNothing();
  };
  addEventListener('click', keyed, true);
  addEventListener('saving', tellWhatWaits);
  if (chosen()) tell(); // sooner than this was there
  return {
    // A place is chosen for somebody who comes to it; by keys the choice goes on from there. Whoever is in a field already stays there.
    select: (paragraph, start, end) => {
      const at = document.querySelector(`[data-words="${paragraph}"]`);
      if (isTyping({ target: document.activeElement })) {
        const words = at?.textContent.slice(start, Math.min(end, start + 300)).replace(/[\uD800-\uDBFF]$/, '');
        if (words) offered = { paragraphs: 1, parts: [{ paragraph, start, end, words }], isTranslated: false };
        return tell();
      }
      chooseAt(texts()[0], paragraph, start, end);
      offered = chosen();
    },
    // What has been quoted is chosen no more, and may be chosen again at once.
    clear: () => {
      [told, offered] = ['null', null];
      chooseNothing();
    },
    stop: () => {
      countBy(false);
      CSS.highlights?.delete('picked');
      removeEventListener('pointerup', lifted, true);
      document.removeEventListener('selectionchange', tell);
      removeEventListener('pointerdown', press, true);
      removeEventListener('click', quote, true);
      removeEventListener('click', keyed, true);
      removeEventListener('saving', tellWhatWaits);
    },
  };
}

// Words are picked by keyboard too, in a text that has the focus: right and left choose a word, up and down a paragraph's first, Home and
// End its own first and last; with Shift the choice reaches there, up and down to the end of a paragraph. It is the browser's own, so that
// quoting goes the same way.
const cursors = new WeakMap(); // of each text the first word chosen (paragraph, start, end), and the one last moved to
const setCursor = (text, from, to) => cursors.set(text, { from, to, of: location.pathname });
// Of a cell before it is forgotten, though the text is the same.
const cursorOf = text => (cursors.get(text)?.of === location.pathname ? cursors.get(text) : undefined);
const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, Home: -1, End: 1 };
const texts = () => document.querySelectorAll('ol:has([data-words])');
addEventListener('keydown', e => {
  const text = e.target;
  if (isComposing(e) || e.metaKey || e.altKey || !text.matches?.('ol:has([data-words])')) return;
  if (e.key === 'Enter' && !e.ctrlKey && !e.shiftKey) {
    e.preventDefault();
    press(['q']);
    return;
  }
  const isByPhrase = e.ctrlKey && (e.key === 'ArrowRight' || e.key === 'ArrowLeft');
  if (!steps[e.key] || (e.ctrlKey && !isByPhrase)) return;
  const paragraphs = [...text.querySelectorAll('[data-words]')];
  const at = (n, unit) => unit && { n, start: unit.start, end: unit.end };
  // The nearest word from a paragraph on, or from it back.
  const first = n => (n < paragraphs.length ? (at(n, wordFrom(paragraphs[n], 0)) ?? first(n + 1)) : null);
  const last = n => (n >= 0 ? (at(n, wordBefore(paragraphs[n], paragraphs[n].textContent.length)) ?? last(n - 1)) : null);
  const start = first(0);
  if (!start) return;
  e.preventDefault();
  const was = cursorOf(text);
  const isAcross = e.key === 'ArrowRight' || e.key === 'ArrowLeft',
    isToEdge = e.key === 'Home' || e.key === 'End';
  // Where the text runs from right to left, left is onward.
  const isRightToLeft = isAcross && was && getComputedStyle(paragraphs[was.to.n]).direction === 'rtl';
  const step = steps[e.key] * (isRightToLeft ? -1 : 1);
  const after = c => at(c.n, wordFrom(paragraphs[c.n], c.end)) ?? first(c.n + 1) ?? c;
  const before = c => at(c.n, wordBefore(paragraphs[c.n], c.start)) ?? last(c.n - 1) ?? c;
  const isSame = (a, b) => a.n === b.n && a.start === b.start;
  // A paragraph’s end is that of its last sign.
  const toEnd = c => c && { ...c, end: paragraphs[c.n].textContent.trimEnd().length };
  const endAfter = c => toEnd(isSame(last(c.n), c) ? last(first(c.n + 1)?.n ?? c.n) : last(c.n));
  const startBefore = c => (isSame(first(c.n), c) ? first(last(c.n - 1)?.n ?? c.n) : first(c.n));
  const beside = c => (step > 0 ? (first(c.n + 1) ?? first(c.n)) : (first(last(c.n - 1)?.n ?? c.n) ?? c));
  let to = start;
  const edge = n => (e.key === 'Home' ? first(n) : e.shiftKey ? toEnd(last(n)) : last(n));
  if (isToEdge) to = edge((was?.to ?? start).n);
  else if (was && e.shiftKey) to = (isAcross ? (step > 0 ? after : before) : step > 0 ? endAfter : startBefore)(was.to);
  else if (was) to = (isAcross ? (step > 0 ? after : before) : beside)(was.to);
  let from = was && e.shiftKey ? was.from : to;
  if (isByPhrase) {
    const phrase = phraseBeside(paragraphs, was, step);
    if (!phrase) return;
    to = step > 0 || !e.shiftKey ? phrase.last : phrase.first;
    if (!was || !e.shiftKey) from = phrase.first;
  }
  choose(text, paragraphs, from, to);
});

takeText();

// Has the browser choose from one word to another, and the keys go on from the last.
function choose(text, paragraphs, from, to) {
  setCursor(text, from, to);
  const isForward = from.n < to.n || (from.n === to.n && from.start <= to.start);
  const [left, right] = isForward ? [from, to] : [to, from];
  const range = document.createRange();
  range.setStart(...place(paragraphs[left.n], left.start));
  range.setEnd(...place(paragraphs[right.n], right.end));
  const selection = getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
  hold();
  const seen = isForward ? range.endContainer : range.startContainer;
  (seen.parentElement ?? paragraphs[to.n]).scrollIntoView({ block: 'nearest' });
}
