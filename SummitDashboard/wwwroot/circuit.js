// Starts the circuit, keeps what was done on the page before it came, and says where none comes.
(() => {
  const comes = 'circuit' in document.currentScript.dataset;

  // How SignalR asks (IHttpConnectionOptions.httpClient): as by itself, and a page for which the server has no place says so.
  const httpClient = {
    getCookieString: () => '',
    send: async ({ method, url, content, headers, responseType, abortSignal }) => {
      const abort = new AbortController();
      if (abortSignal) abortSignal.onabort = () => abort.abort();
      const answer = await fetch(url, {
        method,
        body: content || undefined,
        headers: { 'X-Requested-With': 'XMLHttpRequest', ...headers },
        cache: 'no-cache',
        signal: abort.signal,
      });
      if (url.includes('/negotiate')) {
        box()?.toggle('reconnect-is-full', answer.status === 503);
        box()?.toggle('reconnect-is-gone', answer.status === 404);
      }
      if (!answer.ok) throw new Error(`${url} was answered ${answer.status} ${answer.statusText}`);
      return {
        statusCode: answer.status,
        statusText: answer.statusText,
        content: responseType === 'arraybuffer' ? await answer.arrayBuffer() : await answer.text(),
      };
    },
  };
  addEventListener('DOMContentLoaded', () =>
    Blazor.start({ circuit: { configureSignalR: builder => builder.withUrl('_blazor', { httpClient }) } }),
  );

  // The circuit draws the page anew when it starts, and parts of it later. What was opened and typed before is so after, with the focus
  // where it was.
  const live = () => document.querySelector('main[data-live]');
  const page = document.querySelector('main');
  const address = location.pathname;
  const all = what => [...document.querySelectorAll(what)];
  const menus = () => all('details');
  const fields = () => all('main :is(input:not([type=hidden]), select, textarea)');
  const stops = () => all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]');
  const look = e => e.tagName + ' ' + (e.name || (e.querySelector('summary') ?? e).textContent);
  const placeOf = (e, among) => ({ look: look(e), nth: among.filter(other => look(other) === look(e)).indexOf(e) });
  const at = (place, among) => among.filter(e => look(e) === place.look)[place.nth];
  const stateOf = f => ({ checkbox: 'checked', radio: 'checked', file: 'files' })[f.type] ?? 'value';
  // The field as the server sent it: what its default attributes make of a new one.
  const asSent = f => {
    const copy = document.createElement('template');
    copy.innerHTML = f.outerHTML;
    return copy.content.firstElementChild;
  };
  const isTyped = f => (f.files ? f.files.length > 0 : f[stateOf(f)] !== asSent(f)[stateOf(f)]);
  let open = [],
    typed = [],
    focus = null;
  const note = () => {
    if (live() || !page?.isConnected) return;
    const [ways, written, reached] = [menus(), fields(), stops()];
    open = ways.filter(d => d.open).map(d => placeOf(d, ways));
    typed = written.filter(isTyped).map(f => ({ ...placeOf(f, written), state: f[stateOf(f)] }));
    const active = document.activeElement;
    focus = reached.includes(active) ? { ...placeOf(active, reached), from: active.selectionStart, to: active.selectionEnd } : null;
  };
  note();
  for (const event of ['toggle', 'focusin', 'input']) addEventListener(event, note, true);
  // Files that are dropped before anything listens are chosen; a browser would leave the page and open them.
  for (const event of ['dragover', 'drop'])
    addEventListener(event, e => {
      const form = e.target.closest?.('form[data-import]');
      if (!form || form.watched) return;
      e.preventDefault();
      if (event === 'drop') form.querySelector('input[type=file]').files = e.dataTransfer.files;
      note();
    });

  const put = []; // what was typed, back in its place
  const restore = () => {
    open = open.filter(place => {
      const menu = at(place, menus());
      if (menu) menu.open = true;
      return !menu;
    });
    typed = typed.filter(place => {
      const field = at(place, fields());
      if (!field) return true;
      field[stateOf(field)] = place.state;
      put.push({ field, state: place.state });
      if (field.files) field.dispatchEvent(new Event('change', { bubbles: true }));
      return false;
    });
    if (document.activeElement !== document.body) focus = null;
    const stop = focus && at(focus, stops());
    if (!stop) return;
    stop.focus({ preventScroll: true });
    try {
      if (focus.from != null) stop.setSelectionRange(focus.from, focus.to);
    } catch {
      /* a field without a caret */
    }
    focus = null;
  };
  // What was typed into a draft is told to it once it is ready; a draft from before is left as it is.
  const tell = () => {
    for (const { field, state } of put.splice(0))
      if (field.isConnected && field.closest('[data-draft]') && field[stateOf(field)] === state && (field.type !== 'radio' || state))
        for (const event of ['input', 'change']) field.dispatchEvent(new Event(event, { bubbles: true }));
  };
  // What cannot be sent is said to be so where it stands, and is not sent: a circuit takes no message longer than Limits.Message, and a
  // field’s value travels in it twice, after its JSON; and half a character is nothing that JSON can say.
  const most = 240_000;
  const unfit = value => {
    if (value.isWellFormed?.() === false) return 'A character in this field is broken, as when half an emoji was pasted. Take it out.';
    const size = value.length < most / 6 ? 0 : new TextEncoder().encode(JSON.stringify(value)).length;
    if (size <= most) return '';
    return `This is too long for one field: ${value.length.toLocaleString('en')} characters. Shorten it, or split it.`;
  };
  addEventListener(
    'change',
    e => {
      const field = e.target;
      if (!live() || typeof field.value !== 'string' || field.type === 'file') return;
      const why = unfit(field.value);
      field.setCustomValidity?.(why);
      if (!why) return;
      e.stopImmediatePropagation();
      field.reportValidity();
    },
    true,
  );
  // The server knows nothing of it, and would take what it knows for the whole.
  addEventListener(
    'click',
    e => {
      const form = e.target.closest?.('[data-save], [data-save-on]')?.closest('form');
      const field = live() && [...(form?.elements ?? [])].find(f => f.validity?.customError);
      if (!field) return;
      e.preventDefault();
      e.stopImmediatePropagation();
      field.reportValidity();
    },
    true,
  );

  // Asked for by the server once the sign-in is over. A page that is being left already, as by signing out, is not held back.
  let isLeaving = false;
  addEventListener('beforeunload', () => (isLeaving = true));
  window.loadAnew = () =>
    setTimeout(
      () => {
        history.scrollRestoration = 'manual';
        ended(location.href);
        location.reload();
      },
      isLeaving ? 1000 : 0,
    );
  // Whoever was typing far down sees first why nothing can be typed any more.
  const ended = (href = null) => {
    try {
      const was = sessionStorage.getItem('ended');
      href ? sessionStorage.setItem('ended', href) : sessionStorage.removeItem('ended');
      return was;
    } catch {
      return null; // private mode: it is at the top of the page
    }
  };
  if (ended() === location.href) {
    document.documentElement.dataset.ended = '';
    addEventListener('DOMContentLoaded', () => document.querySelector('main [data-no-more]')?.focus());
    addEventListener('load', () => setTimeout(() => (history.scrollRestoration = 'auto')));
  }

  // Pages are read without a circuit; who waits for one, to write, hears that it does not come.
  const box = () => document.getElementById('components-reconnect-modal')?.classList;
  const late = comes && setTimeout(() => box()?.add('components-reconnect-failed'), 30000);
  const start = new MutationObserver(() => {
    if (!live()) return;
    clearTimeout(late);
    box()?.remove('components-reconnect-failed');
    if (location.pathname !== address) return start.disconnect();
    restore();
    if (document.querySelector('[data-draft]:not([data-ready])')) return;
    tell();
    if (!open.length && !typed.length && !focus) start.disconnect();
  });
  start.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-live', 'data-ready'] });
})();
