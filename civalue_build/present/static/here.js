/* “What would it mean here?”: the result of a case, scaled by a reader's own numbers. Present
   values by line and year come with the page, as they were worked out; here they are only multiplied, cut
   off at a horizon and added up. The numbers stand in the address, so that a link can be sent. */
"use strict";

(() => {
  const section = document.querySelector("[data-here]");
  if (!section) return;
  const words = globalThis.civalueWords;
  const known = JSON.parse(section.querySelector('script[type="application/json"]').textContent);
  const part = (name) => section.querySelector(`[data-here-part="${name}"]`);
  const money = (value) => words.money(value, known.currency);
  const counted = (years) => `${years} ${years === 1 ? "year" : "years"}`;

  /* ---- What was chosen ---- */

  const NHS = 1;
  const MOST = 1e12;
  const within = (value, least, most) => Math.min(Math.max(value, least), most);
  const unchanged = () =>
    ({ who: NHS, years: known.horizon, volume: 100, share: 100, follow: true, turned: new Map() });
  let setting = unchanged();

  const numberOf = (text, least, most) => {
    const value = text === null || text.trim() === "" ? NaN : Number(text);
    return Number.isFinite(value) ? within(value, least, most) : null;
  };

  const asked = (given) => {
    const found = unchanged();
    const who = known.who.findIndex(({ id }) => id === given.get("who"));
    if (who >= 0) found.who = who;
    found.years = Math.round(numberOf(given.get("years"), 1, known.horizon) ?? known.horizon);
    found.volume = numberOf(given.get("volume"), 0, MOST) ?? 100;
    found.share = numberOf(given.get("share"), 0, 100) ?? 100;
    found.follow = given.get("costs") !== "stay";
    known.dials.forEach(({ key }, at) => {
      const value = numberOf(given.get(key), 0, MOST);
      if (value !== null) found.turned.set(at, value);
    });
    return found;
  };

  const address = () => {
    const told = new URLSearchParams(location.search);
    const tell = (name, value, usual) =>
      (value === usual ? told.delete(name) : told.set(name, value));
    tell("who", known.who[setting.who].id, known.who[NHS].id);
    tell("years", setting.years, known.horizon);
    tell("volume", setting.volume, 100);
    tell("share", setting.share, 100);
    tell("costs", setting.follow ? "" : "stay", "");
    known.dials.forEach(({ key }, at) => tell(key, setting.turned.get(at), undefined));
    const query = String(told);
    return `${location.pathname}${query && `?${query}`}#here`;
  };

  /* ---- Scaling: the same as civalue_build/appraise/scaling.py ---- */

  const follows = (line, chosen) => !line.cost || line.tied || chosen.follow;

  const turned = (at, otherwise, chosen) =>
    (chosen.turned.has(at) ? chosen.turned.get(at) / known.dials[at].base : otherwise);

  const factor = (line, year, chosen) => {
    const size = turned(line.size, follows(line, chosen) ? chosen.volume / 100 : 1, chosen);
    const price = line.ledger?.includes(year) ? 1 : turned(line.price, 1, chosen);
    return size * price * (line.gain ? chosen.share / 100 : 1);
  };

  const total = (chosen, name, isCost) => {
    const years = Array(chosen.years).fill(0);
    for (const flow of known.flows) {
      const line = known.lines[flow.line];
      if (Boolean(line.cost) !== isCost || !flow.within.includes(chosen.who)) continue;
      flow[name].slice(0, chosen.years).forEach((value, year) => {
        years[year] += value * factor(line, year, chosen);
      });
    }
    return years.reduce((sum, value) => sum + value, 0);
  };

  const sums = (chosen, name) => {
    const { costs: noCosts, benefits: noBenefits, noCost } = known.who[chosen.who];
    const costs = noCosts || total(chosen, name, true);
    const benefits = noBenefits || total(chosen, name, false);
    const why = noCosts || noBenefits;
    if (why) return { costs, benefits, npv: why, ratio: why, net: why };
    const nothing = noCost || `the stated costs are zero within ${counted(chosen.years)}`;
    const ratio = costs > 1e-9 ? benefits / costs : nothing;
    return { costs, benefits, npv: benefits - costs, ratio, net: costs > 1e-9 ? ratio - 1 : nothing };
  };

  const scaled = (chosen) => [sums(chosen, "claimed"), sums(chosen, "corrected")];

  /* ---- What it comes to ---- */

  const ROWS = [
    ["costs", money],
    ["benefits", money],
    ["npv", money],
    ["ratio", (value) => words.ratio(value, known.currency)],
    ["net", (value) => words.netRatio(value, known.currency)],
  ];
  const table = section.querySelector("#here-result");

  /* A reason that already stands in the row of the costs or of the benefits is not said again. */
  const once = (found, name) => {
    if (typeof found[name] === "number" || ["costs", "benefits"].includes(name)) return found[name];
    return [found.costs, found.benefits].includes(found[name]) ? "not given" : found[name];
  };

  const fill = (cell, found, before, name, show) => {
    const text = words.brief(once(found, name), show);
    const was = words.brief(once(before, name), show);
    cell.textContent = text;
    cell.classList.toggle("cv-empty", typeof found[name] === "string" || text === words.NO_RETURN);
    if (typeof found[name] === "number") cell.dataset.value = found[name];
    else delete cell.dataset.value;
    if (text !== was) cell.append(element("span", { className: "cv-note" }, `in the case ${was}`));
  };

  const isGross = ({ costs, benefits }) =>
    typeof costs === "string" && typeof benefits === "number" && Math.abs(benefits) >= 0.5;

  const small = (both) => {
    const { costs, benefits, npv, ratio } = both[0];
    const notes = [words.notGiven([costs, benefits, ratio].filter((figure) => figure !== npv))];
    if (words.number(Number(benefits) || 0).startsWith("\u2212")) {
      notes.push("Benefits below zero mean that the change made costs grow.");
    }
    if (!both.every(words.addsUp)) notes.push(words.ROUNDED);
    return [...notes, known.ungraded].filter(Boolean).join(" ");
  };

  /* What can be said in one line: the net present value, else the benefits, else nothing. */
  const line = ([claimed, corrected]) => {
    const name = ["npv", "benefits"].find((one) => typeof claimed[one] === "number");
    if (!name) return "";
    const what = name === "npv" ? "Net present value" : "Benefits alone";
    const [one, other] = [claimed, corrected].map((found) => money(found[name]));
    return `${what}: ${one} as claimed, ${other} corrected for evidence.`;
  };

  const says = (found) => {
    const why = found[0].npv;
    if (typeof why === "number") return line(found);
    return `No net value and no return can be given: ${words.reason(why)}. ${line(found)}`.trim();
  };

  /* The other way for costs to go with the volume, where it makes a difference. */
  const swing = (now) => {
    const other = scaled({ ...setting, follow: !setting.follow });
    if (typeof now[0].npv === "string" || other[0].costs === now[0].costs) return "";
    const what = setting.follow ? "stayed as they are in the case" : "moved in step with the volume";
    const between = "Where some costs are fixed and others are not, it lies between the two.";
    return `If costs ${what}: ${line(other).replace("Net", "net")} ${between}`;
  };

  const whom = () => {
    const { title } = known.who[setting.who];
    return `${title.replace(/^The /, "the ").replace(/^Society/, "society")} over ${counted(setting.years)}`;
  };

  const isScaled = () => setting.volume !== 100 || setting.share !== 100 || setting.turned.size > 0;

  const showResult = () => {
    const now = scaled(setting);
    const before = scaled({ ...unchanged(), who: setting.who, years: setting.years });
    ROWS.forEach(([name, show], at) => {
      const { cells } = table.tBodies[0].rows[at];
      now.forEach((found, column) => fill(cells[column + 1], found, before[column], name, show));
    });
    const gross = isGross(now[0]) ? " (gross: costs are not stated)" : "";
    table.tBodies[0].rows[1].cells[0].textContent = `Benefits${gross}`;
    table.caption.textContent = `For ${whom()}, ${isScaled() ? "scaled" : "as in the case"}`;
    part("note").textContent = small(now);
    part("basis").textContent = `Counting ${known.who[setting.who].counts}`;
    part("says").textContent = says(now);
    part("swing").textContent = swing(now);
    part("now").textContent = line(now) || says(now);
  };

  /* ---- Controls ---- */

  const element = (tag, properties, ...content) => {
    const { data = {}, attributes = {}, ...own } = properties;
    const made = Object.assign(document.createElement(tag), own);
    Object.assign(made.dataset, data);
    Object.entries(attributes).forEach(([name, value]) => made.setAttribute(name, value));
    made.append(...content);
    return made;
  };

  const controls = [];
  const plain = (value) => String(Number(value.toFixed(value >= 1 ? 2 : 4)));
  const round = (value) => Number(value.toPrecision(4));
  const inWords = ({ before = "", unit }, value) =>
    `${before}${words.rounded(value)}${unit.startsWith("%") ? "" : " "}${unit}`;

  /* A number as a field and as a slider, whose steps are of the size `step`. `read` gives the number
     in force, `write` takes another, or null for the case's own. */
  const control = (own) => {
    const { id, label, hint, before = "", unit, least = 0, most = MOST, top, step, read, write } = own;
    const described = { "aria-describedby": `${id}-hint` };
    const field = element("input", {
      id, type: "number", min: least, max: most, step: "any",
      inputMode: "decimal", autocomplete: "off", attributes: described,
    });
    const slider = element("input", {
      type: "range", min: least, max: top, step: 1,
      attributes: { ...described, "aria-label": `${label}: slider`, list: `${id}-marks` },
    });
    const ends = own.range ? [own.range[0], own.base, own.range[1]] : [];
    const marks = element("datalist", { id: `${id}-marks` },
      ...ends.map((end) => element("option", { value: end / step })));
    const refresh = () => {
      const value = read();
      if (document.activeElement !== field) field.value = plain(value);
      slider.value = value / step;
      slider.setAttribute("aria-valuetext", inWords(own, value));
    };
    field.addEventListener("input", () => changed(() => write(numberOf(field.value, least, most))));
    field.addEventListener("change", () => { field.value = plain(read()); });
    slider.addEventListener("input", () => {
      changed(() => write(round(slider.valueAsNumber * step)));
    });
    controls.push({ ...own, refresh });
    return element("div", { className: "cv-here__control" },
      element("label", { htmlFor: id }, label),
      element("span", { className: "cv-note", id: `${id}-hint` }, hint),
      element("div", { className: "cv-here__pair" }, slider, marks,
        element("span", { className: "cv-here__field" }, before, field, ` ${unit}`)));
  };

  const dial = (own, at) => control({
    ...own,
    id: `here-dial-${at}`,
    step: own.base / 100,
    top: Math.max(200, Math.ceil((100 * (own.range?.[1] ?? 0)) / own.base)),
    usual: own.base,
    isChanged: () => setting.turned.has(at),
    read: () => setting.turned.get(at) ?? own.base * following(own, at),
    write: (value) => {
      if (value === null || (value === round(own.base) && !moved(own, at))) setting.turned.delete(at);
      else setting.turned.set(at, value);
    },
  });

  /* What the volume makes of a number that was not replaced itself. */
  const following = ({ price }, at) => {
    const users = known.lines.filter((line) => line.size === at);
    return !price && users.some((line) => follows(line, setting)) ? setting.volume / 100 : 1;
  };
  const moved = (own, at) => following(own, at) !== 1;

  const fold = (what, dials) => {
    if (!dials.length) return "";
    return element("details", { className: "cv-details" },
      element("summary", {}, `${what} (${dials.length})`),
      ...dials.map(([own, at]) => dial(own, at)));
  };

  const whoControl = () => {
    const select = element("select", { id: "here-who" },
      ...known.who.map(({ title }, at) => element("option", { value: at }, title)));
    select.addEventListener("change", () => changed(() => { setting.who = Number(select.value); }));
    controls.push({
      label: "Who is counted",
      isChanged: () => setting.who !== NHS,
      words: () => known.who[setting.who].title,
      refresh: () => { select.value = setting.who; },
    });
    return element("div", { className: "cv-here__control" },
      element("label", { htmlFor: "here-who" }, "Who is counted"), select);
  };

  const followControl = () => {
    const box = element("input", { id: "here-costs", type: "checkbox" });
    box.addEventListener("change", () => changed(() => { setting.follow = box.checked; }));
    controls.push({
      label: "Costs",
      isChanged: () => !setting.follow,
      words: () => "stay as they are in the case, whatever the volume",
      refresh: () => { box.checked = setting.follow; },
    });
    return element("div", { className: "cv-here__control cv-here__box" }, box,
      element("label", { htmlFor: "here-costs" }, "Costs move in step with the volume"));
  };

  const simple = (name, own) => control({
    id: `here-${name}`, step: 1, usual: own.base,
    isChanged: () => setting[name] !== own.base,
    read: () => setting[name],
    write: (value) => { setting[name] = value ?? own.base; },
    ...own,
  });

  const form = () => {
    const dials = known.dials.map((own, at) => [own, at]);
    const reset = element("button", { type: "button", className: "cv-button" },
      "Back to the case’s own numbers");
    reset.addEventListener("click", () => changed(() => { setting = unchanged(); }));
    const named = { className: "cv-here__form", attributes: { "aria-label": "Your numbers" } };
    const made = element("form", named,
      whoControl(),
      ...(known.horizon > 1 ? [simple("years", {
        label: "Over how many years", hint: `From 1 to ${known.horizon}, the case’s own horizon.`,
        unit: "years", base: known.horizon, least: 1, most: known.horizon, top: known.horizon,
        write: (value) => { setting.years = Math.round(value ?? known.horizon); },
      })] : []),
      simple("volume", {
        label: "Volume", hint: "100% is as much as in the case: 50% is half, 200% twice as much.",
        unit: "%", base: 100, top: 300,
      }),
      ...(known.lines.some((line) => line.cost && !line.tied) ? [followControl()] : []),
      simple("share", {
        label: "Share of the effect achieved", hint: "100% is the whole effect that the case claims.",
        unit: "%", base: 100, most: 100, top: 100,
      }),
      fold("Quantities and amounts, line by line", dials.filter(([own]) => !own.price)),
      fold("Prices", dials.filter(([own]) => own.price)),
      element("p", { className: "cv-here__end" }, reset),
      element("p", { className: "cv-note" },
        "The address of this page holds your numbers: send it, and others see the same."),
      element("p", { className: "cv-here__now", data: { herePart: "now" } }));
    made.addEventListener("submit", (event) => event.preventDefault());
    return made;
  };

  /* ---- What was changed, and telling of it ---- */

  const changes = () => controls.filter((own) => own.isChanged());

  const changeOf = (own) => {
    if (own.words) return [own.words()];
    const before = element("span", { className: "cv-note" }, `In the case ${inWords(own, own.usual)}`);
    return [inWords(own, own.read()), ...(own.unit.startsWith("%") ? [] : [before])];
  };

  const showChanges = () => {
    const items = changes().map((own) => element("div", {},
      element("dt", {}, own.label), element("dd", {}, ...changeOf(own))));
    part("changed").replaceChildren(...(items.length ? [
      element("p", {}, "With these numbers in place of the case’s own:"),
      element("dl", { className: "cv-summary" }, ...items),
    ] : []));
    section.toggleAttribute("data-changed", items.length > 0);
  };

  const show = () => {
    controls.forEach((own) => own.refresh());
    showChanges();
    showResult();
  };

  let waiting = 0;
  const settle = () => {
    part("told").textContent = `${table.caption.textContent}. ${part("says").textContent}`;
    try {
      history.replaceState(history.state, "", address());
    } catch {
      /* An address that cannot be written, as of a page in a frame: all else works. */
    }
  };

  const changed = (change) => {
    change();
    show();
    clearTimeout(waiting);
    waiting = setTimeout(settle, 500);
  };

  setting = asked(new URLSearchParams(location.search));
  part("without").remove();
  const told = { className: "cv-hidden", data: { herePart: "told" }, attributes: { role: "status" } };
  part("form").append(form(), element("p", told));
  show();
})();
