import { fit } from '../../present/deck.js';

const all = () => document.querySelectorAll('.stage').forEach(fit);
addEventListener('beforeprint', all);
addEventListener('resize', all);
addEventListener('click', e => {
  if (e.target.closest('[data-print]')) print();
});
all();
