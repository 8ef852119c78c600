// A shared worker: over HTTP/1.1 a browser opens six connections to a server, so its tabs share one for each stream of events.
const streams = new Map();
const names = ['state', 'count'];

function open(url) {
  const stream = streams.get(url);
  stream.source?.close();
  const source = (stream.source = new EventSource(url));
  const tell = message => {
    for (const port of stream.ports) port.postMessage(message);
  };
  source.onopen = () => tell({ opened: true });
  source.onerror = () => {
    stream.last = [];
    tell({ lost: true, closed: source.readyState === EventSource.CLOSED });
  };
  for (const name of names)
    source.addEventListener(name, ({ data }) => {
      // A tab that comes later is told what the others know: the step, and what was counted since.
      stream.last = [...(name === 'state' ? [] : stream.last.filter(message => message.name !== name)), { name, data }];
      tell({ name, data });
    });
}

onconnect = ({ ports: [port] }) => {
  let url;
  const leave = () => {
    const stream = streams.get(url);
    if (!stream?.ports.delete(port) || stream.ports.size > 0) return;
    stream.source.close();
    streams.delete(url);
  };
  port.addEventListener('close', leave); // a tab that crashed; not every browser tells
  port.addEventListener('message', ({ data }) => {
    if (data.leave) return leave();
    url = data.listen;
    const stream = streams.get(url);
    if (!stream) {
      streams.set(url, { ports: new Set([port]), last: [] });
      return open(url);
    }
    const isNew = !stream.ports.has(port);
    stream.ports.add(port);
    if (data.anew || stream.source.readyState === EventSource.CLOSED) return open(url);
    if (isNew) for (const message of stream.last) port.postMessage(message);
  });
  port.start();
};
