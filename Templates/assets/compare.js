// Compares any two editions of a document, as `trustpress diff --format html` does (docs/redline.md says how a redline
// is made and what its HTML means). It reads the articles of the two editions' pages, and builds nodes alone.

// MARK: A text as blocks

// Ids of headings (the anchor first) and paragraphs stand under a symbol: JSON leaves them out, and two blocks that
// have the same JSON say the same.
const IDS = Symbol("ids");
const fold = (text) => text.replace(/[ \t\n\f\r]+/g, " ");

/** What stands in a paragraph: strings, and objects for all else. */
function readInlines(nodes) {
  const found = [];
  const add = (text) => {
    if (typeof found.at(-1) == "string") found[found.length - 1] += text;
    else if (text) found.push(text);
  };
  for (const node of nodes) {
    const t = node.localName;
    if (node.nodeType == 3) add(fold(found.at(-1)?.t == "br" ? node.data.replace(/^\n/, "") : node.data));
    else if (t == "br") found.push({ t });
    else if (t == "code") found.push({ t, text: node.textContent });
    else if (t == "sup") found.push({ t, n: node.textContent });
    else if (t == "img") found.push({ t, src: node.getAttribute("src"), alt: node.alt, title: node.title });
    else if (node.className == "footnote-back") {
      if (typeof found.at(-1) == "string") found.push(found.pop().replace(/ $/, ""));
      found.push({ t: "back", href: node.getAttribute("href"), label: node.getAttribute("aria-label") });
    } else if (t == "a") {
      found.push({ t, href: node.getAttribute("href"), title: node.title, w: readInlines(node.childNodes) });
    } else if (t == "em" || t == "strong" || t == "s") found.push({ t, w: readInlines(node.childNodes) });
  }
  return found.filter((inline) => inline !== "");
}

const readPlaces = (nodes) => [...nodes].filter((node) => node.className == "visually-hidden").map((node) => node.id);

const readWords = (t, node, more) => ({
  t, ...more, w: readInlines(node.childNodes),
  [IDS]: (t == "h" || node.id ? [node.id || null] : []).concat(readPlaces(node.children)),
});

const readCells = (row) => [...row.cells].map((cell) => readInlines(cell.childNodes));

function readList(node) {
  const items = [...node.children];
  return {
    t: "l", start: node.localName == "ol" ? node.start : null, paren: node.classList.contains("parenthesis"),
    tight: !items.some((item) => [...item.children].some((child) => child.localName == "p")),
    items: items.map((item) => ({
      task: item.className == "task" ? item.firstElementChild.hasAttribute("checked") : null, b: readBlocks(item),
    })),
  };
}

const READERS = {
  p: (node) => readWords("p", node),
  ul: readList,
  ol: readList,
  blockquote: (node) => ({ t: "q", b: readBlocks(node) }),
  pre: (node) => ({ t: "c", lang: node.firstChild.className, text: node.textContent }),
  table: (node) => ({
    t: "t", align: [...node.tHead.rows[0].cells].map((cell) => cell.className), head: readCells(node.tHead.rows[0]),
    rows: [...(node.tBodies[0]?.rows ?? [])].map(readCells),
  }),
  hr: () => ({ t: "r" }),
};
for (let level = 1; level < 7; level++) READERS["h" + level] = (node) => readWords("h", node, { level });

/** Blocks; words that are in no element of their own, as in a tight list, are a paragraph. */
function readBlocks(parent) {
  const found = [];
  let run = [];
  const endRun = () => {
    const w = readInlines(run);
    if (typeof w[0] == "string") w[0] = w[0].replace(/^ /, "");
    if (typeof w.at(-1) == "string") w.push(w.pop().replace(/ $/, ""));
    const words = w.filter((inline) => inline !== "");
    if (words.length && words.every((inline) => inline.t == "back")) found.push(...words.map((link) => ({ t: "b", link })));
    else if (words.length) {
      const own = found.length == 0 && parent.localName == "li" && parent.id ? [parent.id] : [];
      found.push({ t: "p", w: words, [IDS]: own.concat(readPlaces(run)) });
    }
    run = [];
  };
  for (const node of parent.childNodes) {
    const read = READERS[node.localName];
    if (read) {
      endRun();
      found.push(read(node));
    } else if (node.className != "footnotes") run.push(node);
  }
  endRun();
  return found;
}

/** The text of an edition's article, without what is there for readers alone. */
function readText(article) {
  for (const aid of article.querySelectorAll("[data-aid=drop]")) aid.remove();
  for (const aid of article.querySelectorAll("[data-aid=unwrap]")) aid.replaceWith(...aid.childNodes);
  const refs = {};
  for (const sup of article.querySelectorAll(".footnote-reference")) {
    refs[sup.textContent] = (refs[sup.textContent] ?? 0) + 1;
  }
  const notes = article.querySelectorAll(":scope > .footnotes > ol > li");
  return {
    blocks: readBlocks(article), notes: [...notes].map(readBlocks), refs,
    anchors: new Set([...article.querySelectorAll("[id]")].map((node) => node.id)),
  };
}

// MARK: Words

const BLANK = " \\t\\n\\f\\r\\xa0\\u2000-\\u200a\\u202f\\u205f\\u3000";
const LEADING = "\\u0e40-\\u0e44\\u0ec0-\\u0ec4\\uaab5\\uaab6\\uaab9\\uaabb\\uaabc";
const KATAKANA = "\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\uff66-\\uff9f";
const UNSPACED = "\\u0e01-\\u0e3a\\u0e40-\\u0e4e\\u0e81-\\u0ece\\u0edc-\\u0edf\\u1000-\\u103f\\u1050-\\u108f\\u109a-\\u109f"
  + "\\ua9e0-\\ua9ef\\ua9fa-\\ua9fe\\uaa60-\\uaa7f\\u1780-\\u17d3\\u17d7\\u17dc\\u17dd\\u1950-\\u19c9\\u1a20-\\u1a7c"
  + "\\uaa80-\\uaadf\\u2e80-\\u2fdf\\u3005-\\u3007\\u3021-\\u3029\\u3105-\\u312f\\u31a0-\\u31bf\\u3400-\\u4dbf\\u4e00-\\u9fff"
  + "\\uf900-\\ufaff\\u{20000}-\\u{3fffd}\\u3041-\\u3096\\u3099-\\u309f\\u3220-\\u33ff\\u{1b000}-\\u{1b16f}" + KATAKANA;
