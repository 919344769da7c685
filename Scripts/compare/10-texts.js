/** The number at the start of a heading's words, if there is one. */
function numberOf(words) {
  const letter = "(?:[a-z](?=[\\p{White_Space}.):]|$))?", digits = "[0-9]+" + letter;
  const number = new RegExp(`^\\p{White_Space}*(?:§\\p{White_Space}*)?(${digits}(?:\\.${digits})*)(?=$|[\\p{White_Space}):]|\\.(?![0-9\\p{Lowercase}]))`, "u")
    .exec(words)?.[1];
  return number?.length <= 32 ? number : null;
}

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

function makeRedline(old, now) {
  const [olds, news] = [piecesOf(old.blocks), piecesOf(now.blocks)];
  const alignment = new BlockAlignment(olds, news, headingPairs(headingsOf(olds), headingsOf(news)));
  return { old, now, alignment, blocks: alignment.marked, notes: alignNotes(old.notes, now.notes) };
}
