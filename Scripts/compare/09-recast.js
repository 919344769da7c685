// Blocks that are others now.

/** Which blocks of two rows have lines in common, whatever they are. */
function recastGroups(old, now, from, to, first, end) {
  const codes = new Set(now.slice(first, end).map((piece) => piece.id)), groups = [];
  const lines = (pieces, from, to, readsCode) => range(from, to).flatMap((place) => blockWords([pieces[place].block], readsCode).lines
    .map((w) => [new Piece({ t: "p", w }), place]));
  const before = lines(old, from, to, (block) => !codes.has(new Piece(block).id)), after = lines(now, first, end, () => false);
  const pieces = (lines) => lines.map(([piece]) => piece);
  for (const pair of new PieceAlignment(pieces(before), pieces(after)).pairs) {
    const one = before[pair[0]][1], other = after[pair[1]][1], last = groups.at(-1);
    if (last && (one < last[1] || other < last[3])) [last[1], last[3]] = [Math.max(last[1], one + 1), Math.max(last[3], other + 1)];
    else groups.push([one, one + 1, other, other + 1]);
  }
  groups.forEach((group, index) => {
    const [, lowOld, , lowNow] = groups[index - 1] ?? [0, from, 0, first];
    const [highOld, , highNow] = groups[index + 1] ?? [to, 0, end];
    const bag = (pieces, from, to) => joinBags(pieces.slice(from, to).map((piece) => piece.bag));
    const one = bag(old, group[0], group[1]), other = bag(now, group[2], group[3]);
    // Takes in the blocks beside the group that say what its other side says and this one does not.
    const takeAll = (side, pieces, low, high, rest) => {
      const take = (place) => {
        if (place < low || place >= high) return false;
        const { bag } = pieces[place];
        if (!bag.words.length || 2 * common(bag, rest) <= bag.words.length) return false;
        rest = without(rest, bag);
        [group[side], group[side + 1]] = [Math.min(group[side], place), Math.max(group[side + 1], place + 1)];
        return true;
      };
      while (take(group[side + 1]));
      while (take(group[side] - 1));
    };
    takeAll(2, now, lowNow, highNow, without(one, other));
    takeAll(0, old, lowOld, highOld, without(other, one));
  });
  return groups;
}

/** The words in blocks: runs of lines, and how often what holds no words comes. */
function blockWords(blocks, readsCode = () => false) {
  const runs = [], solids = new Map();
  const add = (blocks, isItem) => blocks.forEach((block, index) => {
    if (block.w) {
      const lines = [[]];
      for (const inline of block.w) {
        if (inline.t == "br") lines.push([]);
        else lines.at(-1).push(inline);
      }
      runs.push({ lines, isLabelled: isItem && index == 0 });
    } else if (block.items) block.items.forEach((item) => add(item.b, true));
    else if (block.t == "q") add(block.b, false);
    else if (block.t == "c" && readsCode(block)) {
      const lines = block.text.split(/[\n\r\v\f\x85\u2028\u2029]/).map((line) => line.replace(/^\p{White_Space}+/u, ""));
      runs.push(...lines.filter((line) => line).map((line) => ({ lines: [[line]], isLabelled: false })));
    } else {
      const key = JSON.stringify(block);
      solids.set(key, (solids.get(key) ?? 0) + 1);
    }
  });
  add(blocks, false);
  return { runs, solids, lines: runs.flatMap((run) => run.lines) };
}

/** Of long rows in which little differs, how many runs at each end are the same, less the two hundred nearest to what differs. */
function sharedRuns(old, now) {
  const nearest = 200, least = Math.min(old.length, now.length);
  if (least <= nearest) return [0, 0];
  const isAlike = (one, other) => isSame(one.lines, other.lines)
    && (one.isLabelled && other.isLabelled || one.lines.every((line) => !withoutLabel(line)[0].length));
  let first = 0, last = 0;
  while (first < least && isAlike(old[first], now[first])) first += 1;
  while (last < least - first && isAlike(old.at(-1 - last), now.at(-1 - last))) last += 1;
  if (Math.max(old.length, now.length) - first - last > nearest / 10) return [0, 0];
  return [Math.max(0, first - nearest), Math.max(0, last - nearest)];
}