const DASHES = "\\-\\u2010-\\u2015\\u2212\\ufe58\\ufe63\\uff0d";
const B = `[${BLANK}]`, D = "\\p{Nd}", P = "[%\\u2030\\uff05]", U = `[${UNSPACED}]`;
const W = `(?:[A-Za-z0-9]|(?![\\0-\\x7f${BLANK}${UNSPACED}])[\\p{L}\\p{M}\\p{N}\\p{Cf}\\p{So}\\p{Sk}])`;
const LONG = "January|February|March|April|May|June|July|August|September|October|November|December";
const MONTH = `(?:(?:${LONG})(?!${W})|(?:${LONG.replace(/(\w{3})\w*/g, "$1")})(?!${W})\\.?)`;
const DAY = `${D}{1,2}(?:st|nd|rd|th)?(?!${W})`, YEAR = `,?${B}+${D}{4}(?!${W})`;
const PARTS = Object.entries({
  space: `${B}+`,
  date: `(?<!${W})(?:${DAY}${B}+(?:of(?!${W})${B}+)?${MONTH}${YEAR}|${MONTH}(?:${B}+${DAY})?${YEAR}`
    + `|${D}{1,5}年${D}{1,5}月(?:${D}{1,5}日)?)`,
  character: `(?:[${KATAKANA}](?:[${KATAKANA}]|@)*|(?:[${LEADING}](?![${LEADING}])${U}|${U})@*)`.replaceAll(
    "@", `(?:[ะาำๅະາຳぁぃぅぇぉゃゅょゎー\\u200c\\u200d]|\\p{M}|(?<=[\\u17d2\\u1039\\u1a60])${U})`),
  word: `(?:[A-Za-z]{1,8}://(?:[^${BLANK}]*[^${BLANK}.,;:!?)\\]"'”’])?|(?:${W}|\\p{Sc}(?=${D})|(?!\\$)\\p{Sc}${B}(?=${D})|§(?=${D}))`
    + `(?:${W}|(?:['’\\-‐‑–_@&]|(?<=${D})[.,:/](?=${D})|(?<!${D})\\.(?!${D}))${W})*`
    + `(?:(?<=${D})(?:${P}|\\p{Sc}|${B}(?:${P}|(?!\\$)\\p{Sc})(?!${D})))?)`,
  label: "(?<![A-Za-z])\\((?:[0-9]{1,5}|[A-Za-z]{1,2}|[ivxlcIVXLC]{1,5})\\)",
  sign: `[${DASHES}]+`,
  stop: "\\.+|[!?…]",
  wideStop: "[\\u3002\\uff01\\uff0e\\uff1f\\uff61\\u104a\\u104b\\u17d4\\u17d5]",
  other: "[^]",
});
const PART = new RegExp(PARTS.map(([name, part]) => `(?<${name}>${part})`).join("|"), "gu");
const KINDS = { date: "word", label: "word", other: "sign" };
const WEIGHTS = { word: 2, character: 1 };
const BLANKS = new RegExp(`^${B}*$`, "u");

const known = new Map();

/** A text cut into words, characters of scripts without blanks, signs and blanks, each with its kind. */
function parts(text) {
  if (!known.has(text)) {
    known.set(text, Array.from(text.matchAll(PART), (match) => {
      const name = PARTS.find(([name]) => match.groups[name] !== undefined)[0];
      return [match[0], KINDS[name] ?? name];
    }));
  }
  return known.get(text);
}

const TYPED = [
  [/[«»“-‟″〝-〟]/g, '"'], [/[´ʼ‘-‛′‹›]/g, "'"], [/[‐-―−﹘﹣]/g, "-"], [/…/g, "..."],
  [/[\xa0\u2000-\u200a\u202f\u205f\u3000]/g, " "], [/[\xad\u200b\u2060\ufeff]/g, ""], [/ﬀ/g, "ff"], [/ﬁ/g, "fi"],
  [/ﬂ/g, "fl"], [/ﬃ/g, "ffi"], [/ﬄ/g, "ffl"],
  [/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt() - 0xfee0)],
  [/ +/g, " "], [/-+/g, "-"], [/\.{4,}/g, "..."],
];

/** A text as it would be typed on a plain keyboard. */
const plain = (text) => /[^\0-\x7f]|  |--|\.\./.test(text)
  ? TYPED.reduce((plain, [signs, typed]) => plain.replace(signs, typed), text) : text;

const MARKS_AMOUNT = /^[\p{Sc}%‰％]..|..[\p{Sc}%‰％]$/su;
const compared = (text) => (MARKS_AMOUNT.test(text) ? plain(text).replaceAll(" ", "") : plain(text));
const plainInline = (inline) => typeof inline == "string" ? plain(inline)
  : "em strong s".split(" ").includes(inline.t) ? { ...inline, w: inline.w.map(plainInline) } : inline;
const bytes = (text) => /^[\0-\x7f]*$/.test(text) ? text.length : new TextEncoder().encode(text).length;

/** Plain text of inlines; a line break is a blank. */
const wordsOf = (inlines) => inlines.map((inline) => typeof inline == "string" ? inline
  : inline.t == "br" || inline.t == "sb" ? " " : inline.text ?? inline.alt ?? (inline.w ? wordsOf(inline.w) : "")).join("");
const lengthOf = (inlines) => bytes(wordsOf(inlines));
const saysSomething = (inlines) => inlines.some((inline) => typeof inline == "string" ? !BLANKS.test(inline)
  : inline.w ? saysSomething(inline.w) : "code img sup".split(" ").includes(inline.t));

const BREAK = { t: "sb" }, END = { t: "end" };

/** The words of paragraphs, headings, cells or code as tokens, with the styles around each. */
class Run {
  tokens = [];
  styles = [];

  /** Of runs of inlines, with another inline between them. */
  static joining(runs, separator) {
    const run = new Run();
    runs.forEach((inlines, index) => run.add(index ? [separator, ...inlines] : inlines, []));
    return run;
  }

  static code(text) {
    const run = new Run();
    for (const [part, kind] of parts(text)) {
      run.push(part, kind == "space" ? "sign" : kind, bytes(part), "t" + part, "t" + part, []);
    }
    return run;
  }

  push(part, kind, length, key, form, path) {
    this.tokens.push({ part, kind, weight: WEIGHTS[kind] ?? 0, length, key: key.normalize(), form, path });
  }

  add(inlines, path) {
    for (const inline of inlines) {
      const { t, w } = inline;
      if (typeof inline == "string") {
        for (const [part, kind] of parts(inline)) {
          this.push(part, kind, bytes(part), kind == "space" ? " " : "t" + compared(part), part == " " ? " " : "t" + part, path);
        }
      } else if (t == "sb") this.push(inline, "space", 1, " ", " ", path);
      else if ("em strong s".split(" ").includes(t) && w.length) {
        const style = { t, from: this.tokens.length };
        this.styles.push(style);
        this.add(w, [...path, style]);
        style.to = this.tokens.length;
      } else {
        const form = JSON.stringify(inline);
        const key = t == "a" ? JSON.stringify({ ...inline, w: w.map(plainInline) }) : form;
        const length = t == "sup" ? 1 : t == "br" || t == "back" ? 0 : "a img code".includes(t) ? lengthOf([inline]) : 0;
        this.push(inline, "a img code".includes(t) ? "word" : "sign", length, key, form, path);
      }
    }
  }

  /** The next style around a token within so many, if there is one. */
  style(place, depth) { return this.tokens[place].path[depth]; }

