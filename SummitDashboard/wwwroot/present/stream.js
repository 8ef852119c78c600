// Following a stream of events, one for all tabs of this browser where it has shared workers, else one of the tab's own.

/**
 * Listens to a stream: `on.state` and `on.count` get what is sent, `on.opened` is told when it is there, `on.lost` when it is not, and
 * whether the browser has given up (an answer that is no stream, such as a proxy's error page). `listen` begins, or begins anew; `close`
 * leaves it.
 */
export function follow(path, on) {
  const url = new URL(path, document.baseURI).href; // a worker has another base
  const hear = ({ data: message }) => {
    if (message.name) on[message.name]?.(JSON.parse(message.data));
    else if (message.opened) on.opened?.();
    else on.lost?.(message.closed);
  };
  let source, worker;
  const own = () => {
    source?.close();
    source = new EventSource(url);
    for (const name of ['state', 'count']) source.addEventListener(name, ({ data }) => hear({ data: { name, data } }));
    source.onopen = () => hear({ data: { opened: true } });
    source.onerror = () => hear({ data: { lost: true, closed: source.readyState === EventSource.CLOSED } });
  };
  const shared = () => {
    worker = new SharedWorker(new URL('./shared-stream.js', import.meta.url));
    worker.onerror = () => {
      worker = null;
      isAlone = true;
      own();
    };
    worker.port.onmessage = hear;
  };
  let isAlone = !('SharedWorker' in globalThis);
  return {
    listen(anew = false) {
      if (!isAlone && !worker)
        try {
          shared();
        } catch {
          isAlone = true;
        }
      if (isAlone) own();
      else worker.port.postMessage({ listen: url, anew });
    },
    close() {
      source?.close();
      worker?.port.postMessage({ leave: true });
    },
  };
}
