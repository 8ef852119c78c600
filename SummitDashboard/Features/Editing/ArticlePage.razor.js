// An article on its way: how far it is, and a way to stop it. Without this script the form is sent as any form.
const MiB = bytes => (bytes / 1048576).toFixed(1);

addEventListener('submit', e => {
  const form = e.target.closest('[data-upload]');
  if (!form || e.defaultPrevented) return;
  e.preventDefault();
  send(form, new FormData(form, e.submitter));
});

function send(form, body) {
  const request = new XMLHttpRequest(),
    way = form.querySelector('.way'),
    bar = way.querySelector('progress'),
    stop = way.querySelector('button');
  const say = words => (way.querySelector('[role=status]').textContent = words);
  const rest = words => {
    for (const button of form.querySelectorAll('button:not([type])')) button.disabled = false;
    stop.hidden = bar.hidden = true;
    say(words);
  };
  for (const button of form.querySelectorAll('button:not([type])')) button.disabled = true;
  way.hidden = stop.hidden = bar.hidden = false;
  bar.removeAttribute('value');
  say('On its way …');
  stop.onclick = () => request.abort();
  let told = 0;
  request.upload.onprogress = ({ loaded, total }) => {
    [bar.max, bar.value] = [total, loaded];
    bar.textContent = `${MiB(loaded)} of ${MiB(total)} MiB`;
    // Whoever listens is told each quarter.
    if (Math.floor((4 * loaded) / total) > told) say(`${MiB(loaded)} of ${MiB(total)} MiB`);
    told = Math.max(told, Math.floor((4 * loaded) / total));
  };
  request.upload.onload = () => {
    stop.hidden = true;
    say('It has arrived and is being read …');
  };
  request.onabort = () => rest('Stopped; nothing was changed.');
  request.onerror = () => rest('The server could not be reached. Nothing was lost: send it again.');
  request.onload = () => show(request) || rest(`The server answered ${request.status}. Nothing was lost: send it again.`);
  request.open('POST', location.href);
  request.send(body);
}

// The answer is this page with what became of it, or the way to the sign-in.
function show(request) {
  if (new URL(request.responseURL).pathname !== location.pathname) {
    location.assign(request.responseURL);
    return true;
  }
  const page = new DOMParser().parseFromString(request.responseText, 'text/html'),
    main = page.querySelector('main');
  if (!main) return false;
  document.title = page.title;
  document.querySelector('main').replaceWith(main);
  const told = main.querySelector('.notice') ?? main.querySelector('h1');
  told.tabIndex = -1;
  told.focus();
  return true;
}
