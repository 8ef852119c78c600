/**
 * Keeps the screen on as long as the page is looked at; what is returned lets it sleep again. Browsers allow it on HTTPS and on the machine
 * itself only: elsewhere, and on a battery that runs out, the screen goes its own ways.
 */
export function stayAwake() {
  let isOver = false,
    lock = null;
  const ask = async () => {
    if (isOver || document.hidden || (lock && !lock.released)) return;
    try {
      lock = (await navigator.wakeLock?.request('screen')) ?? null;
    } catch {
      /* not now: asked again when the page is looked at next */
    }
    if (isOver) lock?.release();
  };
  document.addEventListener('visibilitychange', ask); // leaving the page lets go of it
  ask();
  return () => {
    isOver = true;
    lock?.release();
  };
}
