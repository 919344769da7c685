const PIECES = ["p", "h", "l", "q", "c", "t", "r", "b"];
const LEAST = { p: 0.4, h: 0.5, l: 0.2, q: 0.2, t: 0.2, row: 0.34 };
const numbers = new Map();
const number = (text) => {
  if (!numbers.has(text)) numbers.set(text, numbers.size);
  return numbers.get(text);
};

/** A block, an item, or a row of cells, to be aligned with those of another text. */
class Piece {
  constructor(block) {
    this.block = block;
    this.kind = Array.isArray(block) ? "row" : block.t ?? "item";
    this.id = number(this.kind + JSON.stringify(block));
    this.least = LEAST[this.kind] ?? 0.4;
  }

  get bag() { return (this.kept ??= bagOf(this.block)); }
  get parts() { return piecesOf(this.block.items ?? this.block.rows ?? this.block.b ?? []); }
  get isProse() { return "phlq".includes(this.kind); }
}

const piecesOf = (blocks) => blocks.map((block) => new Piece(block));

/** The words of a piece as sorted FNV-1a hashes, and its weight in characters. */
function bagOf(block) {
  const words = [], BASIS = 2166136261, mix = (hash, value) => Math.imul(hash ^ value, 16777619) >>> 0;
  let [weight, hash, isInWord, before, isAlone] = [0, BASIS, false, 0, null];
  const end = () => {
    if (before && isAlone) words.push(mix(mix(BASIS, 0), before));
    [before, isAlone] = [0, null];
    if (isInWord) words.push(hash);
    [hash, isInWord] = [BASIS, false];
  };
  const addText = (text) => {
    for (const sign of text) {
      let value = sign.codePointAt();
      if (/[\xad\u200b\u2060\ufeff]/.test(sign)) continue;
      if (/[０-９Ａ-Ｚａ-ｚ]/.test(sign)) value -= 0xfee0;
      if (value < 128 ? !/[a-z0-9]/i.test(String.fromCharCode(value)) : NO_WORD.test(sign)) end();
      else if (value > 0xdff && IS_UNSPACED.test(sign)) {
        if (isInWord) end();
        if (before) words.push(mix(mix(BASIS, before), value));
        [before, isAlone] = [value, isAlone == null];
        weight += 3;
      } else {
        if (before) end();
        isInWord = true;
        weight += 1;
        hash = mix(hash, value > 64 && value < 91 ? value | 32 : value);
      }
    }
  };
  const add = (part) => {
    if (typeof part == "string") addText(part);
    else if (part.t == "br" || part.t == "sb") end();
    else if (Array.isArray(part)) part.forEach(add);
    else if ("a em strong s".split(" ").includes(part.t)) add(part.w);
    else if (part.t == "t") [part.head, ...part.rows].forEach((row) => row.forEach((cell) => [add(cell), end()]));
    else if (part.t == "code") add(part.text);
    else if (part.t == "img") add(part.alt);
    else if (part.t != "sup" && part.t != "back") {
      add(part.items ?? part.b ?? part.w ?? part.text ?? []);
      end();
    }
  };
  if (Array.isArray(block)) block.forEach((cell) => [add(cell), end()]);
  else add(block);
  end();
  return { words: words.sort((a, b) => a - b), weight };
}
const IS_UNSPACED = new RegExp(U, "u");
const NO_WORD = /[\x80-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f！-･\u3000-\u3004\u3008-\u3020\u302a-\u303f]/;

const joinBags = (bags) => ({ words: bags.flatMap((bag) => bag.words).sort((a, b) => a - b), weight: sum(bags, (bag) => bag.weight) });

/** How many words two bags have in common, and those of the first that the other lacks. */
function split(one, other) {
  const rest = [];
  let at = 0;
  for (const word of one.words) {
    while (other.words[at] < word) at++;
    if (other.words[at] === word) at++;
    else rest.push(word);
  }
  return [one.words.length - rest.length, rest];
}
const common = (one, other) => split(one, other)[0];
const without = (one, other) => ({ words: split(one, other)[1], weight: Math.max(one.weight - other.weight, 0) });
const similarity = (one, other) => {
  const total = one.words.length + other.words.length;
  return total ? 2 * common(one, other) / total : 1;
};

/** A few of a bag's words by which it is found among many. */
function leastWords(bag) {
  const rank = (word) => Math.imul(word ^ (word >>> 15), 0x2c1b3c6d) >>> 0;
  return [...new Set(bag.words)].sort((one, other) => rank(one) - rank(other)).slice(0, 6);
}

/** Pairs of what is alike, the heaviest in order, or each with what is most like it wherever that is. */
function alike(olds, news, isInOrder, least) {
  let pairs = [];
  if (olds.length * news.length <= 1500) pairs = olds.flatMap((_, old) => news.map((_, now) => [old, now]));
  else {
    const holders = new Map();
    olds.forEach((piece, place) => leastWords(piece.bag).forEach((word) => holders.set(word, [...(holders.get(word) ?? []), place])));
    const last = [];
    news.forEach((piece, now) => {
      for (const word of leastWords(piece.bag)) {
        const places = holders.get(word) ?? [];
        if (places.length > 12) continue;
        for (const old of places.filter((old) => last[old] != now)) {
          last[old] = now;
          pairs.push([old, now]);
        }
      }
    });
  }
  const found = pairs.flatMap(([old, now]) => {
    const [one, other] = [olds[old], news[now]];
    if (one.kind != other.kind) return [];
    const likeness = similarity(one.bag, other.bag);
    return likeness < (least ?? one.least) ? [] : [[old, now, likeness * (one.bag.weight + other.bag.weight + 1)]];
  });
  if (isInOrder) return heaviestInOrder(found);
  const taken = [new Set(), new Set()];
  return found.sort((one, other) => other[2] - one[2] || one[0] - other[0] || one[1] - other[1]).filter(([old, now]) => {
    if (taken[0].has(old) || taken[1].has(now)) return false;
    taken[0].add(old);
    return taken[1].add(now);
  });
}

