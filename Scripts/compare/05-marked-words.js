/** The words of two runs, marked; `recast` where the new ones stand whatever form the old ones had. */
class Merging {
  constructor(old, now) {
    [this.old, this.now, this.diff] = [old, now, new WordDiff(old, now)];
    this.all = [0, old.tokens.length, 0, now.tokens.length];
    this.newStyles = new Map();
    this.oldStyles = new Map();
  }

  merge() {
    this.old.tokens.forEach(({ path }, place) => {
      if (this.diff.mates[place] < 0) return;
      const others = this.now.tokens[this.diff.mates[place]].path;
      for (const [depth, one] of path.entries()) {
        const other = others[depth];
        if (!other) break;
        if (!this.newStyles.has(one) && !this.oldStyles.has(other) && one.t == other.t) {
          this.newStyles.set(one, other);
          this.oldStyles.set(other, one);
        } else if (this.newStyles.get(one) != other) break;
      }
    });
    return this.marks(...this.all, 0);
  }

  marks(from, to, first, end, depth) {
    const marks = [];
    for (const part of this.restyled(from, to, depth)) {
      marks.push(...this.alike(from, part[0], first, part[2], depth));
      marks.push({ m: "re", old: this.old.tree(part[0], part[1], depth), marks: this.recast(...part, depth), form: "emphasis" });
      [from, first] = [part[1], part[3]];
    }
    return marks.concat(this.alike(from, to, first, end, depth));
  }

  /** The parts in which words that are the same are styled otherwise, each as small as it can be. */
  restyled(from, to, depth) {
    const parts = [];
    for (let place = from; place < to; place++) {
      const mate = this.diff.mates[place];
      if (mate < 0 || place < (parts.at(-1)?.[1] ?? 0)) continue;
      const one = this.old.style(place, depth), other = this.now.style(mate, depth);
      if (!one == !other && (!one || this.newStyles.get(one) == other)) continue;
      let part = this.closed(place, mate, depth);
      while (parts.length && (parts.at(-1)[1] > part[0] || parts.at(-1)[3] > part[2])) part = union(parts.pop(), part);
      parts.push(part);
    }
    return parts;
  }

  /** The least part around a place that holds whole styles, and with each word its like. */
  closed(place, mate, depth) {
    const whole = (run, place) => {
      const style = run.style(place, depth);
      return style ? [style.from, style.to] : [place, place + 1];
    };
    let part = [...whole(this.old, place), ...whole(this.now, mate)];
    for (let seen; String(seen) != String(part);) {
      seen = part;
      for (let place = seen[0]; place < seen[1]; place++) {
        const mate = this.diff.mates[place];
        if (mate >= 0) part = union(part, [place, place, ...whole(this.now, mate)]);
      }
      for (let place = seen[2]; place < seen[3]; place++) {
        const mate = this.diff.origins[place];
        if (mate >= 0) part = union(part, [...whole(this.old, mate), place, place]);
      }
    }
    return part;
  }

  /** The marks of tokens that are styled alike where they are the same. */
  alike(from, to, first, end, depth) {
    const marks = [], { mates, origins } = this.diff;
    const isPaired = (run, styles, mates, place) => {
      const style = run.style(place, depth);
      return style ? styles.has(style) : mates[place] >= 0;
    };
    while (from < to || first < end) {
      let [one, other] = [from, first];
      while (one < to && !isPaired(this.old, this.newStyles, mates, one)) one++;
      while (other < end && !isPaired(this.now, this.oldStyles, origins, other)) other++;
      marks.push(...this.changed(from, one, first, other, depth));
      [from, first] = [one, other];
      if (one == to || other == end) continue;
      const before = this.old.style(one, depth), now = this.now.style(other, depth);
      if (before && now) {
        marks.push({ m: "styled", t: now.t, marks: this.marks(one, before.to, other, now.to, depth + 1) });
        [from, first] = [before.to, now.to];
        continue;
      }
      while (from < to && first < end && mates[from] == first && this.old.tokens[from].path.length == depth) from++, first++;
      if (first == other) marks.push(...this.changed(one, ++from, other, ++first, depth));
      else marks.push(...this.kept(one, from, other, first, depth));
    }
    return marks;
  }