  /** Tokens as inlines again. */
  tree(from, to, depth) {
    const inlines = [];
    while (from < to) {
      const { part } = this.tokens[from], style = this.style(from, depth);
      if (style) {
        const end = Math.min(style.to, to);
        inlines.push({ t: style.t, w: this.tree(from, end, depth + 1) });
        from = end;
        continue;
      }
      if (typeof part == "string" && typeof inlines.at(-1) == "string") inlines[inlines.length - 1] += part;
      else inlines.push(part);
      from += 1;
    }
    return inlines;
  }

  /** Whether what is there may come and go without a change of the words: blanks beside a sign. */
  isTyped(from, to) {
    const { tokens } = this;
    for (let place = from; place < to; place++) if (tokens[place].kind != "space") return false;
    return from == to || [from - 1, to].some((place) => tokens[place]?.kind != "word");
  }
}

// MARK: Rows

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

// MARK: Words that are the same

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

// MARK: Marked words

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

/** The words of one side of marks. */
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

// MARK: Pieces

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
    const free = (pieces, side) => {
      const kept = new Set(this.pairs.map((pair) => pair[side]));
      return range(0, pieces.length).filter((place) => !kept.has(place)
        && pieces[place].bag.words.length >= (pieces[place].kind == "h" ? 1 : 4));
    };
    const places = this.pairs;
    for (const pair of this.alike(free(this.old, 0), free(this.now, 1), false, 0.75).sort(byOld)) {
      const found = places.findIndex((place) => place[0] > pair[0]), next = found < 0 ? places.length : found;
      const isInOrder = !(places[next - 1]?.[1] >= pair[1]) && !(pair[1] >= places[next]?.[1]);
      if (isInOrder) places.splice(next, 0, pair);
      else this.moves.push(pair);
    }
    this.moves.sort((one, other) => one[1] - other[1]);
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

// MARK: Blocks

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

/** Two blocks that are not the same. */
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

// MARK: Tables

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

// MARK: Blocks that are others now

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
  return { runs, solids, lines: runs.flatMap((run) => run.lines), hasLabels: runs.some((run) => run.isLabelled) };
}