/** Which pieces of two rows are one and the same: `pairs` that stay in order, and `moves`, by their new places. */
class PieceAlignment {
  constructor(old, now, fixed = []) {
    [this.old, this.now, this.pairs, this.moves] = [old, now, [...fixed], []];
    this.ids = [old.map((piece) => piece.id), now.map((piece) => piece.id)];
    for (const gap of between(fixed, 0, old.length, 0, now.length)) this.align(gap);
    this.pairs.sort(byOld);
    this.pairHeadings();
    this.findMoves();
  }

  align(gap) {
    const rest = [gap];
    while (rest.length) {
      const [ends, from, to, first, end] = commonEnds(...this.ids, ...rest.pop());
      this.pairs.push(...ends);
      if (from >= to || first >= end) continue;
      let anchors = uniqueInBoth(...this.ids, from, to, first, end, (place) => this.now[place].bag.weight + 1);
      if (!anchors.length) {
        anchors = commonSubsequence(this.ids[0].slice(from, to), this.ids[1].slice(first, end)).map(([one, other]) => [from + one, first + other]);
      }
      if (anchors.length) rest.push(...between(anchors, from, to, first, end));
      else anchors = this.alike(range(from, to), range(first, end), true);
      this.pairs.push(...anchors);
    }
  }

  alike(olds, news, isInOrder, least) {
    const pairs = alike(olds.map((place) => this.old[place]), news.map((place) => this.now[place]), isInOrder, least);
    return pairs.map(([old, now]) => [olds[old], news[now]]);
  }

  /** A heading with new words before the same paragraph is the same heading. */
  pairHeadings() {
    const mates = new Map(this.pairs), taken = new Set(mates.values());
    const added = [];
    this.old.forEach((piece, place) => {
      const now = mates.get(place + 1) - 1;
      if (piece.kind == "h" && !mates.has(place) && now >= 0 && !taken.has(now) && this.now[now].kind == "h") added.push([place, now]);
    });
    if (!added.length) return;
    let last = -1;
    this.pairs = [...this.pairs, ...added].sort(byOld).filter(([, now]) => now > last && ((last = now), true));
  }

  /** What is left on both sides and is much the same: at least a few words of it, or a heading. */
  findMoves() {
    const places = this.pairs, sections = this.movedSections();
    const free = (pieces, side) => {
      const kept = new Set([...places, ...sections].map((pair) => pair[side]));
      return range(0, pieces.length).filter((place) => !kept.has(place)
        && pieces[place].bag.words.length >= (pieces[place].kind == "h" ? 1 : 4));
    };
    for (const pair of [...sections, ...this.alike(free(this.old, 0), free(this.now, 1), false, 0.75)].sort(byOld)) {
      const found = places.findIndex((place) => place[0] > pair[0]), next = found < 0 ? places.length : found;
      const isInOrder = !(places[next - 1]?.[1] >= pair[1]) && !(pair[1] >= places[next]?.[1]);
      if (isInOrder) places.splice(next, 0, pair);
      else this.moves.push(pair);
    }
    this.moves.sort((one, other) => one[1] - other[1]);
  }

  /** Headings that moved, whatever their number, with what is the same below them. */
  movedSections() {
    const kept = [0, 1].map((side) => new Set(this.pairs.map((pair) => pair[side]))), moves = [];
    const [olds, news] = [this.old, this.now].map((pieces, side) => {
      const found = new Map();
      pieces.forEach(({ kind, block }, place) => {
        const title = kind == "h" && !kept[side].has(place) && titleOf(block.w).toLowerCase();
        if (title) found.set(title, found.has(title) ? null : place);
      });
      return found;
    });
    for (let [title, old] of olds) {
      let now = news.get(title);
      if (old == null || now == null) continue;
      do moves.push([old++, now++]);
      while (!kept[0].has(old) && !kept[1].has(now) && this.old[old] && this.old[old].kind != "h" && this.ids[0][old] == this.ids[1][now]);
    }
    return moves;
  }

  join(more) {
    if (!more.length) return;
    const all = [...this.pairs, ...this.moves, ...more];
    this.pairs = heaviestInOrder(all.map(([old, now]) => [old, now, this.now[now].bag.weight + 1]));
    const inOrder = new Set(this.pairs.map(String));
    this.moves = all.filter((pair) => !inOrder.has(String(pair))).sort((one, other) => one[1] - other[1]);
  }

  /** Every piece in the order of a redline: [old, new, moved], a place null in the text that lacks it. */
  steps(groups = new Map()) {
    const arrivals = new Map(this.moves.map((pair) => [pair[1], pair[0]])), departures = new Set(arrivals.values());
    const steps = [];
    let [one, other] = [0, 0];
    const addUnpaired = (old, now) => {
      for (; one < old; one++) steps.push({ old: [one, one + 1], now: null, moved: departures.has(one) });
      for (; other < now; other++) {
        const from = arrivals.get(other);
        steps.push({ old: from == null ? null : [from, from + 1], now: [other, other + 1], moved: from != null });
      }
    };
    for (const pair of this.pairs) {
      const [old, now] = groups.get(pair) ?? pair.map((place) => [place, place + 1]);
      addUnpaired(old[0], now[0]);
      steps.push({ old, now, moved: false });
      [one, other] = [old[1], now[1]];
    }
    addUnpaired(this.old.length, this.now.length);
    return steps;
  }
}