/** The new blocks with the words marked that differ; null where a table or code of the old ones is in none of them. */
function recast(olds, news) {
  const now = blockWords(news), before = blockWords(olds, (block) => !now.solids.has(JSON.stringify(block)));
  for (const [solid, count] of before.solids) {
    if (!(now.solids.get(solid) >= count)) return null;
    now.solids.set(solid, now.solids.get(solid) - count);
  }
  // Whether items have signs or numbers, and no label as words behind them.
  const areLabels = ({ runs }) => runs.some((run) => run.isLabelled)
    && !runs.some((run) => run.isLabelled && withoutLabel(run.lines[0])[0].length);
  const areGone = areLabels(now), areNew = areLabels(before), [first, last] = sharedRuns(before.runs, now.runs);
  const between = (runs) => runs.slice(first, runs.length - last), newRuns = between(now.runs);
  const oldLines = between(before.runs).flatMap((run) => run.lines).map((line) => areGone ? withoutLabel(line)[1] : line);
  const newLines = newRuns.flatMap((run) => run.lines.map((line) => areNew && !run.isLabelled ? withoutLabel(line) : [[], line]));
  const merging = new Merging(Run.joining(oldLines, BREAK), Run.joining(newLines.map((line) => line[1]), END));
  const lines = cut(merging.recast(...merging.all, 0));
  if (lines.length != newLines.length) return null;
  // A label that became an item's own number or sign, or came in its place, is not marked, unless other words stood or stand there.
  const labelled = newRuns.flatMap((run) => run.lines.map((_, index) => index == 0 && run.isLabelled));
  const isLabel = (mark, m) => mark?.m == m && isLabelText(mark.w);
  labelled.forEach((isItem, index) => {
    if (!isItem) return;
    if (isLabel(lines[index][0], "del")) {
      if (lines[index][1]?.m != "ins") lines[index].shift();
    } else if (index && isLabel(lines[index - 1].at(-1), "del") && lines[index][0]?.m != "ins") lines[index - 1].pop();
  });
  if (areNew) {
    labelled.forEach((isItem, index) => {
      if (isItem) return;
      const marks = lines[index], before = (place) => place ? marks[place - 1] : lines[index - 1]?.at(-1);
      lines[index] = marks.map((mark, place) => isLabel(mark, "ins") && before(place)?.m != "del" ? { m: "kept", w: mark.w } : mark);
    });
  }
  const runs = newRuns.map((run) => run.lines.flatMap((_, index) => {
    const [label] = newLines.shift();
    return [...(index ? [{ m: "kept", w: [{ t: "br" }] }] : []), ...(label.length ? [{ m: "kept", w: label }] : []), ...lines.shift()];
  }));
  // A run without marks stands as it is.
  const marked = [...Array(first).fill([]), ...runs, ...Array(last).fill([])];
  const all = (marks, m) => marks.every((mark) => mark.m == m);
  const mark = (block) => {
    if (block.w) {
      const marks = marked.shift();
      return all(marks, "kept") ? { m: "kept", block } : all(marks, "ins") ? { m: "ins", block } : { m: "words", block, marks };
    }
    if (block.t == "q") return { m: "quote", blocks: block.b.map(mark) };
    if (block.items) {
      const items = block.items.map((item) => {
        const blocks = item.b.map(mark);
        return all(blocks, "kept") ? { m: "kept", block: item } : all(blocks, "ins") ? { m: "ins", block: item }
          : { m: "changed", tasks: [item.task, item.task], blocks, moved: false };
      });
      return { m: "list", list: block, tights: [block.tight, block.tight], items };
    }
    const key = JSON.stringify(block), count = now.solids.get(key);
    if (!(count > 0)) return { m: "kept", block };
    now.solids.set(key, count - 1);
    return { m: "ins", block };
  };
  return restated(olds, news.map(mark), formerly(olds, news));
}

/** What words that stand in other blocks now were. */
function formerly(olds, news) {
  const form = (blocks) => {
    const kinds = new Set(blocks.map((block) => "phlqc".includes(block.t) ? block.t : "other"));
    return kinds.size == 1 ? [...kinds][0] : "";
  };
  const [before, now, isOne] = [form(olds), form(news), olds.length == 1];
  if (before == "p" && now == "p" && (isOne || news.length == 1)) return isOne ? "split" : "merged";
  if (before && before == now) return before == "l" ? "levels" : "other";
  return before == "p" && !isOne ? "ps" : before == "c" || isOne && "phlq".includes(before) ? before || "other" : "other";
}

const LABEL = /^(?:[•‣◦▪–—\-*·○●]|\((?:\d{1,5}|[ivxlcIVXLC]{1,5}|[A-Za-z]{1,2})\)|(?:\d{1,5}|[ivxlcIVXLC]{1,5}|[A-Za-z]{1,2})[.)])$/;
const isLabelText = (inlines) => LABEL.test(wordsOf(inlines).replace(/\p{White_Space}/gu, ""));

/** A line's label (`(a)`, `1.`, `•`), and what stands behind it. */
function withoutLabel(line) {
  const [, sign, blanks, words] = (typeof line[0] == "string" && /^(\S*)(\s*)([^]*)$/.exec(line[0])) || [];
  if (!sign || !LABEL.test(sign) || !(blanks + words)) return [[], line];
  return [[sign + blanks], [...(words ? [words] : []), ...line.slice(1)]];
}

/** What is marked between two blocks of a kind, or what is marked whatever items the words are in, if clearly less. */
function recastIfShorter(marked, old, now) {
  const length = markedLength(marked);
  if (!length || !whole(marked, "del") || !whole(marked, "ins")) return marked;
  const other = recast([old], [now]);
  return other && 5 * markedLength(other) < 4 * length ? other : marked;
}

/** Whether something in a block went, or came, as a whole. */
const whole = (mark, m) => mark.m == m ? !(mark.moved && !mark.block.t) : mark.m != "words" && mark.m != "table"
  && (mark.items ?? mark.blocks ?? mark.now ?? []).some((part) => whole(part, m));
