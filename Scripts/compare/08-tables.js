function markTable(old, now) {
  const columns = columnsOf(old, now), rows = new PieceAlignment(piecesOf(old.rows), piecesOf(now.rows));
  const key = columns.find((column) => !column.move && column.old != null && column.now != null);
  if (key) {
    const taken = [...rows.pairs, ...rows.moves];
    const before = keys(old, key.old, new Set(taken.map((pair) => pair[0])));
    const after = keys(now, key.now, new Set(taken.map((pair) => pair[1])));
    rows.join([...after].flatMap(([words, place]) => before.has(words) ? [[before.get(words), place]] : []));
  }
  const isReordered = rows.moves.length > 1;
  const cells = (one, other) => columns.map((column) => {
    const before = one[column.old], after = other[column.now];
    if (before && after) return markWords(before, after);
    const w = before ?? after ?? [];
    return w.length ? [{ m: before ? "del" : "ins", w }] : [];
  });
  const table = {
    m: "table", columns, head: cells(old.head, now.head), hadRows: old.rows.length > 0, hasRows: now.rows.length > 0,
    rows: (isReordered ? newOrder(rows) : rows.steps()).map((step) => {
      const one = step.old && old.rows[step.old[0]], other = step.now && now.rows[step.now[0]], { moved } = step;
      return one && other ? { m: "changed", cells: cells(one, other), moved } : { m: one ? "del" : "ins", cells: one ?? other, moved };
    }),
  };
  return isReordered ? restated([old], [table], "order") : table;
}

/** What rows have in a column that no other row has there. */
function keys(table, column, taken) {
  const found = new Map();
  table.rows.forEach((row, place) => {
    const key = wordsOf(row[column] ?? []).normalize();
    found.set(key, found.has(key) || !key || taken.has(place) ? null : place);
  });
  return new Map([...found].filter(([, place]) => place != null));
}

/** Every row in the new order, what is gone behind what it stood behind. */
function newOrder({ old, now, pairs, moves }) {
  const both = [...pairs, ...moves], heirs = new Map(both), mates = new Map(both.map(([old, now]) => [now, old]));
  const gone = new Map();
  let last = -1;
  const after = (place) => gone.get(place) ?? [];
  old.forEach((_, place) => {
    if (heirs.has(place)) last = heirs.get(place);
    else gone.set(last, [...after(last), { old: [place], now: null, moved: false }]);
  });
  return [...after(-1), ...now.flatMap((_, place) => [
    { old: mates.has(place) ? [mates.get(place)] : null, now: [place], moved: false }, ...after(place),
  ])];
}

/** The columns of both tables, by their headings, or else by what stands in them. */
function columnsOf(old, now) {
  const headings = (table) => piecesOf(table.head.map((cell) => [cell]));
  const bodies = (table) => piecesOf(table.head.map((_, column) => table.rows.map((row) => row[column] ?? [])));
  const named = new PieceAlignment(headings(old), headings(now)).pairs;
  const { pairs } = new PieceAlignment(bodies(old), bodies(now), named);
  const free = (table, side) => {
    const taken = new Set(pairs.map((pair) => pair[side])), found = new Map();
    table.head.forEach((cell, column) => {
      const words = wordsOf(cell).toLowerCase().normalize();
      if (!taken.has(column)) found.set(words, found.has(words) ? null : column);
    });
    return found;
  };
  const before = free(old, 0), moves = new Map();
  for (const [words, column] of free(now, 1)) {
    if (words && column != null && before.get(words) != null) moves.set(column, before.get(words));
  }
  const movedFrom = new Set(moves.values()), columns = [];
  let [one, other] = [0, 0];
  for (const pair of [...pairs, [old.head.length, now.head.length]]) {
    for (; one < pair[0]; one++) columns.push({ old: one, now: null, align: old.align[one], move: movedFrom.has(one) ? "away" : null });
    for (; other < pair[1]; other++) {
      columns.push({ old: moves.get(other) ?? null, now: other, align: now.align[other], move: moves.has(other) ? "here" : null });
    }
    if (one < old.head.length && other < now.head.length) columns.push({ old: one, now: other, align: now.align[other], move: null });
    [one, other] = [one + 1, other + 1];
  }
  return columns;
}