/** The new blocks with the words marked that differ; null where a table or code of the old ones is in none of them. */
function recast(olds, news) {
  const now = blockWords(news), before = blockWords(olds, (block) => !now.solids.has(JSON.stringify(block)));
  for (const [solid, count] of before.solids) {
    if (!(now.solids.get(solid) >= count)) return null;
    now.solids.set(solid, now.solids.get(solid) - count);
  }
  const holdsLabels = now.runs.some((run) => run.isLabelled && withoutLabel(run.lines[0])[0].length);
  const oldLines = before.lines.map((line) => now.hasLabels && !holdsLabels ? withoutLabel(line)[1] : line);
  const newLines = now.runs.flatMap((run) => run.lines.map((line) => before.hasLabels && !run.isLabelled ? withoutLabel(line) : [[], line]));
  const merging = new Merging(Run.joining(oldLines, BREAK), Run.joining(newLines.map((line) => line[1]), END));
  const lines = cut(merging.recast(...merging.all, 0));
  if (lines.length != newLines.length) return null;
  // A label that became an item's own number or sign, or came in its place, is not marked.
  const labelled = now.runs.flatMap((run) => run.lines.map((_, index) => index == 0 && run.isLabelled));
  const isLabel = (mark, m) => mark?.m == m && isLabelText(mark.w);
  labelled.forEach((isItem, index) => {
    if (!isItem) return;
    if (isLabel(lines[index][0], "del")) lines[index].shift();
    else if (index && isLabel(lines[index - 1].at(-1), "del")) lines[index - 1].pop();
  });
  if (before.hasLabels) {
    labelled.forEach((isItem, index) => {
      if (!isItem) lines[index] = lines[index].map((mark) => isLabel(mark, "ins") ? { m: "kept", w: mark.w } : mark);
    });
  }
  const runs = now.runs.map((run) => run.lines.flatMap((_, index) => {
    const [label] = newLines.shift();
    return [...(index ? [{ m: "kept", w: [{ t: "br" }] }] : []), ...(label.length ? [{ m: "kept", w: label }] : []), ...lines.shift()];
  }));
  const all = (marks, m) => marks.every((mark) => mark.m == m);
  const mark = (block) => {
    if (block.w) {
      const marks = runs.shift();
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

// MARK: Texts

/** The number at the start of a heading's words, if there is one. */
function numberOf(words) {
  const letter = "(?:[a-z](?=[\\p{White_Space}.):]|$))?", digits = "[0-9]+" + letter;
  const number = new RegExp(`^\\p{White_Space}*(?:§\\p{White_Space}*)?(${digits}(?:\\.${digits})*)(?=$|[\\p{White_Space}):]|\\.(?![0-9\\p{Lowercase}]))`, "u")
    .exec(words)?.[1];
  return number?.length <= 32 ? number : null;
}

/** A heading's words without its number. */
function titleOf(inlines) {
  const words = wordsOf(inlines), number = numberOf(words);
  return (number ? words.slice(words.indexOf(number) + number.length).replace(/^[^\p{Alphabetic}\p{N}]+/u, "") : words).normalize();
}

/** The headings of a text, each with those above it and what stands below it. */
function headingsOf(pieces) {
  const found = [], open = [];
  pieces.forEach(({ kind, block, bag }, place) => {
    if (kind == "h") {
      while (open.length && open.at(-1).level >= block.level) open.pop();
      open.push({ level: block.level, path: JSON.stringify([open.at(-1)?.path, titleOf(block.w).toLowerCase()]) });
      found.push({ place, path: open.at(-1).path, weight: 0 });
    }
    if (found.length) found.at(-1).weight += bag.weight;
  });
  return found;
}

/** The headings that are one and the same, in order. */
function headingPairs(olds, news) {
  const paths = [olds, news].map((headings) => headings.map((heading) => heading.path));
  const place = ([old, now]) => [olds[old].place, news[now].place];
  if (isSame(...paths)) return olds.map((_, index) => place([index, index]));
  const counts = paths.map((paths) => paths.reduce((counts, path) => counts.set(path, (counts.get(path) ?? 0) + 1), new Map()));
  const told = paths.map((paths) => {
    const seen = new Map();
    return paths.map((path) => {
      if (counts[0].get(path) != counts[1].get(path)) return path;
      seen.set(path, (seen.get(path) ?? 0) + 1);
      return path + seen.get(path);
    });
  });
  return uniqueInBoth(...told, 0, olds.length, 0, news.length, (now) => news[now].weight + 1).map(place);
}

/** The footnotes of two texts in the order of a redline. */
function alignNotes(olds, news) {
  const whole = (notes) => notes.map((b) => new Piece({ t: "q", b }));
  return new PieceAlignment(whole(olds), whole(news)).steps().flatMap(({ old, now, moved }) => {
    const one = old && { old: old[0] + 1, marks: olds[old[0]].map((block) => ({ m: "del", block })) };
    const other = now && { now: now[0] + 1, marks: news[now[0]].map((block) => ({ m: "ins", block })) };
    if (moved || !one || !other) return other ?? one;
    return { old: old[0] + 1, now: now[0] + 1, marks: align(piecesOf(olds[old[0]]), piecesOf(news[now[0]])) };
  });
}

/** What became of a text, as one tree of both. */
function makeRedline(old, now) {
  const [olds, news] = [piecesOf(old.blocks), piecesOf(now.blocks)];
  const alignment = new BlockAlignment(olds, news, headingPairs(headingsOf(olds), headingsOf(news)));
  return { old, now, alignment, blocks: alignment.marked, notes: alignNotes(old.notes, now.notes) };
}

// MARK: Its HTML

// Words in the language of the page stand at the script's element, by their English; else they are English.
const told = globalThis.document?.querySelector("script[type=module][data-words]")?.dataset.words;
const table = JSON.parse(told ?? "{}");
const say = (text, ...parts) => (table[text] ?? text).replace(/%(\d)/g, (_, hole) => parts[hole - 1]);
const sayOf = (count, one, other, ...parts) => {
  const form = new Intl.PluralRules(told ? document.documentElement.lang : "en").select(count);
  return say(table[other]?.[form] ?? table[other]?.other ?? (count == 1 ? one : other), ...parts);
};

const NOTES = {
  moved: say("Moved here"), split: say("Paragraph split"), merged: say("Paragraphs joined"), level: say("Level of the heading changed"),
  numbering: say("Numbering changed"), order: say("Rows in another order"), p: say("Was a paragraph"), ps: say("Was several paragraphs"),
  h: say("Was a heading"), l: say("Was a list"), q: say("Was a quotation"), c: say("Was code"), levels: say("Levels of the list changed"),
  other: say("Set in another form"),
};
const AWAY = say("Moved from here");
const DELETED = { "data-change": "deleted" }, INSERTED = { "data-change": "inserted" };
const RESTATED = { ...INSERTED, "data-restated": "" };

/** Writes a redline as nodes into an article. */
class Writer {
  /** `own` and `authors`: attributes of elements in the program's words, and in the text's language in such ones. */
  constructor(redline, article, own = {}, authors = {}) {
    Object.assign(this, { redline, own, authors, top: article, last: "", attributes: {}, wrapping: null });
    [this.isOld, this.isRestating, this.isInLink, this.tights] = [false, false, false, [false, false]];
    this.counts = [{ ...redline.now.refs }, {}];
    this.blocks(redline.blocks);
    this.notes(redline.notes);
  }

  open(name, attributes) {
    const element = this.top.ownerDocument.createElement(name);
    for (const [name, value] of Object.entries({ ...this.attributes, ...attributes })) {
      if (value != null) element.setAttribute(name, value);
    }
    this.attributes = {};
    this.top.append(element);
    [this.top, this.last] = [element, ">"];
  }

  close(end = "") {
    [this.top, this.last] = [this.top.parentNode, ">"];
    this.text(end);
  }

  text(text) {
    if (!text) return;
    this.top.append(text);
    this.last = text.at(-1);
  }

  line() { if (this.last != "\n") this.text("\n"); }

  /** Writes an element, an end behind it. */
  put(name, attributes, write, end) {
    this.open(name, attributes);
    write?.();
    this.close(end);
  }

  /** Writes with something else than is set. */
  with(state, write) {
    const before = Object.fromEntries(Object.keys(state).map((key) => [key, this[key]]));
    Object.assign(this, state);
    write();
    Object.assign(this, before);
  }

  /** The anchor and the places of a heading, or the places of a paragraph. */
  ids(block) {
    let ids = block[IDS] ?? [];
    const { anchors } = this.redline.now;
    if (!this.isOld) return ids;
    if (this.isRestating) return [];
    const [anchor, ...places] = block.t == "h" ? ids : [null, ...ids];
    ids = places.filter((place) => !anchors.has(place));
    return block.t == "h" ? [anchor && anchors.has(anchor) ? `removed:${anchor}` : anchor, ...ids] : ids;
  }

  places(ids) { for (const id of ids) this.put("span", { class: "visually-hidden", id }); }

  // Words

  wrap(kind, write, isBlank = false) {
    const hidden = (words) => this.put("span", { class: "visually-hidden", ...this.own }, () => this.text(words));
    this.put(kind == "again" ? "del" : kind, kind == "again" ? { "data-restated": "" } : {}, () => {
      if (isBlank || kind == "again") return write();
      hidden(say(kind == "del" ? "[deleted: " : "[added: "));
      write();
      hidden("]");
    });
  }

  run(words) {
    if (this.wrapping && words.length) this.wrap(this.wrapping, () => this.inlines(words));
    else this.inlines(words);
  }

  inlines(inlines) {
    for (const inline of inlines) {
      const { t } = inline;
      if (typeof inline == "string") this.text(inline);
      else if (t == "sb") this.text("\n");
      else if (t == "br") this.put("br", {}, null, "\n");
      else if (t == "code") this.put("code", {}, () => this.text(inline.text));
      else if (t == "img") this.put("img", { src: inline.src, alt: inline.alt, title: inline.title || null });
      else if (t == "sup") this.reference(inline.n);
      else if (t == "back") this.back(inline);
      else if (t == "a") {
        this.put("a", { href: inline.href, title: inline.title || null }, () => this.with({ isInLink: true }, () => this.inlines(inline.w)));
      } else this.put(t, {}, () => this.inlines(inline.w));
    }
  }

  reference(n) {
    if (this.isInLink) return this.put("sup", {}, () => this.text(n));
    const counts = this.counts[this.isOld ? 0 : 1], count = counts[n] = (counts[n] ?? 0) + 1;
    const id = this.isOld && count > (this.redline.old.refs[n] ?? 0) ? null : `fnref:${n}` + (count > 1 ? `:${count}` : "");
    this.put("sup", { class: "footnote-reference" }, () => {
      this.put("a", { href: `#fn:${n}`, id, "aria-label": `${say("Footnote")} ${n}`, ...this.own }, () => this.text(n));
    });
  }

  back({ href, label }) {
    this.text(" ");
    this.put("a", { class: "footnote-back", href, "aria-label": label, ...this.own });
  }

  marks(marks) {
    for (const mark of marks) {
      const { m, w } = mark;
      if (m == "kept") this.inlines(w);
      else if (m == "styled") this.put(mark.t, {}, () => this.marks(mark.marks));
      else if (m == "re") this.restated(mark, (w) => this.with({ isOld: true }, () => this.inlines(w)), (marks) => this.marks(marks));
      else {
        const isBlank = w.every((inline) => inline.t == "sb" || typeof inline == "string" && /^\p{White_Space}*$/u.test(inline));
        this.wrap(m, () => this.with({ isOld: m == "del" }, () => this.inlines(w)), isBlank);
      }
    }
  }

  restated({ old, marks, form }, writeOld, writeMarks) {
    if (!this.isRestating && old.length) this.wrap("again", () => writeOld(old));
    if (!marks.length) return;
    this.put("ins", { "data-restated": form, title: form == "emphasis" ? say("Emphasis changed") : null }, () => {
      this.with({ isRestating: true }, () => writeMarks(marks));
    });
  }

  code(mark) {
    const text = (w) => this.text(w.join(""));
    if (mark.m == "kept") text(mark.w);
    else if (mark.m == "re") {
      if (!this.isRestating) this.wrap("again", () => text(mark.old));
      this.put("ins", { "data-restated": mark.form }, () => mark.marks.forEach((mark) => this.code(mark)));
    } else this.wrap(mark.m, () => text(mark.w));
  }

  // Blocks as they are

  get isTight() { return this.tights[this.isOld ? 0 : 1]; }

  /** A block with nothing marked in it; in a tight list a paragraph is no element. */
  plain(block) {
    if (block.t == "b" || block.t == "p" && this.isTight) {
      this.attributes = {};
      this.places(this.ids(block));
      this.run(block.w ?? [block.link]);
    } else {
      this.line();
      this.block(block);
    }
  }

  block(block) {
    const { t } = block;
    if (t == "p") {
      const [id, ...places] = this.ids(block);
      this.put("p", { id }, () => [this.places(places), this.run(block.w)], "\n");
    } else if (t == "h") {
      const [id, ...places] = this.ids(block);
      this.put(`h${block.level}`, { id }, () => [this.places(places), this.run(block.w)], "\n");
    } else if (t == "l") this.list(block, block.items, () => block.items.forEach((item) => this.item(item, block.tight)));
    else if (t == "q") this.put("blockquote", {}, () => [this.text("\n"), block.b.forEach((block) => this.block(block))], "\n");
    else if (t == "c") {
      this.pre(block, () => {
        if (this.wrapping && block.text) this.wrap(this.wrapping, () => this.text(block.text));
        else this.text(block.text);
      });
    } else if (t == "r") this.put("hr", {}, null, "\n");
    else if (t == "t") {
      this.put("table", {}, () => {
        this.text("\n");
        this.put("thead", {}, () => [this.text("\n"), this.row(block.head, block.align, true)], "\n");
        if (block.rows.length) this.put("tbody", {}, () => [this.text("\n"), block.rows.forEach((row) => this.row(row, block.align))], "\n");
      }, "\n");
    }
  }

  pre(block, write) { this.put("pre", {}, () => this.put("code", { class: block.lang || null }, write), "\n"); }

  list({ start, paren }, tasks, write) {
    const classes = [...(paren ? ["parenthesis"] : []), ...(tasks.some((item) => item.task != null) ? ["tasks"] : [])].join(" ");
    this.put(start == null ? "ul" : "ol", { start: start == null || start == 1 ? null : start, class: classes || null }, () => {
      this.text("\n");
      write();
    }, "\n");
  }

  item(item, isTight) {
    const first = item.b.find((block) => block.t != "b");
    let ids = isTight && first?.t == "p" ? this.ids(first) : [];
    this.open("li", { id: ids[0], class: item.task == null ? null : "task" });
    if (item.task != null) this.box(item.task);
    ids = ids.slice(1);
    for (const block of item.b) {
      if (block.t == "b") continue;
      if (isTight && block.t == "p") {
        if (block != first) this.line();
        this.places(block == first ? ids : this.ids(block));
        this.run(block.w);
      } else {
        this.line();
        this.block(block);
      }
    }
    this.close("\n");
  }

  box(isDone, end = " ") {
    this.put("input", { type: "checkbox", disabled: "", checked: isDone ? "" : null, "aria-label": say(isDone ? "Done" : "Not done"), ...this.own }, null, end);
  }

  row(cells, aligns, isHeader) {
    this.put("tr", {}, () => {
      this.text("\n");
      cells.forEach((cell, column) => this.cell(aligns[column], isHeader, () => this.run(cell)));
    }, "\n");
  }

  cell(align, isHeader, write) {
    this.put(isHeader ? "th" : "td", { scope: isHeader ? "col" : null, class: align || null }, write, "\n");
  }

  // Blocks with marks

  blocks(marks) { for (const mark of marks) this.mark(mark); }

  mark(mark) {
    const { m, block } = mark;
    if (m == "kept") this.plain(block);
    else if (m == "del") this.deleted(mark.moved, () => this.plain(block));
    else if (m == "ins") this.inserted(() => this.plain(block));
    else if (m == "words") this.words(mark);
    else if (m == "list") {
      const tasks = mark.items.flatMap((item) => item.tasks?.map((task) => ({ task })) ?? item.block);
      this.line();
      this.list(mark.list, tasks, () => mark.items.forEach((item) => {
        this.with({ tights: mark.tights }, () => this.markedItem(item));
      }));
    } else if (m == "quote") {
      this.put("blockquote", {}, () => [this.text("\n"), this.with({ tights: [false, false] }, () => this.blocks(mark.blocks))], "\n");
    } else if (m == "table") this.table(mark);
    else this.restatement(mark);
  }

  words({ block, old, marks }) {
    const [id, ...places] = block.t == "c" ? [] : this.ids(block);
    let before = [];
    if (old && !this.isRestating) this.with({ isOld: true }, () => (before = this.ids(old)));
    if (block.t == "c") {
      this.line();
      this.pre(block, () => marks.forEach((mark) => this.code(mark)));
    } else if (block.t == "h") {
      const [former, ...more] = before;
      this.line();
      this.put(`h${block.level}`, { id }, () => {
        this.places([...places, ...more]);
        this.marks(marks);
        if (former && former != id && !former.includes(":")) this.places([former]);
      }, "\n");
    } else if (this.isTight) {
      this.places([...(id ? [id] : []), ...places, ...before]);
      this.marks(marks);
    } else {
      this.line();
      this.put("p", { id }, () => [this.places([...places, ...before]), this.marks(marks)], "\n");
    }
  }

  markedItem(mark) {
    const { m, block } = mark;
    if (m == "kept") this.item(block, this.isTight);
    else if (m == "ins") this.inserted(() => this.item(block, this.isTight));
    else if (m == "del") this.deleted(mark.moved, () => this.item(block, this.isTight));
    else if (!mark.moved) this.changedItem(mark.blocks, mark.tasks);
    else {
      this.with({ isRestating: true }, () => {
        this.attributes = { ...RESTATED, "data-note": NOTES.moved };
        this.changedItem(mark.blocks, [mark.tasks[1], mark.tasks[1]]);
      });
    }
  }

  changedItem(blocks, [before, now]) {
    const isTask = before != null || now != null, { tights } = this;
    this.open("li", { class: isTask ? "task" : null });
    if (before === now) {
      if (isTask) this.box(now, "");
    } else {
      if (before != null) this.wrap("del", () => this.box(before, ""));
      if (now != null) this.wrap("ins", () => this.box(now, ""));
    }
    if (isTask) this.text(" ");
    blocks.forEach((block, index) => {
      if (index) this.line();
      this.with({ tights }, () => this.mark(block));
    });
    this.close("\n");
  }

  restatement({ old, now, reason }) {
    if (!this.isRestating) {
      old.forEach((block, index) => {
        if (index) this.line();
        this.attributes = { ...DELETED, "data-restated": "" };
        this.with({ isOld: true, wrapping: "again" }, () => this.plain(block));
      });
    }
    now.forEach((mark, index) => {
      if (mark.m == "ins") return this.mark(mark);
      this.with({ isRestating: true }, () => {
        if (this.isTight && mark.block?.t == "p") return this.put("ins", { "data-restated": "" }, () => this.mark(mark));
        this.attributes = { ...RESTATED, "data-note": index ? null : NOTES[reason] };
        this.mark(mark);
      });
    });
  }

  deleted(moved, write) {
    this.attributes = { ...DELETED, "data-note": moved ? AWAY : null };
    this.with({ isOld: true, wrapping: "del" }, write);
  }

  inserted(write) {
    this.attributes = INSERTED;
    this.with({ wrapping: "ins" }, write);
  }

  // Tables

  table(mark) {
    const { columns } = mark;
    this.line();
    this.put("table", {}, () => {
      this.text("\n");
      this.put("thead", {}, () => {
        this.text("\n");
        this.put("tr", {}, () => [this.text("\n"), this.cells(mark.head, columns, true)], "\n");
      }, "\n");
      if (!mark.hadRows && !mark.hasRows) return;
      this.put("tbody", mark.hadRows ? mark.hasRows ? {} : DELETED : INSERTED, () => {
        this.text("\n");
        for (const row of mark.rows) {
          const write = () => this.put("tr", {}, () => [this.text("\n"), this.cells(row.cells, columns)], "\n");
          if (row.m == "del") this.deleted(row.moved, () => this.ownRow(row.cells, columns));
          else if (row.m == "ins") this.inserted(() => this.ownRow(row.cells, columns));
          else if (row.moved) this.with({ isRestating: true, attributes: RESTATED }, write);
          else write();
        }
      }, "\n");
    }, "\n");
  }

  cells(cells, columns, isHeader) {
    columns.forEach((column, index) => {
      const marks = cells[index];
      if (column.move == "away") return this.former(wordsOfMarks(marks, "del"), column, isHeader);
      if (column.move) this.attributes = { ...RESTATED, "data-note": isHeader ? say("Column moved") : null };
      else if (column.old == null) this.attributes = INSERTED;
      else if (column.now == null) this.attributes = DELETED;
      this.cell(column.align, isHeader, () => this.with({ isRestating: this.isRestating || !!column.move }, () => this.marks(marks)));
    });
  }

  /** A cell of a column that is elsewhere now, at its old place. */
  former(words, column, isHeader) {
    if (this.isRestating) return;
    this.attributes = { ...DELETED, "data-restated": "" };
    this.cell(column.align, isHeader, () => {
      if (words.length) this.wrap("again", () => this.with({ isOld: true }, () => this.inlines(words)));
    });
  }

  /** A row of one text; a cell that only the other one has is empty. */
  ownRow(cells, columns) {
    this.put("tr", {}, () => {
      this.text("\n");
      for (const column of columns) {
        const index = this.isOld ? column.old : column.now, words = cells[index] ?? [];
        if (column.move == "away") {
          this.former(this.isOld ? words : [], column);
          continue;
        }
        const isCopy = this.isOld && column.move;
        if (isCopy) this.attributes = RESTATED;
        else if (index == null) this.attributes = this.isOld ? INSERTED : DELETED;
        this.cell(column.align, false, () => this.run(isCopy ? withoutNotes(words) : words));
      }
    }, "\n");
  }

  notes(notes) {
    if (!notes.length) return;
    const hasOld = notes.some((note) => note.old), hasNew = notes.some((note) => note.now);
    let number = this.redline.now.notes.length;
    this.put("section", { class: "footnotes", ...(hasOld ? hasNew ? {} : DELETED : INSERTED), "aria-label": say("Footnotes"), ...this.own }, () => {
      this.text("\n");
      this.put("ol", this.authors, () => {
        this.text("\n");
        for (const note of notes) {
          const change = note.now ? note.old ? {} : INSERTED : DELETED;
          this.put("li", { ...change, id: `fn:${note.now ?? ++number}` }, () => [this.text("\n"), this.blocks(note.marks)], "\n");
        }
      }, "\n");
    }, "\n");
  }
}

const withoutNotes = (inlines) => inlines.filter((inline) => inline.t != "sup")
  .map((inline) => ["em", "strong", "s"].includes(inline.t) ? { ...inline, w: withoutNotes(inline.w) } : inline);


// MARK: What a redline says of itself

/** In what two texts differ, and by what signs it says so. */
function differencesOf(redline) {
  const found = { words: 0, place: 0, form: 0, typography: 0, emphasis: 0, notes: 0, columns: 0, rows: 0 };
  const add = (mark) => {
    const { m, marks, w, moved } = mark;
    if (Array.isArray(mark)) return mark.forEach(add);
    if (m == "re") {
      found[mark.form == "typography" ? "typography" : "form"] += 1;
      if (mark.form == "typography") return;
      found.emphasis += 1;
    } else if (w && m != "kept") found[saysSomething(w) ? "words" : "form"] += 1;
    else if (m == "del" || m == "ins") found[moved ? "place" : "words"] += 1;
    else if (m == "table") {
      const isShown = (_, column) => mark.columns[column].move != "away";
      if (mark.columns.some((column) => column.move)) found.place = found.columns = 1;
      add(mark.head.filter(isShown));
      return mark.rows.forEach((row) => {
        if (row.m != "changed") return add(row);
        found.place += row.moved;
        add(row.cells.filter(isShown));
      });
    } else if (m == "restated") {
      found[{ moved: "place", order: "place", numbering: "words" }[mark.reason] ?? "form"] += 1;
      found.rows += mark.reason == "order";
      found.notes += !["moved", "order", "numbering", "spacing"].includes(mark.reason);
    } else if (m == "list" && mark.tights[0] != mark.tights[1]) found.form += 1;
    else if (m == "changed") {
      found.words += mark.tasks[0] !== mark.tasks[1];
      found.place += moved;
    }
    add(marks ?? mark.items ?? mark.blocks ?? mark.now ?? []);
  };
  if (Array.isArray(redline)) add(redline);
  else {
    add(redline.blocks);
    const signs = { ...found };
    for (const { old, now, marks } of redline.notes) {
      add(marks);
      if (old && now && old != now) found.place += 1;
    }
    Object.assign(found, { emphasis: signs.emphasis, notes: signs.notes, columns: signs.columns, rows: signs.rows });
  }
  return found;
}

/** That no word differs, and in how many places typography alone does. */
function remarkOn({ words, place, form, typography }) {
  const count = (one, other) => sayOf(typography, one, other, typography);
  if (!typography) return form && !words && !place ? say("No word changed, only the form.") : "";
  if (words || place) {
    return count("Besides, typography alone changed in one place.", "Besides, typography alone changed in %1 places.");
  }
  return form
    ? count("No word changed, only the form, and typography in one place.", "No word changed, only the form, and typography in %1 places.")
    : count("No word changed, only typography in one place.", "No word changed, only typography in %1 places.");
}

/** What became of the sections that changed, in the order of the redline. */
function sectionChanges({ old, now, alignment, blocks, notes }) {
  const sections = (pieces) => {
    const found = [{ size: 0 }];
    const places = pieces.map(({ kind, block }) => {
      if (kind == "h") found.push({ block, size: 0 });
      found.at(-1).size += 1;
      return found.length - 1;
    });
    return [found, places];
  };
  const [olds, oldPlaces] = sections(alignment.old), [news, newPlaces] = sections(alignment.now);
  const [heirs, origins, changed, moved, forms, recasts] = [new Map(), new Map(), new Set(), new Set(), new Map(), new Set()];
  const join = (one, other) => {
    if (heirs.has(one) || origins.has(other)) return;
    heirs.set(one, other);
    origins.set(other, one);
  };
  const lost = (place) => heirs.has(oldPlaces[place]) && changed.add(heirs.get(oldPlaces[place]));
  const note = (found, section) => {
    if (found.words || found.place) changed.add(section);
    else forms.set(section, { form: found.form || forms.get(section)?.form, typography: found.typography || forms.get(section)?.typography });
  };
  join(0, 0);
  const heads = (pieces, [from, to]) => range(from, to).filter((place) => pieces[place].kind == "h");
  const isPair = (step) => step.old && step.now && !step.recast && step.old[1] - step.old[0] == 1 && step.now[1] - step.now[0] == 1;
  for (const step of alignment.steps) {
    if (!isPair(step) || alignment.now[step.now[0]].kind != "h") continue;
    join(oldPlaces[step.old[0]], newPlaces[step.now[0]]);
    if (step.moved) moved.add(newPlaces[step.now[0]]);
  }
  for (const step of alignment.steps.filter((step) => step.recast)) {
    const one = heads(alignment.old, step.old), other = heads(alignment.now, step.now);
    if (one.length == 1 && other.length == 1) join(oldPlaces[one[0]], newPlaces[other[0]]);
    for (const place of other) if (!origins.has(newPlaces[place])) recasts.add(newPlaces[place]);
  }
  alignment.steps.forEach((step, index) => {
    if (!step.now) return step.moved || lost(step.old[0]);
    if (!step.old) return changed.add(newPlaces[step.now[0]]);
    if (isPair(step)) {
      const [one, other] = [alignment.old[step.old[0]], alignment.now[step.now[0]]], section = newPlaces[step.now[0]];
      const isSame = one.id == other.id || one.kind == "h" && other.kind == "h" && one.block.level == other.block.level
        && titleOf(one.block.w) == titleOf(other.block.w);
      if (!isSame) note(differencesOf([blocks[index]]), section);
      if (heirs.get(oldPlaces[step.old[0]]) !== section || step.moved && !moved.has(section)) {
        if (step.moved || !recasts.has(section)) changed.add(section);
        lost(step.old[0]);
      }
      return;
    }
    const [one, other] = [[...new Set(oldPlaces.slice(...step.old))], [...new Set(newPlaces.slice(...step.now))]];
    const isAtHome = one.length == 1 && other.length == 1 && heirs.get(one[0]) === other[0];
    range(...step.now).forEach((place, offset) => {
      const found = differencesOf(step.recast ? [step.recast.now[offset]] : [blocks[index]]);
      if (step.recast) found.form += 1;
      note(found, newPlaces[place]);
      if (!isAtHome && !recasts.has(newPlaces[place])) changed.add(newPlaces[place]);
    });
    if (!isAtHome) range(...step.old).forEach(lost);
  });
  const told = new Set(notes.filter((note) => note.now && !(note.old && note.marks.every((mark) => mark.m == "kept"))).map((note) => `${note.now}`));
  alignment.now.forEach(({ block }, place) => {
    for (const [, n] of JSON.stringify(block).matchAll(/"t":"sup","n":"(\d+)"/g)) if (told.has(n)) changed.add(newPlaces[place]);
  });
  const found = [], listed = new Set();
  const words = (section) => section.block && wordsOf(section.block.w);
  const list = (place) => {
    if (listed.has(place)) return;
    listed.add(place);
    const section = news[place], before = olds[origins.get(place)], kinds = [];
    if (!before && !recasts.has(place)) {
      if (section.size) kinds.push("added");
    } else if (changed.has(place)) kinds.push("changed");
    if (moved.has(place)) kinds.push("moved");
    if (before?.block && section.block) {
      // What has no digits is numbered by the id that links name it by. Below a clause with another number it is still the
      // same letter.
      const [was, is] = [before, section].map((one) => numberOf(words(one)));
      const [one, other] = [before.block[IDS][1] ?? was, section.block[IDS][1] ?? is];
      const label = (number) => number?.split("-").at(-1);
      if (one != other && !(was && was == is) && label(one) != label(other)) kinds.push(`renumbered, was ${one ?? "–"}`);
    }
    if (!changed.has(place)) for (const kind of ["form", "typography"]) if (forms.get(place)?.[kind]) kinds.push(`${kind} alone`);
    if (kinds.length) found.push({ kinds, words: words(section), anchor: section.block?.[IDS][0] });
  };
  if (news.length > 1 || news[0].size || changed.size) list(0);
  for (const step of alignment.steps) {
    if (step.now) range(...step.now).forEach((place) => list(newPlaces[place]));
    else {
      const place = oldPlaces[step.old[0]], { block } = alignment.old[step.old[0]];
      if (block.t != "h" || heirs.has(place)) continue;
      const anchor = block[IDS][0];
      found.push({ kinds: ["removed"], words: words(olds[place]), anchor: now.anchors.has(anchor) ? `removed:${anchor}` : anchor });
    }
  }
  for (const change of found) change.isTwice = found.filter((other) => other.words == change.words).length > 1;
  return found;
}

// MARK: The page

/** A redline of two articles' texts with what it says of itself. */
function compare(oldArticle, newArticle, own, authors) {
  const redline = makeRedline(readText(oldArticle), readText(newArticle));
  const article = document.createElement("article");
  article.append("\n");
  new Writer(redline, article, own, authors);
  const differences = differencesOf(redline), isSame = redline.blocks.every((mark) => mark.m == "kept")
    && redline.notes.every((note) => note.old && note.now && note.marks.every((mark) => mark.m == "kept"));
  return { article, isSame, differences, remark: remarkOn(differences), changes: sectionChanges(redline) };
}

/** An element with attributes and what is in it. */
function element(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** How the redline is to be read. */
function legend({ isSame, differences, remark }) {
  const parts = [];
  if (isSame) return element("p", { class: "legend" }, say("The two texts say the same."));
  if (differences.words || differences.place) parts.push(element("ins", {}, say("added")), element("del", {}, say("deleted")));
  if (differences.typography) {
    parts.push(element("ins", { "data-restated": "typography" }, say("the same words with other quotation marks, dashes or blanks")));
  }
  if (differences.emphasis) parts.push(element("ins", { "data-restated": "emphasis" }, say("another emphasis")));
  const notes = [];
  if (differences.notes) {
    notes.push(" ", say("A note beside words says what they were before, such as a paragraph or a list; they are marked only where they differ."));
  }
  const moves = [...(differences.columns ? [say("that a column moved")] : []), ...(differences.rows ? [say("that its rows were sorted")] : [])];
  if (moves.length) {
    const both = moves.length > 1 ? say("%1 and %2", ...moves) : moves[0];
    notes.push(" ", say("A note above a table says %1; its cells are marked only where their words differ.", both));
  }
  const [before, behind] = say("In the text below: %1.", "\0").split("\0");
  const signs = parts.flatMap((part, index) => (index ? [" · ", part] : [part]));
  return element("p", { class: "legend", id: "page.text" }, remark && `${remark} `, ...(parts.length ? [before, ...signs, behind] : []), ...notes);
}

/** The sections that changed, with a link to each. */
function touched(changes, authors) {
  const items = changes.map(({ kinds, words, anchor, isTwice }) => {
    const title = words == null ? say("Beginning of the text") : element("span", authors, isTwice && anchor ? `${words} (#${anchor})` : words);
    const told = kinds.map((kind) => {
      const [, number] = /^renumbered, was (.*)$/s.exec(kind) ?? [];
      return number ? say("Renumbered, was %1", number) : say(kind[0].toUpperCase() + kind.slice(1));
    }).join(", ");
    return element("li", { class: kinds[0].split(/[ ,]/)[0] }, element("a", { href: `#${anchor ?? "page.text"}` }, title), " ",
      element("small", {}, told));
  });
  return element("nav", { class: "touched", "aria-labelledby": "page.touched" },
    element("h2", { id: "page.touched" }, say("Clauses touched")), element("ul", {}, ...items));
}

/** The article of an edition's page; XMLHttpRequest reads HTML without running or loading anything of it. */
const fetched = (address) => new Promise((resolve, reject) => {
  const request = new XMLHttpRequest();
  request.open("GET", address);
  request.responseType = "document";
  request.onload = () => {
    const article = request.response?.querySelector("article[data-edition]");
    if (request.status == 200 && article) resolve(article);
    else reject(new Error(request.status == 200 ? say("its page holds no text") : say("the server answered %1", request.status)));
  };
  request.onerror = () => reject(new Error(say("there was no answer")));
  request.send();
});

function start(place) {
  const list = place.querySelector("ol");
  const editions = new Map([...list.children].map((item) => {
    const link = item.querySelector("h2 a"), id = link.pathname.split("/").at(-2), authors = link.querySelector("[lang]");
    return [id, {
      id, address: link.href, label: [...item.querySelectorAll("time, h2 .badge, h2 a")].map((part) => part.textContent.trim()).join(" · "),
      authors: authors ? { lang: authors.lang, dir: authors.dir } : {},
    }];
  }));
  const [document_, pair] = place.dataset.compare.split("/"), preselected = pair.split("..");
  const selects = ["from", "to"].map((name) => element("select", { id: `page.${name}`, name },
    ...[...editions.values()].map(({ id, label }) => element("option", { value: id }, label))));
  const swap = element("button", { type: "button" }, say("Swap"));
  const form = element("form", { class: "choose" }, ...[say("From"), say("To")].map((word, side) => element("p", {},
    element("label", { for: selects[side].id }, word), " ", selects[side])), swap);
  const status = element("p", { role: "status", class: "quiet" }), result = element("div", { class: "compared" });
  list.before(form, status, result);
  const title = document.title;
  let last = 0;

  async function show() {
    result.ariaBusy = "true";
    await showPair();
    result.ariaBusy = "false";
  }

  async function showPair() {
    const turn = ++last, ids = selects.map((select) => select.value);
    const [old, now] = ids.map((id) => editions.get(id));
    result.replaceChildren();
    if (!old || !now) {
      const unknown = new URLSearchParams(location.search).get(old ? "to" : "from");
      return (status.textContent = say("There is no edition %1 to compare: choose one from the list.", unknown));
    }
    document.title = `${title}: ${say("%1 and %2", ...ids)}`;
    if (old == now) return (status.textContent = say("Both are the same edition: choose two different ones."));
    status.textContent = say("Fetching the two texts …");
    const articles = [];
    for (const answer of await Promise.allSettled([old, now].map(({ address }) => fetched(address)))) {
      if (turn != last) return;
      if (answer.status == "fulfilled") {
        articles.push(answer.value);
        continue;
      }
      const again = element("button", { type: "button" }, say("Try again"));
      again.addEventListener("click", show);
      status.textContent = "";
      return result.append(element("p", { role: "alert" },
        say("The edition “%1” could not be fetched: %2.", [old, now][articles.length].label, answer.reason.message), " ", again));
    }
    const { lang, dir } = told ? document.documentElement : { lang: "en", dir: "ltr" };
    const own = Object.keys(now.authors).length ? { lang, dir } : {};
    const made = compare(...articles, own, now.authors);
    made.article.dataset.redline = `${document_}/${ids[0]}..${ids[1]}`;
    const { parentElement } = articles[1];
    const around = parentElement.className == "in-language" ? { class: "in-language", lang: parentElement.lang, dir: parentElement.dir } : null;
    const text = around ? element("div", around, made.article) : made.article;
    result.append(legend(made), element("div", { class: "with-outline" },
      element("div", { class: "rail" }, ...(made.changes.length ? [touched(made.changes, now.authors)] : [])), text));
    const count = made.changes.length;
    status.textContent = made.isSame ? say("The two texts say the same.")
      : count == 0 ? say("No section says anything else.")
      : sayOf(count, "One section is touched.", "%1 sections are touched.", count);
    made.article.dispatchEvent(new CustomEvent("redline", { bubbles: true }));
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  }

  /** Chooses what the address says, or what is preselected. */
  function read() {
    const query = new URLSearchParams(location.search);
    selects.forEach((select, side) => (select.value = query.get(select.name) ?? preselected[side]));
    show();
  }
  function write() {
    history.pushState(null, "", `?${new URLSearchParams(selects.map((select) => [select.name, select.value]))}`);
    show();
  }
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", write);
  swap.addEventListener("click", () => {
    [selects[0].value, selects[1].value] = [selects[1].value, selects[0].value];
    write();
  });
  addEventListener("popstate", read);
  read();
}

const place = document.querySelector("[data-compare]");
if (place) start(place);

export { compare, legend, touched };
