// Who goes from a list to what it names and comes back stands there again, not at the top.

const key = () => `left:${location.pathname}${location.search}`;
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

/** What was left by on this page, once, for whoever has come back to it; undefined for everybody else. */
export function leftAt() {
  if (!isBack) return;
  isBack = false;
  try {
    const href = sessionStorage.getItem(key());
    return href && document.querySelector(`[data-list] [data-item][href="${CSS.escape(href)}"]`);
  } catch {
    /* private mode */
  }
}
