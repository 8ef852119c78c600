// What is typed is kept on the device with every keystroke: a circuit that is gone can save nothing.

// Not waited for: keys are kept from the first one on.
const formKeys = import('./form-keys.js');
import('./in-sight.js');
import('./picks.js');
import('./proposed.js');
import('./rows.js');
let [isTyped, hasMissed] = [() => false, () => false]; // since it was told; what came meanwhile
import('./typing.js').then(all => ({ isTyped, hasMissed } = all));

const get = key => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};
const set = (key, text) => {
  try {
    localStorage.setItem(key, text);
  } catch {
    /* full or private: the server has its copy */
  }
};
const remove = key => {
  try {
    localStorage.removeItem(key);
  } catch {
    /* nothing was kept */
  }
};
const parse = text => {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}; // a broken draft is begun again

// Until the circuit has come, a page that is loaded shows what was saved: on a slow line for long enough to be taken for a loss.
const comesBack = document.documentElement.dataset;
const waiting = document.querySelector('[data-draft]:not([data-ready])')?.dataset.draft;
if (waiting && get(waiting)) comesBack.comesBack = '';

// More than this is nobody's typing; what the server could not take in is not offered to it.
const most = 2_000_000;

// What this page wrote last of each draft, and the names of the fields of which the server does not know yet what stands in them, with how
// often something had come from elsewhere when somebody began to type there.
const mine = new Map();
const untold = new Map();
const pages = new Map(); // the server's side of each
const heres = new Map(); // the names of what was typed here, or taken up here; all else in the same draft is of another tab
const early = new Set(); // begun before the page looked for a draft
const foreign = new Set(); // written by another tab since
const joins = new Map(); // until when that stands here too

const formOf = key => document.querySelector(`[data-draft="${CSS.escape(key)}"]`);
const named = (form, name) => [...(form?.querySelectorAll(`[name="${CSS.escape(name)}"]`) ?? [])];
const comings = form => +(form?.dataset.comings ?? 0);
const valueOf = f => (f.type === 'radio' ? (f.checked ? f.value : '') : f.type === 'checkbox' ? (f.checked ? 'true' : '') : f.value);

// What stands in the fields, by name, on top of what was typed before.
function over(typed, fields) {
  const now = {};
  for (const f of fields) now[f.name] = valueOf(f) || now[f.name] || '';
  return { ...typed, ...now };
}

// Half a character, as a broken paste leaves it, is no text: the server could not read the draft with it.
const textOf = draft => JSON.stringify(draft, (_, value) => (typeof value === 'string' ? (value.toWellFormed?.() ?? value) : value));

// What another tab has typed into the same draft and the server does not know here: that tab may be gone before it tells.
function othersIn(key, isShown) {
  const here = heres.get(key),
    { typed = {} } = parse(get(key));
  return Object.fromEntries(Object.entries(typed).filter(([name, text]) => !here?.has(name) && !isShown(name, text ?? '')));
}

// A row that was moved here is the same row for what another tab typed into it; where it was taken out, the words are kept beside.
function followRows(others, { fields }, draft) {
  const follow = ([name, text]) => {
    const [group, place, ...part] = name.split('.'),
      [were, now] = [fields?.[group], draft.fields?.[group]];
    if (part.length === 0 || !Array.isArray(were) || !Array.isArray(now) || !were[place]) return [name, text];
    const row = were[place],
      isSame = [r => JSON.stringify(r) === JSON.stringify(row), r => row.key && r.key === row.key],
      at = isSame.map(is => now.findIndex(is)).find(n => n >= 0);
    if (at !== undefined || were.length === now.length) return [[group, at ?? place, ...part].join('.'), text];
    draft.asides = [...(draft.asides ?? []), { name, text }];
    return null;
  };
  return Object.fromEntries(Object.entries(others).map(follow).filter(Boolean));
}

function write(key, { left, ...draft }, others = {}) {
  foreign.delete(key);
  formOf(key)?.removeAttribute('data-elsewhere');
  mine.set(key, textOf(draft));
  set(key, textOf({ ...draft, typed: { ...others, ...draft.typed } }));
}

function forget(key) {
  for (const kept of [mine, untold, early, heres]) kept.delete(key);
  remove(key);
}

