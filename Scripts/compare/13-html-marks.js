class Writer extends BlockWriter {
  constructor(redline, article, own = {}, authors = {}) {
    super(redline, article, own, authors);
    this.blocks(redline.blocks);
    this.notes(redline.notes);
  }

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
