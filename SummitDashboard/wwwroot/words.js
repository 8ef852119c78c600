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

// A point that ends a short form, and neither a phrase nor a sentence (Text/Sentences.cs): Mr. Kim, the U.N. Security Council, 3 a.m. on.
const oneOf = words => new RegExp(`^(?:${words.trim().split(/\s+/).join('|')})$`, 'iu');
const titles = oneOf(
  `mr mrs ms mx dr prof rev hon sens? reps? govs? gen lt col maj capt adm sgt amb supt st ste mt ft vs mme mlle hr fr bzw vgl sr sra dra
  проф акад им ул`,
);
const beforeNumbers = oneOf(
  'nos? nr arts? sec para fig vol ch pp? abs bd jan feb mar apr jun jul aug sept? oct nov dec ст п № г',
);
const months = /^(?:J[aä]n|Feb|M[aä]r|Apr|Ma[iy]|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])/u;
const beginnings = oneOf(
  `the an? in on at i he she it they we you but and or so this that these those for as if when while after before since its his her their
  there not no with by from to of what who`,
);
const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/iu;
function isShortForm(text, point, next) {
  const word = text.slice(0, point).match(/[^\s(["“„«]*$/u)[0],
    follows = text.slice(next).match(/^[^\p{L}\p{N}\s]*([\p{L}\p{M}\p{N}]+)/u)?.[1] ?? '';
  if (!follows) return false;
  if (/^[ap]\.m$/iu.test(word)) return /^[\p{Ll}\p{N}]/u.test(follows) || weekday.test(follows);
  if (/^(?:\p{L}\.)+\p{L}$|^\p{Lu}$/u.test(word))
    return /^\p{Ll}/u.test(follows) || (/^\p{Lu}/u.test(follows) && !beginnings.test(follows));
  if (/^\p{N}/u.test(follows)) return beforeNumbers.test(word);
  if (/^\p{N}{1,2}$/u.test(word)) return /^\p{Ll}/u.test(follows) || months.test(follows);
  return titles.test(word) && /^\p{Lu}/u.test(follows);
}

// What stands between two words, and ends a phrase.
function endsBetween(text, from, to) {
  const between = text.slice(from, to);
  if (/[,;:!?…()\[\]«»“”„"。、，；：！？،؛؟।]|\s[-–—]\s|—/u.test(between)) return true;
  return between.includes('.') && /\s/u.test(between) && !isShortForm(text, from + between.indexOf('.'), to);
}

// The sentences of a paragraph without the signs that end them (Text/Sentences.cs).
function sentencesOf(text) {
  const sentences = new Set();
  let start = 0;
  const take = end => sentences.add(text.slice(start, end).trim().replace(/[.!?”"؟۔।。！？」』]+$/u, ''));
  for (const { index, 0: space } of text.matchAll(/(?<=[.!?؟۔।][”"]?)\s+|(?<=[。！？][」』”]?)/gu)) {
    if (text[index - 1] === '.' && isShortForm(text, index - 1, index + space.length)) continue;
    take(index);
    start = index + space.length;
  }
  take(text.length);
  return sentences;
}

// A whole sentence may not be quoted. The least harmful of it is left out: an article it begins with, or what stands at its end (a phrase
// of time or place, what something is done to, a last word); never how many do it, nor what denies it; who does it only where it is a
// pronoun.
const articles = oneOf('the an?');
const determiners = oneOf('the an? this these those his her its their our some any');
const pronouns = oneOf('i he she it we you they this there');
const prepositions = oneOf(
  `in on at by for from with about against after before during into over under through between among across since within`,
);
const denials = oneOf("no not never nothing nobody none neither nor without until unless if hardly few only \\p{L}+n['’]t");
const joining = oneOf(
  `that of to and or but as than without until is are was were be been being has have had will would can could may might must shall should
  do does did not no`,
);
const leads = word => determiners.test(word) || prepositions.test(word) || joining.test(word);
function shortened(p, n, first, last) {
  const text = p.textContent,
    words = [];
  for (let unit = first; unit && unit.end <= last.end; unit = wordFrom(p, unit.end)) words.push({ n, start: unit.start, end: unit.end });
  const says = i => text.slice(words[i].start, words[i].end),
    until = i => ({ first: words[0], last: words[i - 1] }),
    behind = { first: words[1], last: words.at(-1) },
    isFree = i => !leads(says(i - 1)) && !words.slice(i).some((_, m) => denials.test(says(i + m)));
  if (!/^en\b|^$/i.test(p.closest('[lang]')?.lang ?? '')) return until(words.length - 1);
  if (articles.test(says(0)) && /^\p{Ll}/u.test(says(1))) return behind;
  for (let i = words.length - 2; i >= 3; i--) if (prepositions.test(says(i)) && isFree(i)) return until(i);
  for (let i = words.length - 2; i >= 2; i--) if (determiners.test(says(i)) && isFree(i)) return until(i);
  if (pronouns.test(says(0)) || (articles.test(says(0)) && /^\p{Lu}/u.test(says(2)))) return behind;
  let end = words.length - 1;
  while (end > 2 && leads(says(end - 1))) end--;
  return until(end > 2 ? end : words.length - 1);
}

function phrasesOf(p, n) {
  const phrases = [],
    text = p.textContent;
  let first = null,
    last = null,
    count = 0;
  const whole = sentencesOf(text);
  const end = () => {
    const isWhole = first && count > mostOfSentence && whole.has(text.slice(first.start, last.end));
    if (first) phrases.push(isWhole ? shortened(p, n, first, last) : { first, last });
    [first, count] = [null, 0];
  };
  for (let unit, at = 0; (unit = wordFrom(p, at)); at = unit.end) {
    if (first && (count === mostWords || endsBetween(text, last.end, unit.start))) end();
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
