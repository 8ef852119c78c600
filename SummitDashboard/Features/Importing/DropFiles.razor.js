// Files on their way, one after another, so that each has its own answer. Without this script the form sends them all at once.
const MiB = bytes => (bytes / 1048576).toFixed(1);

export function watch(form) {
  if (!form?.isConnected || form.watched) return;
  form.watched = true;
  const input = form.querySelector('input[type=file]');
  form.querySelector('button:not([type])').hidden = true;
  input.addEventListener('change', () => input.files.length && sendAll(form, [...input.files]));
  form.addEventListener('dragover', e => {
    e.preventDefault();
    form.classList.add('over');
  });
  form.addEventListener('dragleave', () => form.classList.remove('over'));
  form.addEventListener('drop', e => {
    e.preventDefault();
    form.classList.remove('over');
    if (e.dataTransfer.files.length) sendAll(form, [...e.dataTransfer.files]);
  });
}

async function sendAll(form, files) {
  if (form.busy) return;
  const way = form.querySelector('.way'),
    bar = way.querySelector('progress'),
    stop = way.querySelector('button'),
    list = way.querySelector('ul'),
    input = form.querySelector('input[type=file]');
  const say = words => (way.querySelector('[role=status]').textContent = words);
  const all = files.reduce((sum, file) => sum + file.size, 0);
  const state = { stopped: false, request: null };
  [form.busy, way.hidden, stop.hidden, bar.hidden, input.disabled] = [true, false, false, false, true];
  list.replaceChildren();
  stop.onclick = () => ((state.stopped = true), state.request?.abort());
  let [before, arrived] = [0, 0];
  for (const file of files) {
    if (state.stopped) break;
    say(`${arrived + 1} of ${files.length}: ${file.name}`);
    const problem = await send(form, file, state, loaded => {
      [bar.max, bar.value] = [all || 1, before + loaded];
      bar.textContent = `${MiB(before + loaded)} of ${MiB(all)} MiB`;
    });
    before += file.size;
    if (!problem) arrived++;
    else if (!state.stopped) list.append(Object.assign(document.createElement('li'), { textContent: `${file.name}: ${problem}` }));
  }
  [form.busy, stop.hidden, bar.hidden, input.disabled, input.value] = [false, true, true, false, ''];
  say(`${arrived} of ${files.length} ${files.length === 1 ? 'file' : 'files'} arrived${state.stopped ? '; the rest was stopped' : ''}.`);
  const there = new URL(form.dataset.import, document.baseURI);
  if (arrived && !list.children.length && there.pathname !== location.pathname)
    dispatchEvent(new CustomEvent('go', { detail: there.href }));
}

// What is wrong with it, or nothing.
function send(form, file, state, progress) {
  return new Promise(done => {
    const request = (state.request = new XMLHttpRequest()),
      body = new FormData();
    for (const field of form.querySelectorAll('input[type=hidden]')) body.append(field.name, field.value);
    body.append('files', file, file.name);
    request.upload.onprogress = e => progress(Math.min(e.loaded, file.size));
    request.onabort = () => done('stopped');
    request.onerror = () => done('The server could not be reached, or the file is larger than it takes. Nothing was lost: send it again.');
    request.onload = () =>
      done(
        request.status === 204 ? null
        : request.status === 413 ? 'It is larger than the server takes.'
        : request.status === 409 ? request.responseText
        : `The server answered ${request.status}. Load the page anew, and send it again.`
      );
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/plain');
    request.send(body);
  });
}
