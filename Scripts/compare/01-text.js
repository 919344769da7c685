// Compares any two editions of a document, as `trustpress diff --format html` does (docs/redline.md says how a redline
// is made and what its HTML means). It reads the articles of their pages.
//
// The files of this folder, in the order of their names, are the script that a site publishes.

// A text as blocks.

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
