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
  if (input.files.length) sendAll(form, [...input.files]); // chosen before anything listened
  const left = brokenOff(form);
  if (left && !form.busy && leftOf(left).length) {
    const way = form.querySelector('.way');
    for (const part of way.querySelectorAll('progress, button')) part.hidden = true;
    way.hidden = false;
    way.querySelector('[role=status]').textContent = saysLeft(left);
  }
}

// A way that was broken off is known until what was chosen is there, also on a page that was loaded anew.
const placeOf = form => `on-the-way ${form.action}`;

function brokenOff(form) {
  try {
    return JSON.parse(sessionStorage.getItem(placeOf(form)) ?? 'null');
  } catch {
    return null;
  }
}

function note(form, way) {
  try {
    if (way) sessionStorage.setItem(placeOf(form), JSON.stringify(way));
    else sessionStorage.removeItem(placeOf(form));
  } catch {
    // A browser that keeps nothing: the page says it for as long as it is open.
  }
}

const tooLarge = 'It is larger than the server takes.';
const keyOf = file => `${file.size} ${file.name}`;
const nameOf = key => key.slice(key.indexOf(' ') + 1);
const filesOf = count => `${count} ${count === 1 ? 'file' : 'files'}`;

const leftOf = ({ all, here, refused }) => all.filter(key => !here.includes(key) && !refused.includes(key));

function saysLeft(on) {
  const { all, here } = on;
  const left = leftOf(on).map(nameOf);
  const named = left.slice(0, 10).join(', ') + (left.length > 10 ? ` and ${left.length - 10} more` : '');
  return `${here.length} of ${filesOf(all.length)} arrived. Choose the rest again: ${named}. What is there already is left out then.`;
}

async function sendAll(form, files) {
  if (form.busy) return;
  const way = form.querySelector('.way'),
    bar = way.querySelector('progress'),
    stop = way.querySelector('button'),
    list = way.querySelector('ul'),
    input = form.querySelector('input[type=file]');
  const say = words => (way.querySelector('[role=status]').textContent = words);
  const sum = files.reduce((all, file) => all + file.size, 0);
  const before = brokenOff(form);
  const isAgain = !!before && files.some(file => before.all.includes(keyOf(file)));
  const on = isAgain ? before : { all: [], here: [], refused: [] };
  on.all = [...new Set([...on.all, ...files.map(keyOf)])];
  const state = { stopped: false, request: null, isAgain, list: null };
  [form.busy, way.hidden, stop.hidden, bar.hidden, input.disabled] = [true, false, false, false, true];
  list.replaceChildren();
  stop.onclick = () => ((state.stopped = true), state.request?.abort());
  note(form, on);
  let [sent, arrived, there] = [0, 0, 0];
  for (const file of files) {
    if (state.stopped) break;
    say(`${arrived + there + 1} of ${files.length}: ${file.name}`);
    const answer = file.size > form.dataset.most * 1048576 ? { problem: tooLarge } : await send(form, file, state, loaded => {
      [bar.max, bar.value] = [sum || 1, sent + loaded];
      bar.textContent = `${MiB(sent + loaded)} of ${MiB(sum)} MiB`;
    });
    sent += file.size;
    if (answer.there) there++;
    else if (!answer.problem) arrived++;
    else if (!state.stopped) list.append(Object.assign(document.createElement('li'), { textContent: `${file.name}: ${answer.problem}` }));
    if (!answer.isLost) {
      const answered = answer.problem ? on.refused : on.here;
      if (!answered.includes(keyOf(file))) answered.push(keyOf(file));
    }
    note(form, on);
  }
  const isBroken = !state.stopped && leftOf(on).length > 0;
  if (!isBroken) note(form, null);
  [form.busy, stop.hidden, bar.hidden, input.disabled, input.value] = [false, true, true, false, ''];
  const skipped = there ? ` ${there} ${there === 1 ? 'was' : 'were'} there already, and left out.` : '';
  say(
    isBroken ? `${saysLeft(on)}${skipped}` : (
      `${arrived} of ${filesOf(files.length)} arrived${state.stopped ? '; the rest was stopped' : ''}.${skipped}`
    ),
  );
  const target = new URL(state.list ?? form.dataset.import, document.baseURI);
  if (!arrived || list.children.length || isBroken) return;
  if (target.pathname !== location.pathname) dispatchEvent(new CustomEvent('go', { detail: target.href }));
  else if (target.search !== location.search) {
    const link = Object.assign(document.createElement('a'), { href: target.href, textContent: 'They stand at the end of the list' });
    way.querySelector('[role=status]').append(' ', link);
  }
}

// What is wrong with it, whether it was there before, and whether nobody knows.
function send(form, file, state, progress) {
  return new Promise(done => {
    const request = (state.request = new XMLHttpRequest()),
      body = new FormData();
    for (const field of form.querySelectorAll('input[type=hidden]')) body.append(field.name, field.value);
    if (state.isAgain) body.append('again', 'true');
    body.append('files', file, file.name);
    request.upload.onprogress = e => progress(Math.min(e.loaded, file.size));
    const lost = problem => done({ problem, isLost: true });
    request.onabort = () => lost('stopped');
    request.onerror = () => lost('The server could not be reached, or the file is larger than it takes. Nothing was lost: send it again.');
    request.onload = () => {
      state.list = request.getResponseHeader('Content-Location') ?? state.list;
      if (request.status === 200 && request.responseText === 'there') done({ there: true });
      else if (request.status === 204) done({});
      else if (request.status === 413) done({ problem: tooLarge });
      else if (request.status === 409) lost(request.responseText);
      else if (request.status === 404) done({ problem: 'This casebook is no longer here, or no longer for you.' });
      else if (request.status === 200) lost('Your sign-in has ended. Sign in again, and send it again.');
      else lost(`The server answered ${request.status}. Load the page anew, and send it again.`);
    };
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/plain');
    request.send(body);
  });
}
