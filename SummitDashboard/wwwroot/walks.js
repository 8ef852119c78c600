// Walking by arrows: along links, and from cell to cell.

/** Among links to walk along (data-walk) the arrows go on from the one that has the focus, and take it along. */
export const walk = e => {
  const way = { ArrowRight: 1, ArrowLeft: -1 }[e.key],
    all = way && e.target.closest('[data-walk]')?.querySelectorAll('a');
  if (!all) return false;
  const next = all[[...all].indexOf(e.target) + way];
  next?.focus();
  next?.click();
  return true;
};

// In a table of cells (data-cells) they go from cell to cell, as these stand on the page, whichever way the words in them run. A cell's
// link takes the focus; the cell itself does where it has none, and where it is read rather than pressed (data-cells="read").
const steps = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] };
let stood = {}; // where in it one stands, of a cell that spans several places
const placesOf = table => {
  const places = [];
  [...table.rows].forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (places[y]?.[x]) x++;
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) (places[y + down] ??= [])[x + right] = cell;
    }
  });
  return places;
};

/** Steps to the next cell, where a press of a key stands in one; false where it does not. */
export const stepTo = e => {
  const cell = e.target.closest?.('[data-cells] :is(td, th)'),
    [down, right] = (cell && steps[e.key]) ?? [];
  if (right === undefined) return false;
  const table = cell.closest('table'),
    places = placesOf(table);
  let { y, x } = stood.cell === cell ? stood : {};
  if (places[y]?.[x] !== cell) {
    y = places.findIndex(row => row.includes(cell));
    x = places[y].indexOf(cell);
  }
  for (y += down, x += right; places[y]?.[x]; y += down, x += right) {
    const next = places[y][x],
      link = (next.tagName === 'TH' || table.dataset.cells !== 'read') && next.querySelector('a');
    // The head of a group that leads nowhere, and a corner, are no cells.
    if (next === cell || (!link && (next.scope.endsWith('group') || !next.textContent.trim()))) continue;
    if (!link) next.tabIndex = -1;
    (link || next).focus({ preventScroll: true });
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' }); // all of it: a browser is content with an edge
    stood = { cell: next, y, x };
    return true;
  }
  return false;
};
