/** In what two texts differ, and by what signs it says so. */
function differencesOf(redline) {
  const found = { words: 0, place: 0, form: 0, typography: 0, emphasis: 0, notes: 0, columns: 0, rows: 0 };
  const add = (mark) => {
    const { m, marks, w, moved } = mark;
    if (Array.isArray(mark)) return mark.forEach(add);
    if (m == "re") {
      found[mark.form == "typography" ? "typography" : "form"] += 1;
      if (mark.form == "typography") return;
      found.emphasis += 1;
    } else if (w && m != "kept") found[saysSomething(w) ? "words" : "form"] += 1;
    else if (m == "del" || m == "ins") found[moved ? "place" : "words"] += 1;
    else if (m == "table") {
      const isShown = (_, column) => mark.columns[column].move != "away";
      if (mark.columns.some((column) => column.move)) found.place = found.columns = 1;
      add(mark.head.filter(isShown));
      return mark.rows.forEach((row) => {
        if (row.m != "changed") return add(row);
        found.place += row.moved;
        add(row.cells.filter(isShown));
      });
    } else if (m == "restated") {
      found[{ moved: "place", order: "place", numbering: "words" }[mark.reason] ?? "form"] += 1;
      found.rows += mark.reason == "order";
      found.notes += !["moved", "order", "numbering", "spacing"].includes(mark.reason);
    } else if (m == "list" && mark.tights[0] != mark.tights[1]) found.form += 1;
    else if (m == "changed") {
      found.words += mark.tasks[0] !== mark.tasks[1];
      found.place += moved;
    }
    add(marks ?? mark.items ?? mark.blocks ?? mark.now ?? []);
  };
  if (Array.isArray(redline)) add(redline);
  else {
    add(redline.blocks);
    const signs = { ...found };
    for (const { old, now, marks } of redline.notes) {
      add(marks);
      if (old && now && old != now) found.place += 1;
    }
    Object.assign(found, { emphasis: signs.emphasis, notes: signs.notes, columns: signs.columns, rows: signs.rows });
  }
  return found;
}

/** That no word differs, and in how many places typography alone does. */
function remarkOn({ words, place, form, typography }) {
  const count = (one, other) => sayOf(typography, one, other, typography);
  if (!typography) return form && !words && !place ? say("No word changed, only the form.") : "";
  if (words || place) {
    return count("Besides, typography alone changed in one place.", "Besides, typography alone changed in %1 places.");
  }
  return form
    ? count("No word changed, only the form, and typography in one place.", "No word changed, only the form, and typography in %1 places.")
    : count("No word changed, only typography in one place.", "No word changed, only typography in %1 places.");
}

