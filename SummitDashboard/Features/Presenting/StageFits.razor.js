import { fit } from '../../present/deck.js';

// Fits every stage of the page, and again when it is resized or its words are others. What fitting itself changes are attributes alone.
export function watch() {
  const main = document.querySelector('main');
  const sizes = new ResizeObserver(entries => entries.forEach(entry => fit(entry.target)));
  const all = () =>
    main.querySelectorAll('.stage').forEach(stage => {
      sizes.observe(stage);
      fit(stage);
    });
  const words = new MutationObserver(all);
  words.observe(main, { childList: true, characterData: true, subtree: true });
  all();
  return {
    stop() {
      words.disconnect();
      sizes.disconnect();
    },
  };
}
