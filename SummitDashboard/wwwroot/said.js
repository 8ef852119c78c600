// A message of what was done goes along to the next page, and stands at the foot of the window over nothing: the page has room for it below
// its last line, what takes the focus stands above it, and so does what stays at the foot (--said-foot). The desk has a place of its own
// for it (in-sight.js).
const room = 8;
let given = 0;

const wanted = () => {
  const said = document.getElementById('mud-snackbar-container');
  if (!said?.offsetHeight || document.querySelector('.desk .tools.stays')) return 0;
  return Math.ceil(innerHeight - said.getBoundingClientRect().top) + room;
};

// Whoever is at the very foot of the page, or over what stands on the message, has it taken away only later: nothing moves under a pointer.
const isAtFoot = less => scrollY > 0 && scrollY + innerHeight > document.documentElement.scrollHeight - less;
const stays = at => {
  for (; at && at !== document.body; at = at.parentElement) {
    const { position, bottom } = getComputedStyle(at);
    if (position === 'sticky' && (bottom !== 'auto' || at.scrollTop > 0)) return true;
  }
  return false;
};
const isInUse = less => isAtFoot(less) || stays([...document.querySelectorAll(':hover')].at(-1));

// What the keys stand on, as far as it fits between the head and the message.
const clear = () => {
  const at = document.activeElement;
  if (given === 0 || !at?.matches('main :focus-visible')) return;
  const { top, bottom } = at.getBoundingClientRect(),
    foot = innerHeight - given;
  if (bottom > foot && top < innerHeight && bottom - top < foot - 72) at.scrollIntoView({ block: 'nearest', behavior: 'instant' });
};

const look = () => {
  const now = wanted();
  if (now === given || (now < given && isInUse(given - now))) return;
  given = now;
  document.documentElement.style.setProperty('--said-foot', `${given}px`);
  clear();
};

let isAsked = false;
const ask = () => {
  if (isAsked) return;
  isAsked = true;
  requestAnimationFrame(() => {
    isAsked = false;
    look();
  });
};
// The circuit draws the page anew when it starts, and with it the place of the messages.
const isOfInterest = () => given > 0 || document.getElementById('mud-snackbar-container')?.childElementCount > 0;
new MutationObserver(() => isOfInterest() && ask()).observe(document.body, { childList: true, subtree: true });
for (const event of ['scroll', 'resize', 'pointermove']) addEventListener(event, () => isOfInterest() && ask(), { passive: true });
addEventListener('focusin', () => requestAnimationFrame(clear));
look();
