// Copying. Over plain HTTP browsers keep the clipboard from pages: then the old command is tried, and failing that the words are laid out,
// selected, for the hand to copy.
const isDone = text => {
  const field = Object.assign(document.createElement('textarea'), { value: text, readOnly: true });
  field.style.cssText = 'position:fixed;top:0;opacity:0';
  const focus = document.activeElement;
  document.body.append(field);
  field.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    focus?.focus({ preventScroll: true });
  }
};

const byHand = text => {
  const dialog = document.createElement('dialog');
  dialog.className = 'keys copy';
  dialog.setAttribute('aria-labelledby', 'copy-title');
  dialog.innerHTML =
    '<h2 id="copy-title">Copy by hand</h2><p>This browser did not let the page copy. The words are ' +
    'selected: press <kbd>Ctrl</kbd> <kbd>C</kbd> (on a Mac <kbd>⌘</kbd> <kbd>C</kbd>).</p>' +
    '<textarea readonly rows="4" aria-label="To be copied" translate="no"></textarea>' +
    '<form method="dialog"><button class="btn primary">Close</button></form>';
  const field = dialog.querySelector('textarea');
  field.value = text;
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  field.focus();
  field.select();
};

const tell = (button, text) => {
  button.dataset.done = '';
  setTimeout(() => delete button.dataset.done, 2000);
  const announcer = document.getElementById('announcer') ?? document.getElementById('said');
  if (announcer) {
    announcer.textContent = '';
    setTimeout(() => (announcer.textContent = text), 50);
  }
};

addEventListener('click', async e => {
  const button = e.target.closest('[data-copy]');
  if (!button) return;
  const text = document.getElementById(button.dataset.copy).innerText.trim();
  const asked = navigator.clipboard?.writeText(text);
  const isCopied = asked
    ? await asked.then(
        () => true,
        () => isDone(text),
      )
    : isDone(text);
  isCopied ? tell(button, 'Copied.') : byHand(text);
});
