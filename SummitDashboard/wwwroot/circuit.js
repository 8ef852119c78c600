// Starts the page's circuit, two round trips sooner than it would by itself. Blazor asks the server for initializers (it has none) and
// negotiates before it opens a socket. Here the first negotiation is answered on the spot: a socket, straight away. Where sockets are
// blocked, SignalR negotiates again, that time with the server, and polls.
(() => {
  const socketFirst = { negotiateVersion: 1, availableTransports: [{ transport: 'WebSockets', transferFormats: ['Text', 'Binary'] }, { transport: 'LongPolling', transferFormats: ['Text', 'Binary'] }] };

  // SignalR's HttpClient (IHttpConnectionOptions.httpClient): the first answer is ours, all others are the server's.
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
  Blazor.start({ circuit: { initializers: { beforeStart: [], afterStarted: [] }, configureSignalR: builder => builder.withUrl('_blazor', { httpClient: httpClient() }) } });

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
