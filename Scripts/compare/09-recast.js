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

/** Of rows in which little differs, how many runs at each end are the same, less the two hundred nearest to that. */
function sharedRuns(old, now) {
  const ids = (runs) => runs.map((run) => JSON.stringify(run));
  const [, from, to, first, end] = commonEnds(ids(old), ids(now), 0, old.length, 0, now.length);
  return [from, old.length - to].map((count) => Math.max(to - from, end - first) > 20 ? 0 : Math.max(count - 200, 0));
}

/** The new blocks with the words marked that differ; null where old tables or code are in none of them. */
function recast(olds, news) {
  const now = blockWords(news), before = blockWords(olds, (block) => !now.solids.has(JSON.stringify(block)));
  for (const [solid, count] of before.solids) {
    if (!(now.solids.get(solid) >= count)) return null;
    now.solids.set(solid, now.solids.get(solid) - count);
  }
  // Whether items have signs or numbers, and no label as words behind them.
  const areLabels = ({ runs }, items = runs.filter((run) => run.isLabelled)) =>
    items.length && items.every((run) => !withoutLabel(run.lines[0])[0].length);
  const areGone = areLabels(now), areNew = areLabels(before), [first, last] = sharedRuns(before.runs, now.runs);
  const middle = (runs) => runs.slice(first, runs.length - last), newRuns = middle(now.runs);
  const oldLines = middle(before.runs).flatMap((run) => run.lines).map((line) => areGone ? withoutLabel(line)[1] : line);
  const newLines = newRuns.flatMap((run) => run.lines.map((line) => areNew && !run.isLabelled ? withoutLabel(line) : [[], line]));
  const merging = new Merging(Run.joining(oldLines, BREAK), Run.joining(newLines.map((line) => line[1]), END));
  const lines = cut(merging.recast(...merging.all, 0));
  if (lines.length != newLines.length) return null;
  // A label that became an item's own number or sign, or came in its place and not in that of words, is not marked.
  const isLabel = (mark, m) => mark?.m == m && isLabelText(mark.w);
  newRuns.flatMap((run) => run.lines.map((_, index) => index == 0 && run.isLabelled)).forEach((isItem, index) => {
    const line = lines[index], above = lines[index - 1] ?? [], isOwn = isLabel(line[0], "del");
    if (!isItem) {
      if (areNew) lines[index] = line.map((mark, place) => isLabel(mark, "ins") && (place ? line[place - 1] : above.at(-1))?.m != "del"
        ? { m: "kept", w: mark.w } : mark);
    } else if ((isOwn || isLabel(above.at(-1), "del")) && line[+isOwn]?.m != "ins") isOwn ? line.shift() : above.pop();
  });
  const runs = newRuns.map((run) => run.lines.flatMap((_, index) => {
    const [label] = newLines.shift();
    return [...(index ? [{ m: "kept", w: [{ t: "br" }] }] : []), ...(label.length ? [{ m: "kept", w: label }] : []), ...lines.shift()];
  }));
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
