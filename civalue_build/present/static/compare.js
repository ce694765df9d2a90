/* Cases side by side: which ones stands in the address, and what is said of each in its own file.
   Every figure comes worded; this script puts words in their place and works nothing out. */
"use strict";

(() => {
  const here = document.querySelector(".compare");
  const part = (name) => document.querySelector(`[data-part="${name}"]`);
  const selects = [...here.querySelectorAll("select")];
  const aspects = JSON.parse(part("aspects").textContent);
  const titles = new Map([...selects[0].options].slice(1).map(({ value, text }) => [value, text]));

  const element = (tag, className, ...content) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  const wanted = () => {
    const told = (new URLSearchParams(location.search).get("cases") ?? "").split(",");
    return [...new Set(told)].filter((slug) => titles.has(slug)).slice(0, selects.length);
  };

  const read = new Map();
  const load = async (slug) => {
    if (!read.has(slug)) {
      const answer = await fetch(`${here.dataset.compare}${slug}/compare.json`);
      if (!answer.ok) throw new Error(`no file of ${slug}`);
      read.set(slug, { slug, ...await answer.json() });
    }
    return read.get(slug);
  };

  /* ---- What is alike, and what is not ---- */

  const isAlike = ({ key }, cases) => cases.every(({ aspects: own }) => own[key] === cases[0].aspects[key]);
  const known = ({ key }, cases) => cases.filter(({ aspects: own }) => own[key]);

  /* An aspect of which fewer than two cases say anything cannot differ. */
  const sorted = (cases) => {
    const told = aspects.filter((aspect) => known(aspect, cases).length > 1);
    return {
      alike: told.filter((aspect) => isAlike(aspect, known(aspect, cases))),
      differ: told.filter((aspect) => !isAlike(aspect, known(aspect, cases))),
    };
  };

  const list = (name, items) => {
    part(name).hidden = !items.length;
    part(name).querySelector("dl").replaceChildren(...items);
  };

  const values = (aspect, cases) => {
    const found = new Map();
    for (const { title, aspects: own } of known(aspect, cases)) {
      found.set(own[aspect.key], [...found.get(own[aspect.key]) ?? [], title]);
    }
    return [...found];
  };

  const head = (aspect) => element("dt", "", aspect.head);

  const tell = (cases, { alike, differ }) => {
    list("alike", alike.map((aspect) =>
      element("div", "", head(aspect), element("dd", "", known(aspect, cases)[0].aspects[aspect.key]))));
    list("differ", differ.map((aspect) => element("div", "", head(aspect),
      element("dd", "", element("strong", "", aspect.bar ? "Not comparable. " : "Compare with care. "), aspect.so),
      ...values(aspect, cases).map(([value, those]) => element("dd", "", `${value}: ${those.join("; ")}`)))));
  };

  const why = (key, differ, bar) => differ
    .filter((aspect) => aspect.bar === bar && aspect.rows.includes(key)).map(({ short }) => short);

  /* The mark of a row, in words: what bars a comparison, or else what asks for care. */
  const marks = (key, differ) => {
    const bars = why(key, differ, true);
    const cares = why(key, differ, false);
    if (bars.length) return `Not comparable: ${bars.join("; ")}.`;
    return cares.length ? `With care: ${cares.join("; ")}.` : "";
  };

  /* ---- The table ---- */

  const column = (one) => {
    const link = element("a", "", one.title);
    link.href = `${here.dataset.compare}${one.slug}/index.html`;
    const cell = element("th", "", link);
    if (one.invented) cell.append(" ", element("strong", "cv-tag cv-tag--orange", "Invented teaching case"));
    cell.append(element("span", "cv-note", one.organisation));
    cell.setAttribute("role", "columnheader");
    cell.scope = "col";
    return cell;
  };

  const cell = (one, key) => {
    const made = element("td", "", element("span", "compare__of", one.title));
    made.setAttribute("role", "cell");
    for (const [words, note] of one.rows[key]) {
      made.append(element("p", "", words, ...(note ? [element("span", "cv-note", note)] : [])));
    }
    return made;
  };

  const fill = (cases, { differ }) => {
    const [heads] = here.querySelectorAll("thead tr");
    heads.replaceChildren(heads.firstElementChild, ...cases.map(column));
    for (const { firstElementChild } of here.querySelectorAll(".compare__part")) firstElementChild.colSpan = cases.length + 1;
    for (const row of here.querySelectorAll("[data-row]")) {
      row.querySelector(".compare__mark").textContent = marks(row.dataset.row, differ);
      row.replaceChildren(row.firstElementChild, ...cases.map((one) => cell(one, row.dataset.row)));
    }
  };

  /* ---- Choosing ---- */

  let latest = 0;
  const show = async () => {
    const slugs = wanted();
    const turn = latest += 1;
    for (const [at, select] of selects.entries()) select.value = slugs[at] ?? "";
    part("few").hidden = slugs.length > 1;
    part("failed").hidden = true;
    if (slugs.length < 2) {
      part("result").hidden = true;
      return;
    }
    try {
      const cases = await Promise.all(slugs.map(load));
      if (turn !== latest) return;
      const found = sorted(cases);
      tell(cases, found);
      fill(cases, found);
      part("result").hidden = false;
      part("said").textContent = `${cases.length} cases side by side. Not alike: ${found.differ.map(({ head: text }) => text).join(", ") || "nothing"}.`;
    } catch {
      part("result").hidden = true;
      part("failed").hidden = false;
    }
  };

  for (const select of selects.slice(1)) {
    select.append(...[...selects[0].options].slice(1).map((option) => option.cloneNode(true)));
  }
  here.addEventListener("change", () => {
    const chosen = [...new Set(selects.map(({ value }) => value).filter(Boolean))];
    history.pushState(null, "", chosen.length ? `?cases=${chosen.join(",")}` : location.pathname);
    show();
  });
  addEventListener("popstate", show);

  if (location.protocol === "file:") {
    part("failed").hidden = false;
    part("few").hidden = true;
    return;
  }
  here.querySelector("form").hidden = false;
  show();
})();
