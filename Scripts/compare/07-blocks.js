/** What became of the blocks of two texts, of two items or of two quotes. */
class BlockAlignment {
  constructor(old, now, fixed) {
    [this.old, this.now] = [old, now];
    const alignment = new PieceAlignment(old, now, fixed);
    const steps = alignment.steps(regroup(alignment));
    this.steps = this.recast(steps);
    this.marked = this.steps.map((step) => this.mark(step));
  }

  mark({ old, now, moved, recast }) {
    const one = old && this.old[old[0]], other = now && this.now[now[0]];
    if (recast) return recast;
    if (!now) return { m: "del", block: one.block, moved };
    if (!old) return { m: "ins", block: other.block };
    if (old[1] - old[0] > 1 || now[1] - now[0] > 1) return regrouped(this.old.slice(...old), this.now.slice(...now));
    const marked = one.id == other.id ? { m: "kept", block: other.block, old: one.block } : markBlock(one.block, other.block);
    return moved ? restated([], [marked], "moved") : marked;
  }

  /** Looks, between what is the same, for blocks whose words are in other blocks now. */
  recast(steps) {
    const found = [];
    let stretch = [];
    const endStretch = () => {
      found.push(...this.recastStretch(stretch) ?? stretch);
      stretch = [];
    };
    for (const step of steps) {
      const one = step.old && this.old[step.old[0]], other = step.now && this.now[step.now[0]];
      const isLoose = (piece, more) => piece.isProse || more.includes(piece.kind);
      const isGroup = one && other && (step.old[1] - step.old[0] > 1 || step.now[1] - step.now[0] > 1);
      const isFixed = step.moved || !isGroup && (one && other ? one.id == other.id || one.kind == "h" || !one.isProse
        : one ? !isLoose(one, "cr") : !isLoose(other, "r"));
      if (isFixed) {
        endStretch();
        found.push(step);
      } else stretch.push(step);
    }
    endStretch();
    return found;
  }

  /** Null where what is found already marks as little. */
  recastStretch(stretch) {
    const olds = stretch.flatMap((step) => step.old ?? []), news = stretch.flatMap((step) => step.now ?? []);
    if (stretch.length < 2 || !olds.length || !news.length) return null;
    const [from, to, first, end] = [olds[0], olds.at(-1), news[0], news.at(-1)];
    if ([...this.old.slice(from, to), ...this.now.slice(first, end)].every((piece) => piece.kind == "p")) return null;
    const groups = recastGroups(this.old, this.now, from, to, first, end);
    const weight = (pieces, from, to) => sum(pieces.slice(from, to), (piece) => piece.bag.weight);
    const weights = ([from, to, first, end]) => weight(this.old, from, to) + weight(this.now, first, end);
    const length = (steps) => sum(steps, (step) => step.old && step.now ? markedLength(this.mark(step))
      : step.old ? weight(this.old, ...step.old) : weight(this.now, ...step.now));
    const limit = 4 * length(stretch);
    if (5 * (weights([from, to, first, end]) - sum(groups, weights)) >= limit) return null;
    const others = [];
    let [one, other, hasRecast] = [from, first, false];
    const addUnpaired = (old, now) => {
      for (; one < old; one++) others.push({ old: [one, one + 1], now: null, moved: false });
      for (; other < now; other++) others.push({ old: null, now: [other, other + 1], moved: false });
    };
    for (const [from, to, first, end] of groups) {
      addUnpaired(from, first);
      const step = { old: [from, to], now: [first, end], moved: false };
      if (to - from > 1 || end - first > 1 || this.old[from].kind != this.now[first].kind) {
        step.recast = recast(this.old.slice(from, to).map((piece) => piece.block), this.now.slice(first, end).map((piece) => piece.block));
        // What cannot be recast goes and comes as a whole, before the next group.
        if (!step.recast) continue;
        hasRecast = true;
      }
      others.push(step);
      [one, other] = [to, end];
    }
    addUnpaired(to, end);
    return hasRecast && 5 * length(others) < limit ? others : null;
  }
}

const align = (old, now, fixed) => new BlockAlignment(old, now, fixed).marked;
const restated = (old, now, reason) => ({ m: "restated", old, now, reason });

/** How much of what is marked differs, in bytes. */
function markedLength(mark) {
  if (Array.isArray(mark)) return sum(mark, markedLength);
  const { m, block, w, cells, marks } = mark;
  if (m == "del" || m == "ins") return cells ? sum(cells, lengthOf) : w ? lengthOf(w) : bagOf(block).weight;
  if (m == "table") {
    const isShown = (_, column) => mark.columns[column].move != "away";
    return markedLength([mark.head.filter(isShown), ...mark.rows.map((row) => row.m == "changed" ? row.cells.filter(isShown) : row)]);
  }
  return m == "kept" ? 0 : markedLength(marks ?? mark.items ?? mark.blocks ?? mark.now);
}

