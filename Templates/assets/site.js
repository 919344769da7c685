// What the site does beyond what stands in its pages. Everything there is to read is in the pages already; whatever this
// adds is built here, out of elements and text alone: the policy of the site lets no script turn text into markup. What
// needs it has a place in the page with the class needs-script, which is hidden where no scripts run.
"use strict";
(() => {
  // Words. In the language of the page, else in English.
  const english = {
    search: "Search", filter: "Filter the list", more: "Filter and sort", any: "Any",
    place: "Place", data: "Data", product: "Product", kind: "Kind", use: "Use", transfer: "Transfer", sort: "Sort by",
    asListed: "As listed", newestFirst: "newest first", sortBy: (column) => `Sort by ${column}`,
    all: (count) => `All ${count} companies`, some: (shown, count) => `${shown} of ${count} companies`,
    none: "No company answers to all of this", clear: "Clear",
    share: "What you choose stands in the address, to share.",
  };
  const words = { en: english }[document.documentElement.lang] ?? english;
  const language = words === english && document.documentElement.lang !== "en" ? "en" : undefined;

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** An element with attributes, those that are undefined left out, and children. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children);
    return element;
  }

  /** Text as it is compared: without case, accents and folds. */
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();

  /** Replaces the query of the page's address by what is chosen: empty values are left out. */
  function keep(chosen, isStep) {
    const query = new URLSearchParams(Object.entries(chosen).filter(([, value]) => value));
    const address = location.pathname + (query.size ? `?${query}` : "") + location.hash;
    if (address === location.pathname + location.search + location.hash) return;
    history[isStep ? "pushState" : "replaceState"](null, "", address);
  }

  // The menu closes by Escape, and when something else is chosen.
  function menu(details) {
    const close = () => { details.open = false; };
    details.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !details.open) return;
      close();
      one("summary", details).focus();
    });
    document.addEventListener("click", (event) => { if (!details.contains(event.target)) close(); });
    details.addEventListener("focusout", ({ relatedTarget: to }) => { if (to && !details.contains(to)) close(); });
  }

  // A register: its rows filtered by words and by what each says, sorted, and all of it kept in the address.
  function register(place) {
    const keys = ["place", "data", "product", "kind", "use", "transfer"];
    const tables = all("table.list", place.parentElement).map((table) => ({
      table, bodies: all("tbody", table), sorted: table.createTBody(), titles: titles(table),
    }));
    const rows = tables.flatMap(({ table, bodies, sorted }) =>
      all("th[scope=row]", table).map(({ parentElement: row, firstElementChild: link }) => {
        const values = Object.fromEntries(keys.map((key) => [key, (row.dataset[key] ?? "").split("\n").filter(Boolean)]));
        return {
          row, table, values, sorted, body: row.parentElement, name: folded(link.textContent),
          text: folded(all("th, td", row).map((cell) => cell.textContent).join(" ") + " " + Object.values(values).flat().join(" ")),
        };
      }));
    for (const { sorted } of tables) sorted.hidden = true;

    const field = (key, control) => make("div", {}, make("label", { for: `page.${key}` }, words[key]), control);
    const option = (value, text = value) => make("option", { value }, text);
    const order = new Intl.Collator(document.documentElement.lang).compare;
    const bare = (name) => name.replace(/^The /, "");
    const search = make("input", { id: "page.search", type: "search", autocomplete: "off", spellcheck: "false" });
    const selects = Object.fromEntries(keys.flatMap((key) => {
      const values = [...new Set(rows.flatMap((row) => row.values[key]))];
      if (values.every((value) => rows.every((row) => row.values[key].includes(value)))) return [];
      values.sort((a, b) => order(bare(a), bare(b)));
      const items = [option("", words.any), ...values.map((value) => option(value))];
      return [[key, make("select", { id: `page.${key}` }, ...items)]];
    }));
    const sort = make("select", { id: "page.sort" }, option("", words.asListed), ...tables[0].titles.map(({ key, title }) =>
      option(key === "since" ? "-since" : key, key === "since" ? `${title}, ${words.newestFirst}` : title)));
    const state = make("span", { role: "status" });
    const clear = make("button", { type: "reset", class: "plain" }, words.clear);
    const more = make("button", { type: "button", class: "more", "aria-expanded": "false", "aria-controls": "page.choices" },
      words.more);
    const form = make("form", { class: "filter", role: "search", "aria-label": words.filter, lang: language },
      field("search", search), more,
      make("div", { id: "page.choices", class: "choices" },
        ...Object.entries(selects).map(([key, select]) => field(key, select)), field("sort", sort)),
      make("p", { class: "result" }, state, clear, make("span", { class: "share" }, words.share)));
    const controls = { q: search, ...selects, sort };

    /** The columns of a table; their titles become buttons that sort by them. */
    function titles(table) {
      const names = all("col", table).map((column) => column.className);
      return all("thead th", table).map((cell, index) => {
        const [key, title] = [names[index], cell.textContent];
        const button = make("button", { type: "button", class: "by", lang: language, "data-key": key }, title);
        cell.replaceChildren(button);
        return { key, title, cell, button, index };
      });
    }

    function value(row, { key, index }) {
      const cell = row.row.cells[index];
      if (key === "name") return row.name;
      return one("time", cell)?.dateTime ?? bare(cell.innerText.trim());
    }

    /** Rows in the order that is chosen, or where they stood. */
    function arrange(by) {
      const [, sign, key] = /^(-?)(.*)$/.exec(by);
      for (const { table, bodies, sorted, titles } of tables) {
        const column = titles.find((title) => title.key === key);
        for (const title of titles) {
          const direction = title === column ? (sign ? "descending" : "ascending") : undefined;
          if (direction) title.cell.setAttribute("aria-sort", direction);
          else title.cell.removeAttribute("aria-sort");
        }
        const own = rows.filter((row) => row.table === table);
        if (!column && sorted.hidden) continue;
        const valued = column && own.map((row) => [value(row, column), row]);
        valued?.sort(([a], [b]) => order(a, b) * (sign ? -1 : 1));
        if (valued) sorted.append(...valued.map(([, row]) => row.row));
        else for (const row of own) row.body.append(row.row);
        sorted.hidden = !column;
        for (const body of bodies) body.hidden = Boolean(column);
      }
    }

    /** Shows the rows that answer to what is chosen, and says how many they are. */
    function show() {
      const asked = folded(search.value).split(" ").filter(Boolean);
      const chosen = Object.entries(selects).filter(([, select]) => select.value);
      let shown = 0;
      for (const row of rows) {
        const isShown = asked.every((word) => row.text.includes(word))
          && chosen.every(([key, select]) => row.values[key].includes(select.value));
        if (row.row.hidden === isShown) row.row.hidden = !isShown;
        shown += isShown;
      }
      for (const { table, bodies, sorted } of tables) {
        const isEmpty = (part) => !all("th[scope=row]", part).some((cell) => !cell.parentElement.hidden);
        for (const body of bodies) if (sorted.hidden) body.hidden = isEmpty(body);
        const isGone = isEmpty(table);
        table.hidden = isGone;
        for (let part = table.previousElementSibling; part?.matches("h2:not([id]), p.quiet"); part = part.previousElementSibling) {
          part.hidden = isGone;
        }
      }
      const isAll = shown === rows.length;
      state.textContent = isAll ? words.all(shown) : shown ? words.some(shown, rows.length) : words.none;
      clear.hidden = !Object.values(controls).some((control) => control.value);
    }

    function update(isStep) {
      keep(Object.fromEntries(Object.entries(controls).map(([key, control]) => [key, control.value.trim()])), isStep);
      show();
    }
    function read() {
      const query = new URLSearchParams(location.search);
      for (const [key, control] of Object.entries(controls)) {
        const value = query.get(key) ?? "";
        if (control === sort && value && !all("option", sort).some((option) => option.value === value)) choose(value);
        else control.value = value;
        if (control !== search && control.selectedIndex < 0) control.value = "";
      }
      arrange(sort.value);
      show();
    }
    /** A direction that the list of orders does not have yet. */
    function choose(by) {
      const title = tables[0].titles.find(({ key }) => key === by.replace("-", ""));
      if (title && !all("option", sort).some((option) => option.value === by)) {
        sort.append(option(by, `${title.title} ${by.startsWith("-") ? "↓" : "↑"}`));
      }
      sort.value = by;
    }

    search.addEventListener("input", () => update(false));
    form.addEventListener("change", ({ target }) => {
      if (target === search) return;
      if (target === sort) arrange(sort.value);
      update(true);
    });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const control of Object.values(controls)) control.value = "";
      arrange("");
      update(true);
      search.focus();
    });
    for (const { titles } of tables) {
      for (const { key, button } of titles) {
        button.addEventListener("click", () => {
          choose(sort.value === key ? `-${key}` : sort.value === `-${key}` ? "" : key);
          arrange(sort.value);
          update(true);
        });
      }
    }
    more.addEventListener("click", () => {
      more.setAttribute("aria-expanded", form.toggleAttribute("data-open"));
    });
    addEventListener("popstate", read);
    place.replaceChildren(form);
    read();
    if (keys.some((key) => selects[key]?.value)) more.click();
  }

  all("details.menu").forEach(menu);
  all(".filter-place").forEach(register);
})();
