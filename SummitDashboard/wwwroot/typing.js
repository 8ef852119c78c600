// A field that somebody types in is his until he has left it: what the server makes of another field meanwhile is shown in it where nobody
// types, and where all of it is chosen, so that typing would take its place, it still is.
let own = null; // the field that has the focus, and whether it was typed in since it was told

// A list to choose from puts its choice into its field itself.
const isText = field => field.matches?.('[data-draft] :is(input[type=text]:not([role=combobox]), textarea)');

function watch(field) {
  const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
  own = { field, isTyped: false };
  Object.defineProperty(field, 'value', {
    configurable: true,
    get,
    set(value) {
      if (own?.field === this && own.isTyped) return;
      const old = get.call(this);
      if (value === old) return;
      const isChosen = old !== '' && this.selectionStart === 0 && this.selectionEnd === old.length;
      set.call(this, value);
      if (isChosen && document.activeElement === this) this.select();
    },
  });
}

function leave() {
  if (own) delete own.field.value;
  own = null;
}

addEventListener('focusin', e => {
  leave();
  if (isText(e.target)) watch(e.target);
});
addEventListener('focusout', leave);
addEventListener('input', e => own?.field === e.target && (own.isTyped = true), true);
addEventListener('change', e => own?.field === e.target && (own.isTyped = false), true);
