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
