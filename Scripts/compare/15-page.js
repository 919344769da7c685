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

function element(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [name, value] of Object.entries(attributes)) if (value != null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

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
  const box = element("label", { class: "changes-only" }, element("input", { type: "checkbox" }), ` ${say("Show the changes alone")}`);
  return element("p", { class: "legend", id: "page.text" }, remark && `${remark} `, ...(parts.length ? [before, ...signs, behind] : []), ...notes, " ", box);
}

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
  const chooser = place.querySelector(".compare-place"), hadFocus = chooser.contains(document.activeElement);
  chooser.replaceChildren(form);
  list.before(status, result);
  if (hadFocus) selects[0].focus();
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
