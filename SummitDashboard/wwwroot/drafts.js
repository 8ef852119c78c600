// What is typed is kept on the device with every keystroke: a circuit that is gone can save nothing.
const get = key => { try { return localStorage.getItem(key); } catch { return null; } };
const set = (key, text) => { try { localStorage.setItem(key, text); } catch { /* full or private: the server has its copy */ } };

// More than this is nobody's typing; what the server could not take in is not offered to it.
const most = 2_000_000;

// The drafts in which something was typed that the page has not been told yet.
const typed = new Set();

// The draft under this key, as JSON, or null.
export function open(key) {
  const draft = get(key);
  return draft && draft.length <= most ? draft : null;
}

export function typing(key) { return typed.has(key); }

export function put(key, json) {
  typed.delete(key);
  set(key, json);
}

export function drop(key) {
  typed.delete(key);
  try { localStorage.removeItem(key); } catch { /* nothing was kept */ }
}

addEventListener('input', e => {
  const form = e.target.closest?.('[data-draft]');
  if (!form || !e.target.name) return;
  const key = form.dataset.draft;
  typed.add(key);
  let draft = {};
  try { draft = JSON.parse(get(key)) ?? {}; } catch { /* a broken draft is begun again */ }
  const values = {};
  for (const field of form.querySelectorAll('[name]')) {
    if (field.type === 'checkbox') { if (field.checked) values[field.name] = 'true'; }
    else if (field.type === 'radio') { if (field.checked) values[field.name] = field.value; }
    else if (field.value !== '') values[field.name] = field.value;
  }
  set(key, JSON.stringify({ ...draft, at: new Date().toISOString(), basis: draft.basis ?? form.dataset.basis ?? null, values }));
});

// Ctrl+Enter saves and moves on, Ctrl+S saves: the field is left first, so that its last words count.
addEventListener('keydown', e => {
  if (!(e.ctrlKey || e.metaKey) || !(e.key === 'Enter' || e.key.toLowerCase() === 's')) return;
  const form = e.target.closest?.('[data-draft]') ?? document.querySelector('[data-draft]');
  const button = form?.querySelector(e.key === 'Enter' ? '[data-save-on]' : '[data-save]') ?? form?.querySelector('[data-save]');
  if (!button) return;
  e.preventDefault();
  const field = document.activeElement;
  field?.blur?.();
  button.click();
  if (field?.isConnected && e.key !== 'Enter') field.focus();
});

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
  let timer;
  const tell = () => { clearTimeout(timer); timer = setTimeout(() => page.invokeMethodAsync('Picked', picked()).catch(() => {}), 150); };
  document.addEventListener('selectionchange', tell);
  return { stop: () => document.removeEventListener('selectionchange', tell) };
}
