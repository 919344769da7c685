class BlockWriter extends WordWriter {
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
}
