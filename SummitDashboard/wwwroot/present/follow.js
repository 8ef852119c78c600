import { follow as listenTo } from './stream.js';

// Stage and desk stay together: in one browser by a channel, from two devices by the live session. Whoever cannot reach the other goes on
// alone and catches up: the higher count of moves wins.

// Of one dashboard: there may be others on this host.
const channelOf = name => new BroadcastChannel(`summit-talk:${new URL(document.baseURI).pathname}:${name}`);

// A page that was opened before the talk went live comes along.
function join(code) {
  const url = new URL(location);
  url.searchParams.set('live', code);
  location.replace(url);
}

/** Tells the pages of a private run in this browser that the talk is live now. */
export function call(talk, code) {
  if ('BroadcastChannel' in window) channelOf(talk).postMessage({ joinLive: code });
}

/**
 * Follows the other pages of this talk. `on` is told what a live session tells: counts, who drives, the connection, whether the way to join
 * is shown.
 */
export function follow(deck, frame, on = {}) {
  const live = frame.dataset.live;
  const channel = 'BroadcastChannel' in window ? channelOf(live || frame.dataset.talk) : null;
  let adopting = false;
  let unsent = false;
  const adopt = state => {
    adopting = true;
    deck.adopt(state);
    adopting = false;
  };

  deck.addEventListener('step', ({ detail }) => {
    if (adopting || !detail.own) return;
    channel?.postMessage(deck.state);
    if (live) send();
  });
  if (channel) {
    channel.onmessage = ({ data }) => {
      if (data === 'where') channel.postMessage(deck.state);
      else if (data.joinLive) join(data.joinLive);
      else if ('shows' in data) on.shows?.(data.shows);
      else if (data.seq > deck.state.seq) adopt(data);
    };
    channel.postMessage('where'); // a page that joins late asks where the others stand
  }
  if (!live) return {};

  // One post at a time, always of the newest state.
  let sending = false;
  async function send() {
    unsent = true;
    if (sending) return;
    sending = true;
    while (unsent) {
      unsent = false;
      try {
        const { seq, stop, shown, blank } = deck.state;
        const answer = await fetch(`live/${live}/wheel`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ seq, stop, shown, blank }),
        });
        if (answer.status === 409) {
          const state = await answer.json();
          if (!unsent) adopt(state);
        } else if (answer.status === 403) {
          const state = await answer.json().catch(() => null);
          if (state?.driver) {
            adopt(state);
            tell(state);
            on.refused?.(state);
          }
        } else if (answer.status >= 500) {
          setTimeout(() => {
            if (unsent) send();
          }, 1000);
          throw new Error();
        } // it was reached, and could not keep it
        else if (answer.status === 404 || answer.status === 410) on.ended?.(answer.status === 404);
        status(true);
      } catch {
        unsent = true;
        status(false);
        break; // sent when the stream is back
      }
    }
    sending = false;
  }

  let connected = true;
  const status = now => {
    if (now !== connected) {
      connected = now;
      frame.classList.toggle('alone', !now);
      on.connection?.(now);
    }
  };
  const tell = state => {
    on.state?.(state);
    on.counts?.(state);
    if (state.ended) on.ended?.();
  };

  // What was told last counts, not what is told again: a stage that shows it by itself is left alone.
  let showed = null;
  const stream = listenTo(`live/${live}/wheel`, {
    state(state) {
      status(true);
      if (state.seq > deck.state.seq) adopt(state);
      else if (state.seq < deck.state.seq && state.driver?.id === state.you) send();
      else if (state.seq < deck.state.seq || state.stop !== deck.state.stop || state.shown !== deck.state.shown) {
        if (!unsent && !sending) adopt(state);
      }
      if (state.shows !== showed) on.shows?.((showed = state.shows));
      tell(state);
      if (state.ended) stream.close();
    },
    lost(isClosed) {
      status(false);
      if (isClosed) ask();
    },
  });
  // An answer that is no stream says why: a session that is no longer kept is over, and who was signed out must sign in.
  async function ask() {
    const asked = new AbortController();
    const answer = await fetch(`live/${live}/wheel`, { signal: asked.signal }).catch(() => null);
    asked.abort();
    if (answer?.status === 404) {
      status(true);
      return on.ended?.(true);
    }
    if (answer?.status === 401 || answer?.status === 403) on.connection?.(false, 'You are no longer signed in as a presenter.');
    setTimeout(() => stream.listen(), 2000);
  }
  stream.listen();
  // A network that is back is used at once, not when the browser next tries.
  addEventListener('online', () => stream.listen(true));
  addEventListener('pagehide', () => stream.close());
  addEventListener('pageshow', e => {
    if (e.persisted) stream.listen(true);
  });
  const post = (what, body) =>
    fetch(`live/${live}/${what}`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body ?? {}) });
  return {
    hand: to => post('hand', { to }),
    take: () => post('take'),
    end: () => post('end'),
    show: now => {
      channel?.postMessage({ shows: now });
      post('show', { now }).catch(() => {
        /* in this browser it is shown all the same */
      });
    },
  };
}