// Forgets what is of this tab. Others' words wait for whoever opens the form next.
function leave(key, others, basis = parse(get(key)).basis) {
  const { at } = parse(get(key));
  forget(key);
  if (Object.keys(others).length > 0) set(key, textOf({ at, basis, typed: others, left: true }));
}

// The draft under this key, as a stream of JSON (it may be longer than a message), or of nothing, which is a space; "here" where it was
// only begun sooner than the page was ready.
export function open(key, page) {
  if (key !== waiting || !get(key)) delete comesBack.comesBack;
  pages.set(key, page);
  const draft = get(key),
    here = early.delete(key);
  heres.set(key, new Set(Object.keys(parse(draft).typed ?? {})));
  const bytes = text => new TextEncoder().encode(text);
  if (!draft || draft.length > most) return bytes(' ');
  untold.delete(key); // it is told with this; of a form that stood here before nothing is untold
  return bytes(here ? JSON.stringify({ ...parse(draft), here }) : draft);
}

export function typing(key) {
  return untold.get(key)?.size > 0;
}

export const first = async key => (await formKeys).first(key);
export const meet = async box => (await formKeys).meet(box);
export const reach = async box => (await formKeys).reach(box);
export const stays = async () => (await formKeys).stays();

const isSame = (a, b) => (a ?? '').trim() === (b ?? '').trim();

/** The server's view of the draft, and what it knows to stand in the fields. What was typed meanwhile stays on top of it. */
export function put(key, json, isDirty, shown) {
  const draft = parse(json),
    form = formOf(key),
    names = untold.get(key) ?? new Map(),
    others = othersIn(key, (name, text) => isSame(text, shown[name]));
  for (const name of names.keys()) if (isSame(over({}, named(form, name))[name], shown[name])) names.delete(name);
  const fields = [...names.keys()].flatMap(name => named(form, name));
  if (!isDirty && names.size === 0) leave(key, others);
  else {
    const theirs = followRows(others, parse(get(key)), draft);
    write(key, { ...draft, typed: over(draft.typed, fields) }, theirs);
  }
}

/** The server has kept what it told at that time: where it has it no more, that was saved or thrown away elsewhere. */
export function kept(key, at) {
  const draft = parse(get(key));
  if (Date.parse(draft.told ?? draft.at) === Date.parse(at)) write(key, { ...draft, kept: at });
}

/** What was kept by another tab until then stands here too; the browser may tell of it only later. */
export function joined(key, until) {
  joins.set(key, Date.parse(until));
  if (foreign.delete(key) && get(key) !== null) mine.set(key, get(key));
  formOf(key)?.removeAttribute('data-elsewhere');
}

/** The draft was saved, as this version, or thrown away. */
export function drop(key, saved = null) {
  const at = document.activeElement,
    form = formOf(key),
    seen = untold.get(key)?.get(at.name) ?? comings(form),
    goesOn = saved !== null && isTyped(at) && at.closest('[data-draft]')?.dataset.draft === key,
    others = othersIn(key, (name, text) => named(form, name).length > 0 && isSame(text, over({}, named(form, name))[name]));
  if (foreign.has(key))
    for (const kept of [mine, untold, heres]) kept.delete(key); // that tab goes on typing
  else leave(key, others, saved ?? undefined);
  if (!goesOn) return;
  untold.set(key, new Map([[at.name, seen]]));
  heres.set(key, new Set([at.name]));
  write(key, { at: new Date().toISOString(), basis: saved, typed: over({}, named(form, at.name)) }, others);
}

// Whoever has the form open in another tab keeps what stands in it, when it was saved or thrown away here.
addEventListener('storage', ({ key, newValue }) => {
  const draft = parse(newValue);
  if (newValue !== null && !draft.left) {
    if (Date.parse(draft.at) <= joins.get(key)) return;
    foreign.add(key);
    if (mine.has(key) && newValue !== mine.get(key)) formOf(key)?.setAttribute('data-elsewhere', '');
  } else if (mine.has(key) && formOf(key)) {
    const own = parse(mine.get(key));
    foreign.delete(key);
    formOf(key).removeAttribute('data-elsewhere');
    set(key, textOf({ ...own, typed: { ...draft.typed, ...own.typed } }));
  }
});

