// Its HTML.

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
