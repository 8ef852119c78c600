// Words, characters and phrases of a source's text, as they are chosen in it.

// What a hand or a key chooses is words, or user-perceived characters where the coder asks: the program's rules (Text/Words.cs), with the
// browser's dictionaries. Nothing is ever cut inside a character.
export let byCharacters = false;
export const countBy = characters => (byCharacters = characters);

const segmenters = new Map();
function segmenter(lang, granularity) {
  const key = granularity + lang;
  if (!segmenters.has(key)) {
    let made;
    try {
      made = new Intl.Segmenter(lang || undefined, { granularity });
    } catch {
      made = new Intl.Segmenter(undefined, { granularity }); // a tag that is none
    }
    segmenters.set(key, made);
  }
  return segmenters.get(key);
}

const known = new WeakMap(); // of each paragraph its text, segmented
function segmentsOf(p) {
  const text = p.textContent,
    lang = p.closest('[lang]')?.lang ?? '',
    granularity = byCharacters ? 'grapheme' : 'word';
  let of = known.get(p);
  if (of?.text !== text || of.lang !== lang || of.granularity !== granularity)
    known.set(p, (of = { text, lang, granularity, segments: segmenter(lang, granularity).segment(text) }));
  return of;
}

const isWord = text => (byCharacters ? /\S/ : /[\p{L}\p{N}]/u).test(text);
const isUnspaced = text =>
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u.test(text);
const before = (text, at) => [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
const after = (text, at) => [...text.slice(at, at + 2)][0] ?? '';

// Letters and digits that stand together are one word where a script has spaces (19일), though dictionaries divide them.
const isInside = (text, at) =>
  !byCharacters &&
  /[\p{L}\p{M}\p{N}\p{Pc}\p{Cf}]/u.test(before(text, at)) &&
  /[\p{L}\p{N}]/u.test(after(text, at)) &&
  !isUnspaced(before(text, at) + after(text, at));

// A hyphen between two words of a script with spaces makes one of them.
function joinsAt({ text, segments }, at) {
  if (byCharacters || at < 1 || at + 1 >= text.length || !/[-\u2010\u2011]/.test(text[at])) return false;
  const [left, right] = [segments.containing(at - 1), segments.containing(at + 1)];
  return (
    left.index + left.segment.length === at &&
    right.index === at + 1 &&
    isWord(left.segment) &&
    isWord(right.segment) &&
    !isUnspaced(before(text, at) + after(text, at + 1))
  );
}

// The word at a place of a paragraph, or what stands between two words there.
export function unitAt(p, at) {
  const of = segmentsOf(p),
    { text, segments } = of,
    found = segments.containing(joinsAt(of, at) ? at - 1 : at);
  let [start, end] = [found.index, found.index + found.segment.length];
  if (!isWord(found.segment)) return { start, end, isWord: false };
  for (let step; (step = isInside(text, start) ? 1 : joinsAt(of, start - 1) ? 2 : 0); ) start = segments.containing(start - step).index;
  for (let step; (step = isInside(text, end) ? 0 : joinsAt(of, end) ? 1 : -1) >= 0; ) {
    const next = segments.containing(end + step);
    end = next.index + next.segment.length;
  }
  return { start, end, isWord: true };
}

// The first word of a paragraph that begins at a place or behind it, and the last that ends before one.
export function wordFrom(p, at) {
  for (const { length } = p.textContent; at < length; ) {
    const unit = unitAt(p, at);
    if (unit.isWord && unit.start >= at) return unit;
    at = unit.end;
  }
  return null;
}
export function wordBefore(p, at) {
  while (at > 0) {
    const unit = unitAt(p, at - 1);
    if (unit.isWord && unit.end <= at) return unit;
    at = unit.start;
  }
  return null;
}

// With Ctrl the arrows choose a phrase, what stands between two signs of punctuation, and no more words than can be quoted; the next
// begins where the last one ends.
const mostWords = 15;
const mostOfSentence = 4; // words of one that may be quoted whole (Domain/Rules/ArticleRules.cs)

// The sentences of a paragraph without the signs that end them (Text/Sentences.cs).
const sentencesOf = text =>
  new Set(
    text.split(/(?<=[.!?؟۔।][”"]?)\s+|(?<=[。！？][」』”]?)/u).map(sentence => sentence.trim().replace(/[.!?”"؟۔।。！？」』]+$/u, '')),
  );
function phrasesOf(p, n) {
  const phrases = [],
    text = p.textContent;
  let first = null,
    last = null,
    count = 0;
  const whole = sentencesOf(text);
  const end = () => {
    // A whole sentence may not be quoted: its first word is left out, since what counts stands at its end more often.
    const isWhole = first && count > mostOfSentence && whole.has(text.slice(first.start, last.end));
    if (first) phrases.push({ first: isWhole ? { n, ...wordFrom(p, first.end) } : first, last });
    [first, count] = [null, 0];
  };
  for (let unit, at = 0; (unit = wordFrom(p, at)); at = unit.end) {
    if (first && (count === mostWords || /[.,;:!?…()\[\]«»“”„"。、，；：！？،؛؟।]|\s[-–—]\s|—/u.test(text.slice(last.end, unit.start)))) end();
    last = { n, start: unit.start, end: unit.end };
    first ??= last;
    count++;
  }
  end();
  return phrases;
}
export function phraseBeside(paragraphs, was, step) {
  const ends = was && [was.from, was.to].sort((a, b) => a.n - b.n || a.start - b.start);
  if (step > 0)
    for (let n = ends ? ends[1].n : 0; n < paragraphs.length; n++) {
      const next = phrasesOf(paragraphs[n], n).find(f => !ends || n > ends[1].n || f.first.start >= ends[1].end);
      if (next) return next;
    }
  else
    for (let n = ends ? ends[0].n : 0; n >= 0; n--) {
      const before = phrasesOf(paragraphs[n], n).findLast(f => !ends || n < ends[0].n || f.last.end <= ends[0].start);
      if (before) return before;
    }
  return null;
}

// A stretch of a paragraph with the words whole that it begins and ends in.
export function whole(p, start, end) {
  const [first, last] = [unitAt(p, start), unitAt(p, end - 1)];
  if (first.isWord) start = first.start;
  if (last.isWord) end = last.end;
  const words = p.textContent.slice(start, Math.min(end, start + 300));
  return { paragraph: +p.dataset.words, start, end, words: words.replace(/[\uD800-\uDBFF]$/, '') };
}

export const isCutAt = (text, at) => at > 0 && /^[\p{L}\p{N}]{2}$/u.test(text.slice(at - 1, at + 1));

// Where a character of a paragraph stands among its pieces.
export function place(paragraph, offset) {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
  let node = walker.nextNode();
  while (node && offset > node.length) {
    offset -= node.length;
    node = walker.nextNode();
  }
  return [node, offset];
}
