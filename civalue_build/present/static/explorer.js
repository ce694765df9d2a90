/* The list of cases: narrowed, put in order, shown as cards or as a table, and chosen from to
   compare. What is asked for stands in the address; all cases stand in the page. */
"use strict";

(() => {
  const part = (name) => document.querySelector(`[data-explorer="${name}"]`);
  const explorer = document.querySelector(".explorer");
  const form = explorer.querySelector(".explorer__form");
  const body = explorer.querySelector(".explorer__list tbody");
  const [words, organisation] = ["words", "organisation"].map((id) => document.getElementById(`explorer-${id}`));
  const sort = document.getElementById("explorer-sort");
  const views = [...explorer.querySelectorAll('[name="view"]')];
  const MOST = 4;
  const AT_ONCE = 60;
  const SPEAK_AFTER = 500;
  const ARCHIVED = "archived";
  const INVENTED = "invented";
  const SEVERAL = Symbol("several");

  /* Words without accents, capitals and the signs between them. */
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const number = new Intl.NumberFormat("en-GB").format;

  const options = [];
  for (const box of form.querySelectorAll("[data-code]")) {
    const [text, shown] = box.parentElement.querySelectorAll("span");
    options[box.dataset.code] = { box, facet: box.name, text: text.textContent, shown };
  }
  const codeOf = (name, value) => options.findIndex(({ facet, box }) => facet === name && box.value === value);
  const archived = codeOf("status", ARCHIVED);
  const invented = codeOf("case", INVENTED);

  const facets = [...form.querySelectorAll("[data-facet]")].map((fold) => ({
    fold,
    name: fold.dataset.facet,
    title: fold.querySelector("legend").textContent,
    some: fold.querySelector(".explorer__some"),
  }));

  const cases = [...body.rows].map((row, place) => ({
    row,
    place,
    under: row.dataset.is.split(" ").map(Number),
    organisation: row.cells[3].firstChild.textContent,
    box: row.cells[6].querySelector("input"),
    rank: place,
    isArchived: false,
    kind: 0,
    isShown: true,
  }));

  /* How many cases there are is always two numbers: of the real ones, and of the invented ones. */
  const whole = [0, 0];
  for (const one of cases) {
    one.isArchived = one.under.includes(archived);
    one.kind = one.under.includes(invented) ? 1 : 0;
    whole[one.kind] += 1;
  }
  const NAMES = [["case", "cases"], ["invented teaching case", "invented teaching cases"]];
  const inWords = (some) => NAMES.map(([one, several], kind) => {
    const of = some[kind] === whole[kind] ? "" : ` of ${number(whole[kind])}`;
    return whole[kind] ? `${number(some[kind])}${of} ${whole[kind] === 1 ? one : several}` : "";
  }).filter(Boolean).join(" and ");
  const inShort = ([real, others]) => {
    if (!others) return `(${number(real)})`;
    return real ? `(${number(real)}, and ${number(others)} invented)` : `(${number(others)} invented)`;
  };

  /* Put together once: when the page has nothing else to do, or when the first word is typed. */
  const textOf = (one) => {
    one.text ??= plain([
      one.row.cells[0].textContent, one.row.cells[4].firstChild.textContent, one.organisation,
      ...one.under.filter((code) => options[code].facet === "tag").map((code) => options[code].text),
    ].join(" "));
    return one.text;
  };

  const organisations = new Map();
  for (const one of cases) {
    if (!organisations.has(one.organisation)) {
      organisations.set(one.organisation, { cases: [0, 0], option: new Option(one.organisation, one.organisation) });
    }
  }
  organisation.append(...[...organisations.keys()].sort(new Intl.Collator("en-GB").compare)
    .map((name) => organisations.get(name).option));

  /* ---- What is asked for ---- */

  const asked = () => {
    const chosen = new Map();
    for (const [code, { box, facet }] of options.entries()) {
      if (box.checked) chosen.set(facet, (chosen.get(facet) ?? new Set()).add(code));
    }
    return { words: plain(words.value).split(/\s+/).filter(Boolean), chosen, organisation: organisation.value };
  };

  /* The one facet that keeps a case out: none if it is shown, and a mark if there are several.
     An archived case is kept out by its status unless that is asked for. */
  const keptOut = (one, query) => {
    for (const word of query.words) if (!textOf(one).includes(word)) return SEVERAL;
    let by = query.organisation && one.organisation !== query.organisation ? "organisation" : null;
    if (one.isArchived && !query.chosen.has("status")) by = by ? SEVERAL : "status";
    for (const [facet, codes] of query.chosen) {
      if (!one.under.some((code) => codes.has(code))) by = by ? SEVERAL : facet;
    }
    return by;
  };

  /* One pass in the order asked for: which cases fit, and how many each option would leave. Of
     those that fit, the first are shown. */
  let most = AT_ONCE;
  let list = cases;
  const narrow = () => {
    const query = asked();
    const left = [0, 1].map(() => new Uint32Array(options.length));
    for (const found of organisations.values()) found.cases = [0, 0];
    const seen = [];
    const fitting = [0, 0];
    for (const one of list) {
      const by = keptOut(one, query);
      const fits = by === null;
      if (fits) fitting[one.kind] += 1;
      if (fits && seen.length < most) seen.push(one);
      show(one, fits && seen.at(-1) === one);
      if (by === SEVERAL) continue;
      for (const code of one.under) if (fits || by === options[code].facet) left[one.kind][code] += 1;
      if (fits || by === "organisation") organisations.get(one.organisation).cases[one.kind] += 1;
    }
    line(seen);
    tell(query, fitting, seen.length, left);
  };

  const show = (one, isShown) => {
    if (one.isShown === isShown) return;
    one.isShown = isShown;
    one.row.hidden = !isShown;
  };

  /* The rows that are shown stand in the order of the list; where the others are is no matter. */
  let last = cases.length;
  const line = (seen) => {
    if (seen.every((one, at) => !at || seen[at - 1].rank < one.rank)) return;
    body.append(...seen.map(({ row }) => row));
    for (const one of seen) one.rank = last += 1;
  };

  /* A text is written only where it has changed: writing costs more than all the rest. */
  const written = new WeakMap();
  const put = (node, text) => {
    if (written.get(node) === text) return;
    written.set(node, text);
    node.textContent = text;
  };

  let later = 0;
  const say = (text) => {
    clearTimeout(later);
    later = setTimeout(() => put(part("said"), text), SPEAK_AFTER);
  };

  const tell = (query, fitting, seen, left) => {
    const all = fitting[0] + fitting[1];
    const text = inWords(fitting);
    put(part("count"), text);
    const firsts = seen < all ? `, the first ${number(seen)} shown` : "";
    say(all ? `${text}${firsts}` : "No case fits all of this");
    part("nothing").hidden = all > 0;
    part("rest").hidden = seen === all;
    put(part("seen"), `The first ${number(seen)} of ${number(all)} are shown.`);
    for (const [code, { shown: place, box }] of options.entries()) {
      const some = left.map((codes) => codes[code]);
      put(place, inShort(some));
      box.classList.toggle("explorer__none", !some[0] && !some[1] && !box.checked);
    }
    for (const { name, some } of facets) {
      const chosen = query.chosen.get(name)?.size ?? 0;
      put(some, chosen ? `(${number(chosen)} chosen)` : "");
    }
    if (document.activeElement === organisation) tellOrganisations();
    showChips();
  };

  /* There may be hundreds: they are counted when somebody turns to them. */
  const tellOrganisations = () => {
    for (const [name, { option, cases: some }] of organisations) put(option, `${name} ${inShort(some)}`);
  };

  /* ---- Filters in use, each with a button that takes it away ---- */

  const filters = () => [
    ...(words.value.trim() ? [{ text: `Words: ${words.value.trim()}`, drop: () => { words.value = ""; } }] : []),
    ...options.filter(({ box }) => box.checked).map(({ box, facet, text }) => ({
      text: `${facets.find(({ name }) => name === facet).title}: ${text}`,
      drop: () => { box.checked = false; },
    })),
    ...(organisation.value ? [{ text: `Organisation: ${organisation.value}`, drop: () => { organisation.value = ""; } }] : []),
  ];

  const hidden = (text) => {
    const made = document.createElement("span");
    made.className = "cv-hidden";
    made.textContent = text;
    return made;
  };

  const chip = (text, drop) => {
    const [item, button] = ["li", "button"].map((tag) => document.createElement(tag));
    button.type = "button";
    button.append(hidden("Remove filter "), text);
    button.addEventListener("click", () => {
      const place = [...part("chips").children].indexOf(item);
      drop();
      begin();
      const rest = part("chips").querySelectorAll("button");
      (rest[Math.min(place, rest.length - 1)] ?? part("count")).focus();
    });
    item.append(button);
    return item;
  };

  const showChips = () => {
    const found = filters();
    const made = found.map(({ text, drop }) => chip(text, drop));
    if (found.length > 1) made.push(chip("all", () => clear()));
    if (found.length > 1) made.at(-1).querySelector("button").replaceChildren("Clear all");
    part("chips").replaceChildren(...made);
    part("chips").hidden = !found.length;
    put(part("chosen"), found.length ? `(${number(found.length)} in use)` : "");
  };

  const clear = () => {
    words.value = organisation.value = "";
    for (const { box } of options) box.checked = false;
  };

  /* ---- Order, and cards or a table ---- */

  const ORDERS = {
    newest: (one, other) => other.row.dataset.began - one.row.dataset.began,
    reviewed: (one, other) => other.row.dataset.reviewed - one.row.dataset.reviewed,
  };
  const arrange = () => {
    const by = ORDERS[sort.value];
    list = by ? [...cases].sort((one, other) => by(one, other) || one.place - other.place) : cases;
  };

  const view = () => views.find(({ checked }) => checked).value;
  const draw = () => { explorer.dataset.view = view(); };

  /* More of those that fit: the focus goes on to the first of them. */
  const showMore = (many) => {
    const from = most;
    most = many;
    changed("replaceState");
    [...body.rows].filter(({ hidden }) => !hidden)[from]?.querySelector("a").focus();
  };

  /* ---- Cases chosen to be compared ---- */

  const comparisons = document.querySelectorAll(`a[href="${explorer.dataset.compare}"]`);
  const picks = () => picked.filter((one) => one.box.checked);
  let picked = [];

  const pick = (one) => {
    picked = picked.filter((other) => other !== one);
    if (one.box.checked && picked.length === MOST) {
      one.box.checked = false;
      part("picked").textContent = `No more than ${MOST} cases can be compared. Take one away first.`;
      say(part("picked").textContent);
      return;
    }
    if (one.box.checked) picked.push(one);
    showPicked();
    say(part("picked").textContent);
    keep("replaceState");
  };

  const showPicked = () => {
    const titles = picks().map(({ row }) => row.querySelector("a").textContent);
    part("tray").hidden = !titles.length;
    part("go").hidden = titles.length < 2;
    const chosen = titles.length ? `?cases=${slugs()}` : "";
    for (const way of comparisons) way.href = `${explorer.dataset.compare}${chosen}`;
    part("picked").textContent = titles.length === 1
      ? `Chosen to compare: ${titles[0]}. Choose one more at least.`
      : `Chosen to compare: ${titles.join("; ")}.`;
  };
  const slugs = () => picks().map(({ box }) => box.value).join(",");

  /* ---- The address ---- */

  const address = () => {
    const told = new URLSearchParams();
    if (words.value.trim()) told.set("q", words.value.trim());
    for (const { box, facet } of options) {
      if (box.checked) told.set(facet, told.has(facet) ? `${told.get(facet)},${box.value}` : box.value);
    }
    if (organisation.value) told.set("organisation", organisation.value);
    if (sort.value !== "title") told.set("sort", sort.value);
    if (view() !== "cards") told.set("view", view());
    if (most > AT_ONCE) told.set("show", most === Infinity ? "all" : most);
    if (picks().length) told.set("compare", slugs());
    const query = told.toString().replaceAll("%2C", ",");
    return query ? `?${query}` : location.pathname;
  };

  /* A browser may refuse an address to a page that was opened from a folder. */
  const keep = (how) => {
    const now = address();
    if (now === (location.search || location.pathname)) return;
    try { history[how](null, "", now); } catch { /* the list is narrowed all the same */ }
  };

  const choose = (select, value) => {
    select.value = value ?? "";
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  };

  const read = () => {
    const told = new URLSearchParams(location.search);
    const several = (name) => told.getAll(name).flatMap((value) => value.split(","));
    words.value = told.get("q") ?? "";
    for (const { box, facet } of options) box.checked = several(facet).includes(box.value);
    choose(organisation, told.get("organisation"));
    choose(sort, told.get("sort"));
    for (const one of views) one.checked = one.value === (told.get("view") === "table" ? "table" : "cards");
    const wanted = several("compare");
    picked = wanted.map((slug) => cases.find(({ box }) => box.value === slug)).filter(Boolean).slice(0, MOST);
    for (const one of cases) one.box.checked = picked.includes(one);
    for (const { fold, name } of facets) fold.open ||= told.has(name);
    most = told.get("show") === "all" ? Infinity : Math.max(AT_ONCE, Number.parseInt(told.get("show"), 10) || 0);
    arrange();
    draw();
    showPicked();
    narrow();
  };

  /* What is asked for has changed: the list begins anew. */
  const begin = (how) => {
    most = AT_ONCE;
    changed(how);
  };
  const changed = (how = "pushState") => {
    narrow();
    keep(how);
  };

  /* ---- Start ---- */

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    clear();
    begin();
  });
  words.addEventListener("input", () => begin("replaceState"));
  form.addEventListener("change", (event) => { if (event.target !== words) begin(); });
  organisation.addEventListener("focus", tellOrganisations);
  sort.addEventListener("change", () => { arrange(); begin(); });
  for (const one of views) one.addEventListener("change", () => { draw(); keep("pushState"); });
  body.addEventListener("change", ({ target }) => pick(cases.find(({ box }) => box === target)));
  part("unpick").addEventListener("click", () => {
    for (const one of cases) one.box.checked = false;
    picked = [];
    showPicked();
    keep("replaceState");
    part("count").focus();
  });
  part("more").addEventListener("click", () => showMore(most + AT_ONCE));
  part("all").addEventListener("click", () => showMore(Infinity));
  addEventListener("popstate", read);

  const wide = matchMedia("(min-width: 60em)");
  const unfold = () => { form.querySelector(".explorer__fold").open = wide.matches; };
  wide.addEventListener("change", unfold);
  unfold();
  read();
  form.hidden = false;
  explorer.dataset.ready = "";
  (window.requestIdleCallback ?? setTimeout)(() => cases.forEach(textOf));
})();
