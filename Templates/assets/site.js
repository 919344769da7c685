// What the site does beyond what stands in its pages. All there is to read is in the pages; what this adds is built of
// elements and text, as no script may turn text into markup. It has a place of the class needs-script, hidden where none run.
"use strict";
(() => {
  // Words in the language of the page stand at the script's element, by their English; else they are English.
  const { lang } = document.documentElement;
  const { words } = document.currentScript.dataset;
  const table = JSON.parse(words ?? "{}");
  const language = !words && !/^en\b/.test(lang) ? "en" : undefined;
  const say = (text, ...parts) => (table[text] ?? text).replace(/%(\d)/g, (_, hole) => parts[hole - 1]);
  const sayOf = (count, one, other, ...parts) =>
    say(table[other]?.[new Intl.PluralRules(lang).select(count)] ?? table[other]?.other ?? (count === 1 ? one : other), ...parts);
  const root = new URL("..", document.currentScript.src);

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  /** An element with attributes, those that are undefined left out, and children. */
  function make(name, attributes = {}, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.filter((child) => child !== undefined));
    return element;
  }
  function button(text, act, attributes = {}) {
    const made = make("button", { type: "button", ...attributes }, text);
    made.addEventListener("click", act);
    return made;
  }
  const option = (value, text = value) => make("option", { value }, text);
  const field = (label, control) => make("div", {}, make("label", { for: control.id }, label), control);
  const select = (key, options) => make("select", { id: `page.${key}` }, ...options);

  /** Text as it is compared: without case, accents, folds and places for hyphens. */
  const folded = (text) => text.normalize("NFKD").replace(/[\p{M}\xAD]/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
  const wordsOf = (input) => folded(input.value).split(" ").filter(Boolean);
  const order = (a, b) => (order.of ??= new Intl.Collator(lang)).compare(a, b);
  const bare = (name) => name.replace(/^The /, "");

  const titles = {
    place: say("Place"), data: say("Data"), product: say("Product"), kind: say("Kind"), use: say("Use"), transfer: say("Transfer"),
    sort: say("Sort by"), document: say("Document"), since: say("Announced since"),
  };
  const failure = say("This could not be loaded.");
  const told = (shown, count, one, all, some) => shown === count ? sayOf(count, one, all, count)
    : sayOf(count, `%1 of ${one}`, some, shown || say("None"), count);

  // Filters. A form whose controls stand in the address as they are chosen, to be shared, loaded again and gone back to.
  //
  // controls: by their names in the address. count: shows what answers to them, and says how much that is.
  function filters(place, label, controls, count) {
    const { q: search, ...others } = controls;
    const state = make("span", { role: "status" });
    const clear = make("button", { type: "reset", class: "plain" }, say("Clear"));
    const more = button(say("Filter and sort"), () => more.setAttribute("aria-expanded", form.toggleAttribute("data-open")),
      { class: "more", "aria-expanded": "false", "aria-controls": "page.choices" });
    const form = make("form", { class: "filter", role: "search", "aria-label": label, lang: language },
      field(say("Search"), search), more,
      make("div", { id: "page.choices", class: "choices" },
        ...Object.entries(others).map(([key, control]) => field(titles[key], control))),
      make("p", { class: "result" }, state, clear, make("span", { class: "share" }, say("What you choose stands in the address, to share."))));

    function show() {
      state.textContent = count();
      clear.hidden = !Object.values(controls).some((control) => control.value);
    }
    function changed(isStep) {
      const query = new URLSearchParams();
      for (const [key, { value }] of Object.entries(controls)) if (value.trim()) query.set(key, value.trim());
      const address = location.pathname + (query.size ? `?${query}` : "");
      if (address !== location.pathname + location.search) {
        history[isStep ? "pushState" : "replaceState"](null, "", address + location.hash);
      }
      show();
    }
    function read() {
      const query = new URLSearchParams(location.search);
      for (const [key, control] of Object.entries(controls)) {
        control.value = query.get(key) ?? "";
        if (control.selectedIndex < 0) control.value = "";
      }
      show();
    }
    search.addEventListener("input", () => changed(false));
    form.addEventListener("change", ({ target }) => { if (target !== search) changed(true); });
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      for (const control of Object.values(controls)) control.value = "";
      changed(true);
      search.focus();
    });
    addEventListener("popstate", read);
    place.replaceChildren(form);
    read();
    if (Object.values(others).some(({ value }) => value)) more.click();
    return () => changed(true);
  }
  const searchBox = (id) => make("input", { id, type: "search", autocomplete: "off", spellcheck: "false" });
  /** What rows say under a name, as a control; undefined where it would tell none of them apart. */
  function choice(key, rows) {
    const values = [...new Set(rows.flatMap((row) => row.values[key]))];
    if (values.every((value) => rows.every((row) => row.values[key].includes(value)))) return undefined;
    values.sort((a, b) => order(bare(a), bare(b)));
    return select(key, [option("", say("Any")), ...values.map((value) => option(value))]);
  }
  const choices = (keys, rows) =>
    Object.fromEntries(keys.map((key) => [key, choice(key, rows)]).filter(([, control]) => control));
  const lines = (text) => (text ?? "").split("\n").filter(Boolean);
  /** Shows the rows that answer to what is searched and chosen, and gives them. Of many, the last come some frames later:
      what is in sight is there at once. */
  let coming = 0;
  function showRows(rows, search, chosen, isAsked = () => true) {
    const asked = wordsOf(search);
    const set = Object.entries(chosen).filter(([, { value }]) => value);
    const shown = new Set(rows.filter((row) => asked.every((word) => row.text.includes(word))
      && set.every(([key, { value }]) => row.values[key].includes(value)) && isAsked(row)));
    for (const { element } of rows.filter((row) => !shown.has(row) && !row.element.hidden)) element.hidden = true;
    const hidden = [...shown].filter((row) => row.element.hidden);
    cancelAnimationFrame(coming);
    (function reveal() {
      for (const { element } of hidden.splice(0, 20)) element.hidden = false;
      if (hidden.length) coming = requestAnimationFrame(reveal);
    })();
    return shown;
  }

  // A register: searched, filtered by what its rows say, and sorted, by a list or by the titles of the columns.
  function register(place) {
    const keys = ["place", "data", "product", "kind", "use", "transfer"];
    const tables = all("table.list", place.parentElement).map((table) => {
      const names = all("col", table).map((column) => column.className);
      const columns = all("thead th", table).map((cell, index) => ({ key: names[index], title: cell.textContent, cell, index }));
      const bodies = all("tbody", table);
      const sorted = table.createTBody();
      sorted.hidden = true;
      const rows = all("th[scope=row]", table).map(({ parentElement: element }) => {
        const values = Object.fromEntries(keys.map((key) => [key, lines(element.dataset[key])]));
        const said = element.cloneNode(true);
        one(".more", said)?.remove();
        const text = folded([...[...said.cells].map((cell) => cell.textContent), ...Object.values(values).flat()].join(" "));
        return { element, values, text, body: element.parentElement };
      });
      return { table, columns, bodies, sorted, rows };
    });
    const rows = tables.flatMap((table) => table.rows);
    if (!rows.length) return;
    const search = searchBox("page.search");
    const selects = choices(keys, rows);
    const titles = tables[0].columns;
    const sort = select("sort", [option("", say("As listed")), ...titles.flatMap(({ key, title }) =>
      key === "since" ? [option("-since", `${title}, ${say("newest first")}`), option(key, title)]
        : [option(key, title), option(`-${key}`, `${title}, ${say("Z–A")}`)])]);
    let arranged = "";

    function value(row, { key, index }) {
      const cell = row.element.cells[index];
      return key === "name" ? cell.firstElementChild.textContent : one("time", cell)?.dateTime ?? bare(cell.textContent.trim());
    }
    /** Rows in the order that is chosen, or where they stood. */
    function arrange(by) {
      arranged = by;
      const [, sign, key] = /^(-?)(.*)$/.exec(by);
      for (const { columns, bodies, sorted, rows } of tables) {
        const chosen = columns.find((column) => column.key === key);
        for (const column of columns) {
          column.cell.ariaSort = column === chosen ? (sign ? "descending" : "ascending") : null;
        }
        const valued = chosen && rows.map((row) => [value(row, chosen), row.element]);
        valued?.sort(([a], [b]) => order(a, b) * (sign ? -1 : 1));
        if (valued) sorted.append(...valued.map(([, element]) => element));
        else for (const row of rows) row.body.append(row.element);
        sorted.hidden = !chosen;
        for (const body of bodies) body.hidden = Boolean(chosen);
      }
    }
    function count() {
      if (sort.value !== arranged) arrange(sort.value);
      const shown = showRows(rows, search, selects);
      for (const { table, bodies, sorted, rows } of tables) {
        const filled = new Set(rows.filter((row) => shown.has(row)).map((row) => row.body));
        for (const body of bodies) if (sorted.hidden) body.hidden = !filled.has(body);
        table.hidden = !filled.size;
        for (let part = table.previousElementSibling; part?.matches("h2:not([id]), p.quiet, dl.alike"); part = part.previousElementSibling) {
          part.hidden = !filled.size;
        }
      }
      return told(shown.size, rows.length, "1 company", "All %1 companies", "%1 of %2 companies");
    }
    const changed = filters(place, say("Filter the list"), { q: search, ...selects, sort }, count);
    for (const { columns } of tables) {
      for (const { key, title, cell } of columns) {
        cell.replaceChildren(button(title, () => {
          sort.value = sort.value === key ? `-${key}` : sort.value === `-${key}` ? "" : key;
          changed();
        }, { class: "by" }));
      }
    }
  }

  // The notices: by words, document, product and the day since which they were announced.
  function notices(place) {
    const rows = all(".of-notices > li", place.parentElement).map((element) => ({
      element, day: one(".when time", element).dateTime.slice(0, 10), text: folded(element.textContent),
      section: element.closest("section"),
      values: { document: [one(".what a", element).textContent.trim()], product: lines(element.dataset.product) },
    }));
    const search = searchBox("page.search");
    const selects = choices(["document", "product"], rows);
    const since = make("input", { id: "page.since", type: "date" });
    filters(place, say("Filter the notices"), { q: search, ...selects, since }, () => {
      const shown = showRows(rows, search, selects, (row) => row.day >= since.value);
      const filled = new Set([...shown].map((row) => row.section));
      for (const { section } of rows) {
        section.hidden = !filled.has(section);
        const link = one(`a[href="#${section.getAttribute("aria-labelledby")}"]`);
        if (link) link.hidden = section.hidden;
      }
      return told(shown.size, rows.length, "1 notice", "All %1 notices", "%1 of %2 notices");
    });
  }

  // A redline: from change to change by buttons and keys, of several in turn the last.
  let walk = () => {};
  document.addEventListener("keydown", (event) => {
    const step = { n: 1, p: -1 }[event.key];
    const isText = event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input:not([type=checkbox]), select");
    if (step && !isText) walk(step);
  });
  function redline(article) {
    const place = one(".redline-place") ?? make("div", { class: "redline-place needs-script" });
    const change = "ins, del, [data-change]";
    const marks = all(change, article).filter((mark) => !mark.parentElement.closest(change) && mark.getClientRects().length);
    const stops = [...new Set(marks.map((mark) => mark.closest("p, li, tr, h1, h2, h3, h4, h5, h6, pre, dt, dd, [data-change]")))];
    if (!stops.length) return;
    if (!place.isConnected) article.closest(".with-outline")?.before(place);
    let current = -1;
    const changes = (number, count) =>
      number ? say("%1 of %2", number, count) : sayOf(count, "1 change", "%1 changes", count);
    const state = make("span", { role: "status" }, changes(0, stops.length));
    function go(step) {
      stops[current]?.classList.remove("current-change");
      current = current < 0 ? (step > 0 ? 0 : stops.length - 1) : (current + step + stops.length) % stops.length;
      const stop = stops[current];
      stop.classList.add("current-change");
      stop.tabIndex = -1;
      stop.focus({ preventScroll: true });
      stop.scrollIntoView({ block: "center" });
      state.textContent = changes(current + 1, stops.length);
    }
    const keys = make("input", { type: "checkbox", checked: "" });
    // Never by keys that nothing in sight turns off (WCAG 2.1.4).
    walk = (step) => { if (keys.checked && keys.getClientRects().length && article.isConnected) go(step); };
    place.replaceChildren(make("div", { class: "redline-tools", role: "group", "aria-label": say("Changes"), lang: language },
      button(say("Previous"), () => go(-1), { "aria-label": say("Previous change") }),
      button(say("Next"), () => go(1), { "aria-label": say("Next change") }), state,
      make("label", {}, keys, ` ${say("Keys n and p")}`)));
  }

  // Two editions are compared by a script of its own, loaded when somebody asks for it.
  function comparison(place) {
    const failed = make("p", { role: "alert", lang: language }, failure, " ", make("a", { href: "" }, say("Try again")));
    const load = () => import(new URL("assets/compare.js", root)).catch(() => place.append(failed));
    if (location.search) load();
    else place.append(button(say("Choose two editions"), load, { class: "main", lang: language }));
  }

  // The outline follows.
  function outline(nav) {
    const entries = all("a[href^='#']", nav).flatMap((link) => {
      const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      return target ? [{ link, target }] : [];
    });
    let marked, isAsked = false;
    function follow() {
      isAsked = false;
      const line = innerHeight / 4;
      const here = entries.findLast(({ target }) => !target.hidden && target.getBoundingClientRect().top <= line)?.link;
      if (here === marked) return;
      marked?.removeAttribute("aria-current");
      here?.setAttribute("aria-current", "location");
      marked = here;
      const box = here?.closest(".outline, .touched");
      if (box && box.scrollHeight > box.clientHeight) box.scrollTop = here.parentElement.offsetTop - box.offsetTop - box.clientHeight / 2;
    }
    addEventListener("scroll", () => {
      if (isAsked) return;
      isAsked = true;
      requestAnimationFrame(follow);
    }, { passive: true });
    follow();
  }

  // Each clause can be cited: its address, or its name with the edition.
  function clauses(article) {
    const [name, edition] = article.dataset.edition.split("/");
    const title = one("[data-heading]")?.textContent.trim();
    const day = one("[data-running] time")?.textContent;
    const state = make("span", { role: "status" });
    const panel = make("p", { class: "cite no-print", lang: language });
    const address = (id) => new URL(`${name}/${edition}/#${id}`, root).href;
    async function copy(text) {
      try {
        await navigator.clipboard.writeText(text);
        state.textContent = say("Copied");
      } catch {
        // To be taken by hand.
        const box = make("input", { readonly: "", "aria-label": say("Copy link") });
        box.value = text;
        state.replaceChildren(box);
        box.select();
      }
    }
    // §4, as its link says; Annex A, where that begins a heading; else the heading.
    function label(heading, link) {
      const words = heading.textContent.trim();
      const number = /^\d/.test(heading.id) && / (§[^”“»]+)$/.exec(link?.getAttribute("aria-label") ?? "");
      return number ? number[1]
        : /^\p{L}+ (\d+(\.\d+)*|[IVXLCDM]+|\p{Lu})(?=$|[.:,](\s|$)|\s[–—(-])/u.exec(words)?.[0] ?? say("“%1”", words);
    }
    for (const heading of all(":is(h2, h3, h4, h5, h6, p, li)[id]", article)) {
      const id = heading.id;
      let link = one(":scope > a.clause", heading);
      const clause = label(heading, link);
      if (!link) {
        if (heading.matches("p, li, .own-title")) continue;
        link = make("a", { class: "clause", href: `#${id}`, lang: language, "aria-label": say("Link to %1", clause) });
        heading.prepend(link);
      }
      link.addEventListener("click", () => {
        state.replaceChildren();
        panel.replaceChildren(
          button(say("Copy link"), () => copy(address(id))),
          button(say("Copy citation"), () => copy(`${say("%1 %2, edition of %3", title, clause, day)}, ${address(id)}`)),
          make("a", { href: new URL(`${name}/history/#page.clause.${id}`, root).href }, say("Its history")), state);
        if (heading.matches("li")) heading.append(panel);
        else heading.after(panel);
      });
    }
  }

  // Days. The states of a document stand in its TimeMap (RFC 7089), each with the day from which it held.
  const local = (address) => new URL(new URL(address).pathname, root);
  async function load(path) {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(answer.statusText);
    return answer;
  }
  async function states(name) {
    const text = await (await load(new URL(`${name}.timemap`, root))).text();
    return [...text.matchAll(/<([^>]+)>; rel="[a-z ]*memento"; datetime="[^"]+"; title="[^"]*(\d{4}-\d\d-\d\d)"/g)]
      .map(([, address, day]) => ({ day, address: local(address) }));
  }
  const isList = ({ address }) => address.pathname.includes("/on/");
  const spoken = (day) => new Intl.DateTimeFormat(words ? `${lang}-u-nu-latn` : "en-GB",
    { dateStyle: "long", timeZone: "UTC" }).format(new Date(day));
  /** Where a document stands as of a day, or why nowhere. */
  async function onDay(name, day) {
    const known = await states(name);
    const today = new Date().toLocaleDateString("sv");
    const nothing = isList(known[0]) ? "The first list is that of %1." : "There is nothing from before %1.";
    if (day < known[0].day) return { words: [say(nothing, spoken(known[0].day))] };
    if (day > today && day > known.at(-1).day) {
      const address = new URL(`${name}/`, root);
      return { words: [say("That day is still to come. What is known of it by now stands on this page:"), " ", make("a", { href: address }, address.pathname)] };
    }
    return { address: known.findLast((state) => state.day <= day).address };
  }
  /** What a document's feed told since a day, the newest first. */
  async function since(name, day) {
    const items = [], isSince = (item) => item.date_published.slice(0, 10) > day;
    for (let address = new URL(`feeds/${name}.json`, root); address;) {
      const feed = await (await load(address)).json();
      items.push(...feed.items);
      address = feed.next_url && feed.items.every(isSince) && local(feed.next_url);
    }
    return items.filter(isSince).sort((a, b) => (a.date_published < b.date_published ? 1 : -1));
  }
  function days(place) {
    const name = place.dataset.of;
    const input = make("input", { id: "page.day", type: "date", required: "" });
    const output = make("div", { class: "told", role: "status" });
    const trying = (act) => async () => {
      if (!input.reportValidity()) return;
      output.replaceChildren(...await act(input.value).catch(() => [make("p", {}, failure)]));
    };
    const show = trying(async (day) => {
      const found = await onDay(name, day);
      if (found.address) location.assign(found.address);
      return found.words ? [make("p", {}, ...found.words)] : [];
    });
    const tell = trying(async (day) => {
      const [told, known] = await Promise.all([since(name, day), states(name)]);
      const then = known.findLast((state) => state.day <= day);
      const isText = then && !isList(then);
      // An edition that was erased has none.
      const marked = isText && then !== known.at(-1) && await fetch(new URL("since/", then.address), { method: "HEAD" });
      return [
        make("p", {}, say(told.length ? "Told since %1:" : "Nothing was told since %1.", spoken(day))),
        make("ol", { class: "schedule" }, ...told.map((item) => make("li", {},
          make("span", { class: "when" }, make("time", { datetime: item.date_published }, spoken(item.date_published.slice(0, 10)))),
          make("div", { class: "what" }, make("a", { href: local(item.url).href }, item.summary))))),
        ...isText && !marked ? [make("p", {}, say("The text of that day is in force."))] : [],
        ...marked?.ok ? [make("p", {}, make("a", { href: marked.url }, say("The text of that day and that of today, marked up")))] : [],
      ];
    });
    const form = make("form", { class: "on-day" }, field(say("Day"), input),
      button(say("Show it as of that day"), show), make("button", { type: "submit" }, say("What changed since")));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      tell();
    });
    if (language) place.lang = language;
    place.replaceChildren(make("p", { class: "quiet" }, say("What held on the day you signed, and what was told since.")), form, output);
  }
  /** /terms/on/2027-03-01/#10.2, a day without a page: leads to the text that held on it. */
  async function lookUp() {
    const [, name, day] = /^([a-z0-9-]+)\/on\/(\d{4}-\d\d-\d\d)\/?$/.exec(location.pathname.slice(root.pathname.length)) ?? [];
    if (!name || !(new Date(day) > 0) || new Date(day).toISOString().slice(0, 10) !== day) return;
    try {
      const found = await onDay(name, day);
      if (found.address) location.replace(found.address.href + location.hash);
      else one("main").append(make("p", { role: "status", lang: language }, ...found.words));
    } catch { /* There is no such document: the page says so. */ }
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

  // Search over what the menu leads to: the pages, read when somebody searches, and cut at headings, rows and notices.
  const blocks = "h1, h2, h3, h4, p, li, th, td, dt, dd, pre, .more";
  const rowHeads = "th[scope=row], .of-notices .what > p:first-child";
  /** What a block says itself: without the blocks in it. */
  function own(block) {
    const copy = block.cloneNode(true);
    for (const inner of all(blocks, copy)) inner.replaceWith(" ");
    return copy.textContent.replace(/\s+/g, " ").trim();
  }
  function sections(page, address) {
    const found = [];
    for (const block of all(blocks, one("main", page) ?? page.body)) {
      const row = block.matches(rowHeads) && one("a", block);
      const isHeading = /^H\d/.test(block.tagName);
      if (row || isHeading) {
        const title = (row || block).textContent.trim();
        // The place of a heading that folds is in what it unfolds.
        const id = block.id || block.closest("summary")?.nextElementSibling?.id;
        const place = new URL(row ? row.getAttribute("href") : id ? `#${id}` : "", address);
        found.push({ title, place, page: found[0]?.title, text: "" });
      }
      // What stands around a head is not of what was told before it.
      if (found.length && !isHeading && !one(`h1, h2, h3, h4, ${rowHeads}`, block) && !block.closest("[data-running], .visually-hidden, .more")) {
        found.at(-1).text += ` ${own(block)}`;
      }
    }
    for (const section of found) section.folded = folded(`${section.title} ${section.text}`);
    return found;
  }
  function siteSearch(place) {
    const menu = place.closest("details");
    const input = searchBox("page.site-search");
    const state = make("p", { role: "status", class: "quiet" });
    const results = make("ol", { class: "found" });
    const groups = one(".menu-groups", menu);
    const addresses = [...new Set(all("a", groups).map((link) => link.href))];
    const known = new Map();
    /** Of a page that could not be loaded undefined: the next search asks for it again. */
    const read = (address) => new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open("GET", address);
      request.responseType = "document";
      request.onloadend = () => {
        if (request.status === 200) return done(request.response ? sections(request.response, address) : []);
        known.delete(address);
        done();
      };
      request.send();
    });
    function excerpt({ text }, asked) {
      const lower = text.toLowerCase();
      const hit = Math.max(0, lower.indexOf(asked.find((word) => lower.includes(word)) ?? ""));
      const start = hit < 60 ? 0 : text.indexOf(" ", hit - 50);
      return `${start ? "…" : ""}${text.slice(start, start + 160).trim()}${text.length > start + 160 ? "…" : ""}`;
    }
    async function show() {
      const asked = wordsOf(input);
      const isAsked = asked.join("").length > 1;
      groups.hidden = isAsked;
      if (!isAsked) {
        results.replaceChildren();
        state.textContent = "";
        return;
      }
      for (const address of addresses) {
        if (known.has(address)) continue;
        state.textContent = say("Reading the pages…");
        known.set(address, read(address));
      }
      const pages = await Promise.all(addresses.map((address) => known.get(address)));
      if (wordsOf(input) + "" !== asked + "") return;
      const rank = ({ title }) => Number(!asked.every((word) => folded(title).includes(word)));
      const loaded = pages.filter(Boolean);
      const found = loaded.flat().filter((section) => asked.every((word) => section.folded.includes(word)))
        .sort((a, b) => rank(a) - rank(b));
      state.textContent = !loaded.length ? failure
        : sayOf(found.length, "1 place", "%1 places", found.length) + (loaded.length < pages.length ? say(" in what could be loaded") : "");
      results.replaceChildren(...found.slice(0, 40).map((section) => make("li", {},
        make("a", { href: section.place.href }, section.title), section.page === section.title ? ""
          : make("span", { class: "quiet small" }, ` ${section.page}`), make("p", { class: "small" }, excerpt(section, asked)))));
    }
    input.addEventListener("input", show);
    results.addEventListener("click", () => { menu.open = false; });
    const form = make("form", { role: "search", "aria-label": say("Search this site"), lang: language },
      field(say("Search this site"), input), state, results);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      one("a", results)?.click();
    });
    place.replaceChildren(form);
    one(".search-button")?.replaceChildren(button(say("Search"), (event) => {
      event.stopPropagation();
      menu.open = true;
      input.focus();
    }, { lang: language }));
  }

  // Folds: all at once by a button, and all of them on paper.
  function folds(details) {
    addEventListener("beforeprint", () => { for (const fold of details) fold.open = true; });
    const head = one("main .title");
    if (details.length < 2 || !head) return;
    const both = button(say("Unfold all"), () => {
      const isOpen = !details.every((fold) => fold.open);
      for (const fold of details) fold.open = isOpen;
      both.textContent = say(isOpen ? "Fold all" : "Unfold all");
    }, { class: "plain unfold needs-script", lang: language });
    head.append(both);
  }

  all("details.menu").forEach(menu);
  all(".search-place").forEach(siteSearch);
  folds(all("main details:not(.outline, .earlier, .more)"));
  all(".filter-place").forEach((place) => (one(".of-notices", place.parentElement) ? notices : register)(place));
  all("article[data-redline]").forEach(redline);
  document.addEventListener("redline", () => all("article[data-redline]").forEach(redline));
  all(".days-place").forEach(days);
  all(".compare-place").forEach(comparison);
  if (one(".page-not-found")) lookUp();
  const held = one("[data-day] .go a");
  if (held) location.replace(held.href + location.hash);
  // What a text is read by comes when its first screen is painted.
  requestAnimationFrame(() => setTimeout(() => {
    all("article[data-edition]").forEach(clauses);
    all(".outline, .touched").forEach(outline);
  }));
})();
