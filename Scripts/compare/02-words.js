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
