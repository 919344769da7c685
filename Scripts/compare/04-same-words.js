/** What of two runs is the same: for each token its place in the other run, -1 where it is in one alone. */
class WordDiff {
  constructor(old, now) {
    this.old = old.tokens;
    this.now = now.tokens;
    this.runs = [old, now];
    this.mates = this.old.map(() => -1);
    this.origins = this.now.map(() => -1);
    const words = [this.old, this.now].map((tokens) => tokens.flatMap((token, place) => token.kind == "space" ? [] : [place]));
    const keys = words.map((places, side) => places.map((place) => this.runs[side].tokens[place].key));
    for (const [one, other] of commonSubsequence(...keys)) this.join(words[0][one], words[1][other]);
    this.joinSpaces();
    this.slide();
    this.absorbIslands();
    this.restateSentences();
    this.absorbIslands();
    this.joinSpaces();
  }

  join(old, now) {
    this.mates[old] = now;
    this.origins[now] = old;
  }

  part(old) {
    if (this.mates[old] >= 0) this.origins[this.mates[old]] = -1;
    this.mates[old] = -1;
  }

  isSameSpace(one, other) {
    return this.old[one].kind == "space" && this.old[one].key == this.now[other].key;
  }

  joinSpaces() {
    for (let [from, to, first, end] of this.gaps()) {
      while (from < to && first < end && this.isSameSpace(from, first)) this.join(from++, first++);
      while (from < to && first < end && this.isSameSpace(to - 1, end - 1)) this.join(--to, --end);
    }
  }

  /** The stretches between tokens that are the same. */
  gaps() {
    const gaps = [];
    let [one, other] = [0, 0];
    while (one < this.old.length || other < this.now.length) {
      const [from, first] = [one, other];
      while (this.mates[one] < 0) one++;
      while (this.origins[other] < 0) other++;
      if (one > from || other > first) gaps.push([from, one, first, other]);
      while (one < this.old.length && other < this.now.length && this.mates[one] == other) one++, other++;
    }
    return gaps;
  }

  isTyped([from, to, first, end]) { return this.runs[0].isTyped(from, to) && this.runs[1].isTyped(first, end); }

  /** Moves what was only inserted or only deleted to where a sentence or a word begins. */
  slide() {
    for (const [from, to, first, end] of this.gaps()) {
      if (from == to) this.move(first, end, bestShift(first, end, this.now, this.origins), from, false);
      else if (first == end) this.move(from, to, bestShift(from, to, this.old, this.mates), first, true);
    }
  }

  move(from, to, shift, anchor, isOld) {
    for (let step = 0; step < Math.abs(shift); step++) {
      const [freed, taken, mate] = shift < 0 ? [from - 1 - step, to - 1 - step, anchor - 1 - step]
        : [to + step, from + step, anchor + step];
      this.part(isOld ? freed : mate);
      if (isOld) this.join(taken, mate);
      else this.join(mate, taken);
    }
  }

  absorbIslands() {
    const changes = [];
    for (const gap of this.gaps().filter((gap) => !this.isTyped(gap))) {
      let change = gap;
      while (changes.length && this.isIsland(changes.at(-1), change)) {
        const before = changes.pop();
        change = [before[0], change[1], before[2], change[3]];
      }
      changes.push(change);
    }
    for (const [from, to] of changes) for (let place = from; place < to; place++) this.part(place);
  }

  /** Whether what is the same between two changes is too little to stand. */
  isIsland(one, other) {
    const weight = weigh(this.old, one[1], other[0]);
    const size = ([from, to, first, end]) => Math.max(measure(this.old, from, to), measure(this.now, first, end));
    const length = measure(this.old, one[1], other[0]);
    return weight == 0 || weight <= 4 && length <= size(one) && length <= size(other);
  }

  /** Of a sentence that keeps less than a third of its words nothing stays. */
  restateSentences() {
    let start = [0, 0];
    const restate = (end) => {
      if (start[0] > end[0] || start[1] > end[1]) return;
      const olds = weigh(this.old, start[0], end[0]), news = weigh(this.now, start[1], end[1]);
      const kept = sum(range(start[0], end[0]), (place) => this.mates[place] < 0 ? 0 : this.old[place].weight);
      if (kept > 0 && 3 * kept < Math.min(olds, news)) range(start[0], end[0]).forEach((place) => this.part(place));
    };
    const ends = (tokens, end) => end == tokens.length || tokens[end].kind == "space" || tokens[end - 1].kind == "wideStop";
    this.old.forEach((token, place) => {
      if (this.mates[place] < 0 || !/top/.test(token.kind)) return;
      const end = [place + 1, this.mates[place] + 1];
      if (!ends(this.old, end[0]) || !ends(this.now, end[1])) return;
      restate(end);
      start = end;
    });
    restate([this.old.length, this.now.length]);
  }
}

const weigh = (tokens, from, to) => sum(tokens.slice(from, to), (token) => token.weight);
const measure = (tokens, from, to) => sum(tokens.slice(from, to), (token) => token.length);

/** How far a change best moves, over what is the same before or behind it. */
function bestShift(from, to, tokens, mates) {
  const is = (place, kind) => tokens[place]?.kind == kind;
  const isStop = (place) => !tokens[place] || is(place, "stop");
  const score = (start, end) => {
    let score = 0;
    if (start == 0 || is(start - 1, "space") && isStop(start - 2) || is(start - 1, "wideStop")) score += 8;
    if (end == tokens.length || isStop(end - 1) || is(end - 1, "space") && isStop(end - 2) || is(end - 1, "wideStop")) score += 4;
    if (start == 0 || is(start - 1, "space")) score += 2;
    if (start > 1 && is(start - 1, "space") && is(start - 2, "sign")) score += 1;
    return score;
  };
  let [best, shift] = [score(from, to), 0];
  for (const way of [-1, 1]) {
    let [start, end] = [from, to];
    for (let step = 1; step <= 100; step++) {
      const freed = way < 0 ? start - 1 : end, taken = way < 0 ? end - 1 : start;
      if (!(mates[freed] >= 0) || tokens[freed].key != tokens[taken].key) break;
      [start, end] = [start + way, end + way];
      if (score(start, end) > best) [best, shift] = [score(start, end), way * step];
    }
  }
  return shift;
}
