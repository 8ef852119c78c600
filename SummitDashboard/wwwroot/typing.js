// A field that somebody types in is his until he has left it and the server has heard of that: what the server made of another field
// meanwhile, or of what stood in this one before, is shown in it where nobody types, and where all of it is chosen, so that typing would
// take its place, it still is.
let own = null; // the field that has the focus, whether it was typed in since it was left, and what was told of it in a pause
const told = new Map(); // fields that were told, each until what was said before is drawn

// A list to choose from puts its choice into its field itself.
const isText = field => field.matches?.('[data-draft] :is(input[type=text]:not([role=combobox]), textarea)');

const missed = new WeakSet(); // fields in which something came from elsewhere and is not seen
/** Whether something came for it that it does not show: what it tells next was typed without that. */
export const hasMissed = field => missed.has(field);

/** Whether somebody has typed in it since it was told. */
export const isTyped = field => own?.field === field && own.isTyped;
const isHis = field => (isTyped(field) && own.paused !== field.value) || told.has(field);

function watch(field) {
  if (Object.hasOwn(field, 'value')) return;
  const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  Object.defineProperty(field, 'value', {
    configurable: true,
    get,
    set(value) {
      const old = get.call(this);
      if (isHis(this)) {
        if (value !== old) missed.add(this);
        return;
      }
      missed.delete(this);
      if (value === old || (document.activeElement === this && value === old.trim())) return; // the space before the next word stays
      const [from, to] = [this.selectionStart, this.selectionEnd];
      set.call(this, value);
      if (own?.field === this && own.paused === old) own.paused = value;
      if (document.activeElement !== this) return;
      if (old !== '' && from === 0 && to === old.length) this.select();
      else if (from < old.length) this.setSelectionRange(from, to); // what comes from elsewhere moves no hand
    },
  });
}

function unwatch(field) {
  if (own?.field !== field && !told.has(field)) delete field.value;
}

function leave() {
  const field = own?.field;
  own = null;
  if (field) unwatch(field);
}

// Circuit messages keep their order: this goes before what the field tells, and is answered before what comes of that. The answer counts
// where it is read: a promise would be told of it only behind all that came with it.
let [number, reads] = [0, false];
function hear(key, value) {
  if (!Number.isInteger(value?.fieldNumber)) return value;
  for (const [field, mine] of told)
    if (mine === value.fieldNumber) {
      told.delete(field);
      unwatch(field);
    }
  return value;
}
function tell(field) {
  if (!window.DotNet || !document.querySelector('main[data-live]')) return;
  if (!reads) DotNet.attachReviver(hear);
  reads = true;
  const mine = ++number;
  told.set(field, mine);
  DotNet.invokeMethodAsync('SummitDashboard', 'Hear', mine).catch(() => hear('', { fieldNumber: mine })); // the circuit has gone
}

// A row that is moved takes the focus along for a moment: its field was not left.
let moved = null;
addEventListener('focusin', e => {
  own ??= moved;
  if (own?.field === e.target) return watch(e.target);
  leave();
  if (!isText(e.target)) return;
  own = { field: e.target, isTyped: false };
  watch(e.target);
});
addEventListener('focusout', () => {
  moved = own?.isTyped ? own : null; // who leaves it has told it before
  leave();
  if (moved) setTimeout(() => (moved = null));
});
addEventListener('input', e => own?.field === e.target && (own.isTyped = true), true);
addEventListener(
  'change',
  e => {
    missed.delete(e.target);
    if (own?.field !== e.target) return;
    if (e.isPause) own.paused = e.target.value; // he goes on (drafts.js)
    else own.isTyped = false;
    tell(e.target);
  },
  true,
);
