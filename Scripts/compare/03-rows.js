const range = (from, to) => Array.from({ length: Math.max(to - from, 0) }, (_, index) => from + index);
const sum = (row, value) => row.reduce((sum, element) => sum + value(element), 0);
const byOld = (one, other) => one[0] - other[0];

/** The heaviest choice of [old, new, weight] in which both places only grow, as [old, new]. */
function heaviestInOrder(pairs) {
  const sorted = pairs.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  const ranks = new Map([...new Set(sorted.map((pair) => pair[1]))].sort((a, b) => a - b).map((place, index) => [place, index + 1]));
  const best = Array.from({ length: ranks.size + 1 }, () => [0, -1]);
  const before = [];
  let heaviest = [0, -1];
  sorted.forEach(([, place, more], index) => {
    let chain = [0, -1];
    const rank = ranks.get(place);
    for (let at = rank - 1; at > 0; at -= at & -at) if (best[at][0] > chain[0]) chain = best[at];
    before.push(chain[1]);
    const weight = chain[0] + more;
    if (weight > heaviest[0]) heaviest = [weight, index];
    for (let at = rank; at < best.length; at += at & -at) if (weight > best[at][0]) best[at] = [weight, index];
  });
  const chosen = [];
  for (let last = heaviest[1]; last >= 0; last = before[last]) chosen.push(sorted[last].slice(0, 2));
  return chosen.reverse();
}

/** What two rows have in common at their ends, and what is left between: [pairs, from, to, from, to]. */
function commonEnds(olds, news, from, to, first, end) {
  const pairs = [];
  while (from < to && first < end && olds[from] === news[first]) pairs.push([from++, first++]);
  while (from < to && first < end && olds[to - 1] === news[end - 1]) pairs.push([--to, --end]);
  return [pairs, from, to, first, end];
}

/** What is once in each of two rows, as far as it stays in order. */
function uniqueInBoth(olds, news, from, to, first, end, weight = () => 1) {
  const places = (row, from, to) => {
    const found = new Map();
    for (let place = from; place < to; place++) found.set(row[place], found.has(row[place]) ? -1 : place);
    return found;
  };
  const before = places(olds, from, to), pairs = [];
  for (const [element, place] of places(news, first, end)) {
    if (place >= 0 && before.get(element) >= 0) pairs.push([before.get(element), place, weight(place)]);
  }
  return heaviestInOrder(pairs);
}

/** A longest common subsequence (Myers 1986); rows that differ in more than 600 are cut at what is once in each. */
function commonSubsequence(olds, news) {
  const rest = [[0, olds.length, 0, news.length]], found = [];
  while (rest.length) {
    const [pairs, from, to, first, end] = commonEnds(olds, news, ...rest.pop());
    found.push(...pairs);
    if (from == to || first == end) continue;
    const edit = shortestEdit(olds.slice(from, to), news.slice(first, end));
    if (edit) {
      found.push(...edit.map(([old, now]) => [from + old, first + now]));
      continue;
    }
    const anchors = uniqueInBoth(olds, news, from, to, first, end);
    found.push(...anchors);
    if (anchors.length) rest.push(...between(anchors, from, to, first, end));
  }
  return found.sort(byOld);
}

/** The stretches of two rows between pairs. */
function between(pairs, from, to, first, end) {
  return [...pairs, [to, end]].map(([old, now]) => {
    const gap = [from, old, first, now];
    [from, first] = [old + 1, now + 1];
    return gap;
  });
}

function shortestEdit(olds, news) {
  const [rows, columns] = [olds.length, news.length], rounds = [];
  // The farther of two ways onto a diagonal: by an insertion, or by a deletion.
  const step = (steps, deletions) => {
    const diagonal = 2 * deletions - steps, above = rounds[steps - 1][deletions + 1], below = rounds[steps - 1][deletions];
    const inserted = above >= 0 && above - diagonal <= columns ? above : -1;
    const deleted = below >= 0 && below < rows ? below + 1 : -1;
    return inserted >= deleted ? [inserted, true] : [deleted, false];
  };
  const reached = () => {
    for (let steps = 0; steps <= Math.min(rows + columns, 600); steps++) {
      const round = new Int32Array(steps + 3).fill(-1);
      rounds.push(round);
      const last = Math.min(steps, Math.trunc((steps + rows) / 2));
      for (let deletions = Math.max(0, Math.trunc((steps - columns + 1) / 2)); deletions <= last; deletions++) {
        const diagonal = 2 * deletions - steps;
        let row = steps ? step(steps, deletions)[0] : 0;
        if (row < 0) continue;
        while (row < rows && row - diagonal < columns && olds[row] === news[row - diagonal]) row++;
        round[deletions + 1] = row;
        if (row == rows && row - diagonal == columns) return true;
      }
    }
    return false;
  };
  if (!reached()) return null;
  const pairs = [];
  let [row, column] = [rows, columns];
  for (let steps = rounds.length - 1; steps >= 0; steps--) {
    const [start, isInsertion] = steps ? step(steps, (row - column + steps) / 2) : [0];
    while (row > start && column > 0) pairs.push([--row, --column]);
    if (isInsertion) column--;
    else row--;
  }
  return pairs.reverse();
}