const note = e => {
  const form = e.target.name && e.target.closest?.('[data-draft]');
  if (!form) return null;
  const key = form.dataset.draft;
  if (!untold.has(key)) untold.set(key, new Map());
  if (!untold.get(key).has(e.target.name)) untold.get(key).set(e.target.name, hasMissed(e.target) ? 0 : comings(form));
  if (!heres.has(key)) heres.set(key, new Set());
  heres.get(key).add(e.target.name);
  return form;
};
// Circuit messages keep their order: before the field tells what was typed, the server knows what its typist had seen.
addEventListener(
  'change',
  e => {
    const form = note(e),
      key = form?.dataset.draft;
    // What stands in a form that is not ready was typed onto what it said when it was drawn: as a draft it is taken up with that, and told
    // as it stands it would be taken for typed onto what was saved since.
    if (form && !('ready' in form.dataset)) return e.stopImmediatePropagation();
    if (form) pages.get(key)?.invokeMethodAsync('Seen', key, e.target.name, untold.get(key).get(e.target.name)).catch(() => {});
  },
  true,
);
addEventListener('input', e => {
  const form = note(e);
  if (!form) return;
  const key = form.dataset.draft,
    draft = parse(get(key));
  // A page that is not ready shows no older draft: what is typed goes on top of that.
  if (!('ready' in form.dataset) && !draft.fields && !draft.typed && !draft.values) early.add(key);
  write(key, {
    ...draft,
    at: new Date().toISOString(),
    told: draft.told ?? (draft.fields && draft.at),
    basis: draft.basis ?? form.dataset.basis ?? null,
    typed: over(draft.typed, named(form, e.target.name)),
  });
});

// What is typed is told after a pause too, and a long text outside of the fields sooner: whoever goes on elsewhere, or loads the page anew
// in the middle of it, finds it. The field is still his who types in it (typing.js), and told once more when it is left.
const pauses = new WeakMap();
const toldAs = new WeakMap();
const typedIn = new WeakMap(); // the drafts of fields of which not all is told
const tell = (field, isPause) => field.dispatchEvent(Object.assign(new Event('change', { bubbles: true }), { isPause }));
addEventListener('input', e => {
  const field = e.target,
    isLong = field.matches?.('textarea[data-tells]');
  if (!isLong && !isTyped(field)) return;
  typedIn.set(field, field.closest('[data-draft]')?.dataset.draft);
  clearTimeout(pauses.get(field));
  const told = () => {
    if (!field.isConnected) return taken(field);
    if (!isLong && !isTyped(field)) return;
    toldAs.set(field, field.value);
    tell(field, !isLong);
  };
  pauses.set(field, setTimeout(told, isLong ? 400 : 1000));
});
// Its row was taken out elsewhere while somebody typed in it.
const taken = field => {
  const key = typedIn.get(field);
  typedIn.delete(field);
  if (key && formOf(key)) pages.get(key)?.invokeMethodAsync('Lost', key, field.name, field.value).catch(() => {});
};
addEventListener('change', ({ target, isPause }) => {
  if (!isPause) toldAs.delete(target);
  setTimeout(() => (target.isConnected ? typedIn.delete(target) : taken(target))); // what goes tells as well, and nobody hears it
});
addEventListener('focusout', ({ target }) => {
  if (toldAs.has(target) && toldAs.get(target) !== target.value) tell(target); // a browser takes what is put back for unchanged
});

// What was touched and put back, before the field was left, was never told and is no draft.
let came = null;
addEventListener('focusin', e => {
  const key = e.target.name && e.target.closest?.('[data-draft]')?.dataset.draft;
  came = key
    ? { key, field: e.target, value: valueOf(e.target), isTold: !untold.get(key)?.has(e.target.name), had: get(key) !== null }
    : null;
});
addEventListener('focusout', e => {
  if (!came?.isTold || came.field !== e.target || came.value !== valueOf(e.target) || came.field.type === 'radio') return;
  untold.get(came.key)?.delete(came.field.name);
  if (!came.had && mine.has(came.key) && !foreign.has(came.key) && !typing(came.key)) forget(came.key);
});

// What was left or ticked while the connection was lost is told once it is back.
addEventListener('back', () => {
  for (const [key, names] of untold)
    for (const field of [...names.keys()].flatMap(name => named(formOf(key), name)))
      if (field.type !== 'radio' || field.checked) field.dispatchEvent(new Event('change', { bubbles: true }));
});
