// What a key presses is told to whoever does not see it: the keyboard stands elsewhere, so a screen reader says nothing of it by itself.

const wordsOf = (element, without) => {
  if (!element) return '';
  const copy = element.cloneNode(true);
  for (const e of copy.querySelectorAll(`kbd, [aria-hidden=true], ${without}`)) e.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
};

/** What is pressed, in words, before it is: “Stance: hedges”, “Quote: the words”; null where that says itself. */
export function said(pressed) {
  if (!pressed.closest('form[data-draft], .proposals')) return null;
  if (pressed.matches('[data-key=Delete], [data-key=Backspace], [data-go]')) return null;
  const proposed = pressed.closest('.mark-proposals'),
    group = pressed.closest('[role=group], fieldset'),
    quoted = document.getElementById(pressed.getAttribute('aria-describedby') ?? '')?.querySelector('mark'),
    of = group?.matches('.quote') ? '' : (group?.getAttribute('aria-label') ?? wordsOf(group?.querySelector('legend'), '.muted')),
    name = wordsOf(pressed.labels?.[0] ?? pressed, '.muted');
  if (proposed) return `${name}: ${wordsOf(proposed, 'button')}`;
  if (quoted) return `${name}: ${wordsOf(quoted, '.muted')}`;
  return of ? `${of}: ${name}` : name;
}
