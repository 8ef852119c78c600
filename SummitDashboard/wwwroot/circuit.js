// Brings the page to its circuit three round trips sooner than Blazor would by itself, which asks the server for initializers (it has none),
// negotiates, opens a socket and agrees on a protocol. Here the socket is opened, and the protocol said, while the page is still being read;
// the first negotiation is answered on the spot. Where sockets are blocked, SignalR negotiates with the server and polls.
(() => {
  const protocol = '{"protocol":"blazorpack","version":1}\x1e';

  // The socket that is opened early, until SignalR takes it over. SignalR begins with the protocol, which was said: it gets what was answered.
  let early = null;
  if ('circuit' in document.currentScript.dataset) {
    const socket = early = new WebSocket(new URL('_blazor', document.baseURI.replace(/^http/, 'ws')));
    const say = socket.send.bind(socket), heard = [];
    socket.binaryType = 'arraybuffer';
    socket.addEventListener('open', () => say(protocol), { once: true });
    socket.onmessage = e => heard.push(e.data);
    socket.send = said => {
      delete socket.send;
      if (said !== protocol) throw new Error('SignalR speaks another protocol than circuit.js: ' + said);
      for (const data of heard) socket.onmessage({ data });
    };
  }

  // SignalR's WebSocket (IHttpConnectionOptions.WebSocket).
  const Socket = function (url) {
    const socket = early;
    early = null;
    if (!socket || socket.readyState > WebSocket.OPEN) return new WebSocket(url);
    if (socket.readyState === WebSocket.OPEN) queueMicrotask(() => socket.onopen?.(new Event('open')));
    return socket;
  };
  Socket.OPEN = 1;

  // SignalR's HttpClient (IHttpConnectionOptions.httpClient): the first answer is ours, all others are the server's.
  const socketFirst = { negotiateVersion: 1, availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text', 'Binary'] }, { transport: 'LongPolling', transferFormats: ['Text', 'Binary'] }] };
  const httpClient = () => {
    let first = true;
    return {
      getCookieString: () => '',
      send: async ({ method, url, content, headers, responseType, abortSignal }) => {
        if (first) { first = false; return { statusCode: 200, statusText: 'OK', content: JSON.stringify(socketFirst) }; }
        const abort = new AbortController();
        if (abortSignal) abortSignal.onabort = () => abort.abort();
        const answer = await fetch(url, { method, body: content || undefined, headers: { 'X-Requested-With': 'XMLHttpRequest', ...headers }, cache: 'no-cache', signal: abort.signal });
        return { statusCode: answer.status, statusText: answer.statusText, content: responseType === 'arraybuffer' ? await answer.arrayBuffer() : await answer.text() };
      },
    };
  };
  const options = { httpClient: httpClient(), WebSocket: Socket };
  addEventListener('DOMContentLoaded', () =>
    Blazor.start({ circuit: { initializers: { beforeStart: [], afterStarted: [] }, configureSignalR: builder => builder.withUrl('_blazor', options) } }));

  // The circuit draws the page anew when it starts. What was opened before is open after, with the focus where it was.
  const all = () => [...document.querySelectorAll('details')];
  const live = () => document.querySelector('main[data-live]');
  let open = [], focused = -1;
  const note = () => {
    if (live()) return;
    open = all().map(d => d.open);
    focused = all().findIndex(d => d.contains(document.activeElement));
  };
  note();
  addEventListener('toggle', note, true);
  addEventListener('focusin', note);
  const start = new MutationObserver(() => {
    if (!live()) return;
    start.disconnect();
    all().forEach((d, i) => { if (open[i]) d.open = true; });
    if (document.activeElement === document.body) all()[focused]?.querySelector('summary').focus({ preventScroll: true });
  });
  start.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['data-live'] });
})();