  changed(from, to, first, end, depth) {
    if (from == to && first == end) return [];
    const gone = this.old.tree(from, to, depth), added = this.now.tree(first, end, depth);
    if (this.diff.isTyped([from, to, first, end])) {
      return [{ m: "re", old: gone, marks: added.length ? [{ m: "kept", w: added }] : [], form: "typography" }];
    }
    return [...(gone.length ? [{ m: "del", w: gone }] : []), ...(added.length ? [{ m: "ins", w: added }] : [])];
  }

  /** What is in both, cut where it is typed otherwise. */
  kept(from, to, first, end, depth) {
    const marks = [], isTypedAlike = (offset) => this.old.tokens[from + offset].form == this.now.tokens[first + offset].form;
    for (let start = 0, stop; start < end - first; start = stop) {
      const isAlike = isTypedAlike(start);
      for (stop = start + 1; stop < end - first && isTypedAlike(stop) == isAlike;) stop++;
      const kept = { m: "kept", w: this.now.tree(first + start, first + stop, depth) };
      marks.push(isAlike ? kept : { m: "re", old: this.old.tree(from + start, from + stop, depth), marks: [kept], form: "typography" });
    }
    return marks;
  }

  /** The new words as they stand, with what is gone of the old ones among them. */
  recast(from, to, first, end, depth) {
    const { old, now } = this, { origins } = this.diff, limits = [];
    let cursor = from, next = to;
    for (let place = end - 1; place >= first; place--) {
      if (origins[place] >= 0) next = origins[place];
      limits[place] = next;
    }
    const isEnd = (place) => now.tokens[place].part == END;
    const gone = (limit) => {
      if (limit <= cursor) return [];
      const words = old.tree(cursor, limit, depth);
      cursor = limit;
      while (words[0] == BREAK) words.shift();
      while (words.at(-1) == BREAK) words.pop();
      return saysSomething(words) ? [{ m: "del", w: words }] : [];
    };
    // At the end of a line no further than the last line of the old words.
    const limit = (place) => {
      if (!isEnd(place) || limits[place] <= cursor) return limits[place];
      let lineEnd = limits[place] - 1;
      while (lineEnd >= cursor && old.tokens[lineEnd].part != BREAK) lineEnd--;
      return lineEnd < cursor ? limits[place] : lineEnd;
    };
    const marks = (from, to, depth) => {
      const found = [];
      while (from < to) {
        found.push(...gone(limit(from)));
        const mate = origins[from], style = now.style(from, depth);
        let end = from + 1;
        const isNext = () => end < to && !now.style(end, depth);
        if (style) {
          end = style.to;
          found.push({ m: "styled", t: style.t, marks: marks(from, end, depth + 1) });
        } else if (mate >= 0) {
          while (isNext() && origins[end] == mate + end - from) end++;
          cursor = mate + end - from;
          found.push(...this.kept(mate, cursor, from, end, depth));
        } else {
          while (isNext() && origins[end] < 0 && !isEnd(end - 1) && !isEnd(end)) end++;
          const w = now.tree(from, end, depth);
          found.push({ m: saysSomething(w) || w.includes(END) ? "ins" : "kept", w });
        }
        from = end;
      }
      return found;
    };
    return marks(first, end, depth).concat(gone(to));
  }
}

const union = (one, other) => one.map((bound, side) => side % 2 ? Math.max(bound, other[side]) : Math.min(bound, other[side]));
const isSame = (one, other) => JSON.stringify(one) == JSON.stringify(other);
const runOf = (inlines) => Run.joining([inlines], BREAK);
const markWords = (old, now) => isSame(old, now) ? [{ m: "kept", w: now }] : new Merging(runOf(old), runOf(now)).merge();

const wordsOfMarks = (marks, side) => marks.flatMap((mark) => mark.m == "kept" || mark.m == side ? mark.w
  : mark.m == "styled" ? [{ t: mark.t, w: wordsOfMarks(mark.marks, side) }] : mark.m == "re" ? mark.old : []);

/** Cut at the ends of paragraphs, which only the new text has. */
function cut(marks) {
  const parts = [[]];
  for (const mark of marks) {
    if (mark.m != "ins") {
      parts.at(-1).push(mark);
      continue;
    }
    let w = [];
    for (const inline of [...mark.w, null]) {
      if (inline && inline != END) {
        w.push(inline);
        continue;
      }
      if (w.length) parts.at(-1).push({ m: "ins", w });
      if (inline) parts.push([]);
      w = [];
    }
  }
  return parts;
}