/** One paragraph that is several now, or the other way round, by the pair at the bottom of it. */
function regroup({ old, now, pairs, moves }) {
  const groups = new Map(), moved = [0, 1].map((side) => new Set(moves.map((pair) => pair[side])));
  let before = [-1, -1];
  pairs.forEach((pair, index) => {
    const next = pairs[index + 1] ?? [old.length, now.length], free = before;
    before = [...pair];
    if (old[pair[0]].kind != "p" || old[pair[0]].id == now[pair[1]].id) return;
    const news = extend(pair[1], free[1], next[1], now, moved[1], old[pair[0]].bag);
    const olds = extend(pair[0], free[0], next[0], old, moved[0], now[pair[1]].bag);
    if (news[1] - news[0] > 1 && news[2] >= olds[2]) {
      groups.set(pair, [[pair[0], pair[0] + 1], news.slice(0, 2)]);
      before[1] = news[1] - 1;
    } else if (olds[1] - olds[0] > 1) {
      groups.set(pair, [olds.slice(0, 2), [pair[1], pair[1] + 1]]);
      before[0] = olds[1] - 1;
    }
  });
  return groups;
}

/** The run of paragraphs around one that is most like a whole: each further one must bring it clearly closer. */
function extend(place, before, behind, pieces, moved, whole) {
  let [from, to, bag] = [place, place + 1, pieces[place].bag], likeness = similarity(bag, whole);
  const take = (index) => {
    if (index <= before || index >= behind || pieces[index].kind != "p" || moved.has(index) || to - from >= 8) return false;
    const more = pieces[index].bag, joined = joinBags([bag, more]), next = similarity(joined, whole);
    if (next <= likeness + 0.03 || 2 * common(more, whole) <= more.words.length) return false;
    [bag, likeness, from, to] = [joined, next, Math.min(from, index), Math.max(to, index + 1)];
    return true;
  };
  while (take(to));
  while (take(from - 1));
  return likeness >= 0.6 ? [from, to, likeness] : [place, place + 1, likeness];
}

function regrouped(olds, news) {
  const runs = [[olds, BREAK], [news, END]].map(([pieces, separator]) => Run.joining(pieces.map((piece) => piece.block.w), separator));
  const marks = cut(new Merging(...runs).merge());
  return restated(olds.map((piece) => piece.block), news.slice(0, marks.length).map(({ block }, index) => ({
    m: "words", block, marks: marks[index],
  })), news.length > 1 ? "split" : "merged");
}

function markBlock(old, block) {
  const { t } = block;
  if (old.t != t) return restated([old], [{ m: "ins", block }], "spacing");
  if (t == "p") return { m: "words", block, old, marks: markWords(old.w, block.w) };
  if (t == "h") {
    const marked = { m: "words", block, old, marks: markWords(old.w, block.w) };
    return old.level == block.level ? marked : restated([old], [marked], "level");
  }
  if (t == "c") {
    const marks = old.text == block.text ? [{ m: "kept", w: [block.text] }]
      : new Merging(Run.code(old.text), Run.code(block.text)).merge();
    return { m: "words", block, marks };
  }
  if (t == "q") return recastIfShorter({ m: "quote", blocks: align(piecesOf(old.b), piecesOf(block.b)) }, old, block);
  if (t == "l") {
    const list = markList(old, block);
    return old.start === block.start ? recastIfShorter(list, old, block) : restated([old], [list], "numbering");
  }
  if (t == "t") return markTable(old, block);
  return restated([old], [{ m: "ins", block }], "spacing");
}

function markList(old, list) {
  const olds = piecesOf(old.items), news = piecesOf(list.items);
  const items = new PieceAlignment(olds, news).steps().map((step) => {
    const one = step.old && olds[step.old[0]], other = step.now && news[step.now[0]], { moved } = step;
    if (!other) return { m: "del", block: one.block, moved };
    if (!one) return { m: "ins", block: other.block };
    const isSpaced = old.tight != list.tight && other.block.b.some((block) => block.t == "p");
    if (one.id == other.id && !moved && !isSpaced) return { m: "kept", block: other.block };
    const blocks = align(one.parts, other.parts);
    return { m: "changed", tasks: [one.block.task, other.block.task], blocks: isSpaced && !moved ? blocks.map(respaced) : blocks, moved };
  });
  return { m: "list", list, tights: [old.tight, list.tight], items };
}

/** A paragraph of both texts that is an element of its own in one of them only. */
const respaced = (mark) => mark.block?.t == "p" && (mark.m == "kept" || mark.m == "words")
  ? restated([mark.m == "kept" ? mark.old : { ...mark.old, w: wordsOfMarks(mark.marks, "del") }], [mark], "spacing") : mark;