function sectionChanges({ old, now, alignment, blocks, notes }) {
  const sections = (pieces) => {
    const found = [{ size: 0 }];
    const places = pieces.map(({ kind, block }) => {
      if (kind == "h") found.push({ block, size: 0 });
      found.at(-1).size += 1;
      return found.length - 1;
    });
    return [found, places];
  };
  const [olds, oldPlaces] = sections(alignment.old), [news, newPlaces] = sections(alignment.now);
  const [heirs, origins, changed, moved, forms, recasts] = [new Map(), new Map(), new Set(), new Set(), new Map(), new Set()];
  const join = (one, other) => {
    if (heirs.has(one) || origins.has(other)) return;
    heirs.set(one, other);
    origins.set(other, one);
  };
  const lost = (place) => heirs.has(oldPlaces[place]) && changed.add(heirs.get(oldPlaces[place]));
  const note = (found, section) => {
    if (found.words || found.place) changed.add(section);
    else forms.set(section, { form: found.form || forms.get(section)?.form, typography: found.typography || forms.get(section)?.typography });
  };
  join(0, 0);
  const heads = (pieces, [from, to]) => range(from, to).filter((place) => pieces[place].kind == "h");
  const isPair = (step) => step.old && step.now && !step.recast && step.old[1] - step.old[0] == 1 && step.now[1] - step.now[0] == 1;
  for (const step of alignment.steps) {
    if (!isPair(step) || alignment.now[step.now[0]].kind != "h") continue;
    join(oldPlaces[step.old[0]], newPlaces[step.now[0]]);
    if (step.moved) moved.add(newPlaces[step.now[0]]);
  }
  for (const step of alignment.steps.filter((step) => step.recast)) {
    const one = heads(alignment.old, step.old), other = heads(alignment.now, step.now);
    if (one.length == 1 && other.length == 1) join(oldPlaces[one[0]], newPlaces[other[0]]);
    for (const place of other) if (!origins.has(newPlaces[place])) recasts.add(newPlaces[place]);
  }
  alignment.steps.forEach((step, index) => {
    if (!step.now) return step.moved || lost(step.old[0]);
    if (!step.old) return changed.add(newPlaces[step.now[0]]);
    if (isPair(step)) {
      const [one, other] = [alignment.old[step.old[0]], alignment.now[step.now[0]]], section = newPlaces[step.now[0]];
      const isSame = one.id == other.id || one.kind == "h" && other.kind == "h" && one.block.level == other.block.level
        && titleOf(one.block.w) == titleOf(other.block.w);
      if (!isSame) note(differencesOf([blocks[index]]), section);
      if (heirs.get(oldPlaces[step.old[0]]) !== section || step.moved && !moved.has(section)) {
        if (step.moved || !recasts.has(section)) changed.add(section);
        lost(step.old[0]);
      }
      return;
    }
    const [one, other] = [[...new Set(oldPlaces.slice(...step.old))], [...new Set(newPlaces.slice(...step.now))]];
    const isAtHome = one.length == 1 && other.length == 1 && heirs.get(one[0]) === other[0];
    range(...step.now).forEach((place, offset) => {
      const found = differencesOf(step.recast ? [step.recast.now[offset]] : [blocks[index]]);
      if (step.recast) found.form += 1;
      note(found, newPlaces[place]);
      if (!isAtHome && !recasts.has(newPlaces[place])) changed.add(newPlaces[place]);
    });
    if (!isAtHome) range(...step.old).forEach(lost);
  });
  const told = new Set(notes.filter((note) => note.now && !(note.old && note.marks.every((mark) => mark.m == "kept"))).map((note) => `${note.now}`));
  alignment.now.forEach(({ block }, place) => {
    for (const [, n] of JSON.stringify(block).matchAll(/"t":"sup","n":"(\d+)"/g)) if (told.has(n)) changed.add(newPlaces[place]);
  });
  const found = [], listed = new Set();
  const words = (section) => section.block && wordsOf(section.block.w);
  const list = (place) => {
    if (listed.has(place)) return;
    listed.add(place);
    const section = news[place], before = olds[origins.get(place)], kinds = [];
    if (!before && !recasts.has(place)) {
      if (section.size) kinds.push("added");
    } else if (changed.has(place)) kinds.push("changed");
    if (moved.has(place)) kinds.push("moved");
    if (before?.block && section.block) {
      // What has no digits is numbered by the id that links name it by.
      const [was, is] = [before, section].map((one) => numberOf(words(one)));
      const [one, other] = [before.block[IDS][1] ?? was, section.block[IDS][1] ?? is];
      const label = (number) => number?.split("-").at(-1);
      if (one != other && !(was && was == is) && label(one) != label(other)) kinds.push(`renumbered, was ${one ?? "–"}`);
    }
    if (!changed.has(place)) for (const kind of ["form", "typography"]) if (forms.get(place)?.[kind]) kinds.push(`${kind} alone`);
    if (kinds.length) found.push({ kinds, words: words(section), anchor: section.block?.[IDS][0] });
  };
  if (news.length > 1 || news[0].size || changed.size) list(0);
  for (const step of alignment.steps) {
    if (step.now) range(...step.now).forEach((place) => list(newPlaces[place]));
    else {
      const place = oldPlaces[step.old[0]], { block } = alignment.old[step.old[0]];
      if (block.t != "h" || heirs.has(place)) continue;
      const anchor = block[IDS][0];
      found.push({ kinds: ["removed"], words: words(olds[place]), anchor: now.anchors.has(anchor) ? `removed:${anchor}` : anchor });
    }
  }
  for (const change of found) change.isTwice = found.filter((other) => other.words == change.words).length > 1;
  return found;
}
