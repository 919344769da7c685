// Words in the language of the page stand in it, by their English; else they are English.
const told = globalThis.document?.querySelector("[data-compare]")?.dataset.words;
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

/** Writes words, plain and marked, as nodes into an article. */
class WordWriter {
  /** `own` and `authors`: attributes of elements in the program's words, and in the text's language in such ones. */
  constructor(redline, article, own, authors) {
    Object.assign(this, { redline, own, authors, top: article, last: "", attributes: {}, wrapping: null });
    [this.isOld, this.isRestating, this.isInLink, this.tights] = [false, false, false, [false, false]];
    this.counts = [{ ...redline.now.refs }, {}];
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

  put(name, attributes, write, end) {
    this.open(name, attributes);
    write?.();
    this.close(end);
  }

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
}
