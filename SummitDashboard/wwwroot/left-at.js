// Who goes from a list to what it names and comes back stands there again, not at the top.

const key = () => `left:${location.pathname}${location.search}`;
const longest = 10_000;
let isBack = performance.getEntriesByType('navigation')[0]?.type === 'back_forward';
addEventListener('popstate', () => (isBack = true));
addEventListener(
  'click',
  e => {
    isBack = false;
    const item = e.target.closest?.('[data-list] li')?.querySelector('[data-item]');
    if (!item) return;
    try {
      sessionStorage.setItem(key(), item.getAttribute('href'));
    } catch {
      /* private mode: one begins at the top */
    }
  },
  true,
);

const left = () => {
  try {
    return sessionStorage.getItem(key());
  } catch {
    return null; // private mode
  }
};

/**
 * What was left by on this page, once, for whoever has come back to it; undefined for everybody else. A list that is drawn later than its
 * page has the focus then, unless somebody has gone elsewhere meanwhile.
 */
export function leftAt() {
  const [was, href] = [location.href, isBack && left()];
  isBack = false;
  if (!href) return;
  const find = () => document.querySelector(`[data-list] [data-item][href="${CSS.escape(href)}"]`);
  const end = () => drawn.disconnect();
  const drawn = new MutationObserver(() => {
    const isFree = location.href === was && document.activeElement?.matches('body, h1');
    if (isFree && !find()) return;
    end();
    if (isFree) find().focus();
  });
  if (find()) return find();
  drawn.observe(document.body, { childList: true, subtree: true });
  setTimeout(end, longest);
}
