// While the connection is lost, fields are filled and kept (drafts.js); what a button asks of the server would go nowhere, and is not
// taken.

/** True from when the connection is lost until it is back. */
export const isLost = () =>
  /components-reconnect-(show|failed|rejected)/.test(document.getElementById('components-reconnect-modal')?.className);

const asks =
  ':is([data-draft] button, .proposals button, .picker button, main button[data-key], [data-save], .mud-snackbar-action-button)' +
  ':not([data-go], .pick-keys *)';
addEventListener(
  'click',
  e => {
    if (!isLost() || !e.target.closest?.(asks)) return;
    e.preventDefault();
    e.stopImmediatePropagation();
    const detail = document.querySelector('.components-reconnect-rejected')
      ? 'The server was restarted, so this was not taken. What you typed is kept: open this page again.'
      : 'The connection is lost, so this was not taken. Press it again once it is back.';
    dispatchEvent(new CustomEvent('say', { detail }));
  },
  true,
);

// A save that was sent may be lost with the connection. Circuit messages keep their order: once this is answered, it has arrived.
let unanswered = 0,
  isUnsure = false;
addEventListener('click', async e => {
  if (isLost() || !window.DotNet || !e.target.closest?.('[data-draft] :is([data-save], [data-save-on])')) return;
  const mine = ++unanswered;
  try {
    await DotNet.invokeMethodAsync('SummitDashboard', 'Answer');
  } catch {
    return; // said below
  }
  if (unanswered === mine) unanswered = 0;
});
addEventListener('lost', () => {
  isUnsure ||= unanswered > 0;
  unanswered = 0;
});
addEventListener('back', () => {
  if (!isUnsure) return;
  isUnsure = false;
  dispatchEvent(new CustomEvent('tell', { detail: 'The connection was lost while you saved. Unless it says “Saved”, save again.' }));
});

// Told to other scripts. The framework’s own event does not bubble, and the box is drawn anew when the circuit starts.
let was = false;
addEventListener(
  'components-reconnect-state-changed',
  () => {
    if (was === isLost()) return;
    was = !was;
    dispatchEvent(new Event(was ? 'lost' : 'back'));
  },
  true,
);
