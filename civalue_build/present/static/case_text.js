/* From answers to the text of a case. The same rules as civalue_build/publish/intake, to the same
   bytes: `draft(plan, facts)` takes for each part its rows, and in each row texts by path. */
"use strict";

globalThis.civalueCase = (() => {
  const UNKNOWN = new Set(["not known", "not stated", "not-stated", "unknown", "?"]);
  const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
  const TEXTS = new Set(["text", "long", "story", "series", "slug"]);
  const NOT_TEXT = new Set(["true", "false", "null", "yes", "no", "on", "off", "y", "n"]);
  const LONGEST_LINE = 4500;
  const LONGEST_HORIZON = 200;
  const LONGEST_ID = 40;
  const length = (text) => [...text].length;

  /* Written without quotation marks: a number, a date or a word of the format. */
  class Plain {
    constructor(text) { this.text = String(text); }
  }

  /* An answer that cannot be taken, in words that say how to mend it. */
  class Unfit extends Error {}

  const unfit = (message) => { throw new Unfit(message); };

  /* ---- Texts and names ---- */

  /* Characters that nobody sees, which a case may not hold: they come along when text is pasted. */
  const HIDDEN = new RegExp("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u00ad\\u061c\\u115f\\u1160"
    + "\\u17b4\\u17b5\\u180b-\\u180e\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufeff"
    + "\\uffa0\\ufff0-\\ufffb\\ufffe\\uffff\\ud800-\\udfff\\u{1d173}-\\u{1d17a}"
    + "\\u{e0000}-\\u{e0fff}]", "gu");

  const seen = (text) =>
    text.replaceAll("\r\n", "\n").replaceAll("\r", "\n").replace(HIDDEN, "").trim();

  const oneLine = (text) =>
    text.split("\n").map((part) => part.trim()).filter(Boolean).join(" ");

  const slugFrom = (text) => {
    const bare = text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
    const words = bare.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, "").toLowerCase();
    if (words.length <= LONGEST_ID) return words;
    const cut = words.slice(0, LONGEST_ID + 1);
    return cut.slice(0, Math.max(cut.lastIndexOf("-"), 0)) || words.slice(0, LONGEST_ID);
  };

  const freeId = (text, fallback, taken) => {
    const base = slugFrom(text) || fallback;
    let name = base;
    for (let count = 2; taken.has(name); count += 1) name = `${base}-${count}`;
    return name;
  };

  const isSlug = (name) => name.length <= 80 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name)
    && !/^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(name);

  /* ---- Numbers, dates, years ---- */

  const NUMBER_ALONE = "enter a number alone, such as 1650 or 0.35";
  const WHOLE = "enter a whole number, such as 12";
  const SHARE = "enter a percentage from 0 to 100, such as 60";

  const digits = (text, wanted = NUMBER_ALONE) => {
    let bare = text.replace(/[ \u00a0\u2009\u202f]/g, "").replaceAll("−", "-").replaceAll("£", "");
    if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(bare)) bare = bare.replaceAll(",", "");
    const found = /^(-?)(\d*)(?:\.(\d*))?$/.exec(bare);
    if (!found || !(found[2] || found[3])) unfit(wanted);
    const whole = found[2].replace(/^0+/, "");
    const part = found[3] ?? "";
    if (whole.length > 12 || part.length > 15) unfit("enter a number with fewer digits");
    return [found[1], whole, part];
  };

  const spelt = (sign, whole, part) => {
    const made = `${whole.replace(/^0+/, "") || "0"}${part ? "." : ""}${part}`;
    return new Plain(/[^0.]/.test(made) ? sign + made : made);
  };

  const number = (text) => spelt(...digits(text));

  const wholeNumber = (text) => {
    const [sign, whole, part] = digits(text, WHOLE);
    if (sign || /[^0]/.test(part)) unfit(WHOLE);
    return spelt("", whole, "");
  };

  const share = (text) => {
    const [sign, whole, part] = digits(text.replace(/%$/, "").trim(), SHARE);
    const all = whole.padStart(3, "0");
    const found = spelt(sign, all.slice(0, -2), (all.slice(-2) + part).replace(/0+$/, ""));
    if (!text.endsWith("%") && !sign && Number(found.text) > 0 && Number(found.text) < 0.01) {
      unfit("enter 60 for 60 per cent; a share below 1 per cent needs its sign, as in 0.5%");
    }
    if (sign || Number(found.text) > 1) unfit(SHARE);
    return found;
  };

  const NO_DATE = "enter a date such as 2025-03 or March 2025";

  const partsOfDate = (text) => {
    let found = /^(?:(\d{4})-(\d\d)(?:-(\d\d))?|(\d{4}))$/.exec(text);
    if (found) return [found[1] ?? found[4], found[2] ?? "", found[3] ?? ""];
    found = /^(?:(\d{1,2})[/.])?(\d{1,2})[/.](\d{4})$/.exec(text);
    if (found) return [found[3], found[2], found[1] ?? ""];
    found = /^(?:(\d{1,2})[ -])?([A-Za-z]{3,9})\.?[ -](\d{4}|\d\d)$/.exec(text);
    const month = found ? MONTHS.indexOf(found[2].slice(0, 3).toLowerCase()) + 1 : 0;
    if (!month) unfit(NO_DATE);
    return [found[3].length === 4 ? found[3] : `20${found[3]}`, String(month), found[1] ?? ""];
  };

  const partialDate = (text) => {
    const [year, month, day] = partsOfDate(text);
    const [y, m, d] = [Number(year), Number(month || 1), Number(day || 1)];
    const last = [31, y % 4 || (y % 100 === 0 && y % 400) ? 28 : 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    if (!y || !(d >= 1 && d <= (last[m - 1] ?? 0))) unfit(NO_DATE);
    if (y < 1900 || y > 2100) unfit("enter a year from 1900 to 2100");
    return new Plain([year, ...[month, day].filter(Boolean).map((one) => one.padStart(2, "0"))].join("-"));
  };

  const priceYear = (text) => {
    const found = /^(\d{4})(?: ?[/-] ?(?:20)?(\d\d))?$/.exec(text);
    if (!found || (found[2] && Number(found[2]) !== (Number(found[1]) + 1) % 100)) {
      unfit("enter a year such as 2024/25");
    }
    return new Plain(found[2] ? `${found[1]}/${found[2]}` : found[1]);
  };

  const years = (text) => {
    const found = /^(\d{1,2})(?: *(?:-|–|to) *(\d{1,2}))?$/.exec(text);
    if (!found || Number(found[2] ?? 99) < Number(found[1])) {
      unfit("enter a year such as 0, or the first and the last such as 0-2");
    }
    const [first, last] = [Number(found[1]), Number(found[2] ?? found[1])];
    return new Plain(first === last ? first : `${first}-${last}`);
  };

  const address = (text) =>
    (/^https?:\/\/\S+$/i.test(text) ? text : unfit("enter a whole web address, from https on"));

  const MAILBOX = new RegExp("^[A-Za-z0-9_+-]+(?:\\.[A-Za-z0-9_+-]+)*"
    + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,24}$");

  const mailbox = (text) => (text.length <= 254 && MAILBOX.test(text)
    ? text : unfit("enter an address such as improvement@example.org"));

  const READERS = {
    number, whole: wholeNumber, people: wholeNumber, share, date: partialDate,
    "price-year": priceYear, years, address, mailbox,
  };

  /* ---- Rows pasted from a spreadsheet ---- */

  const isNothing = (text) => !text || UNKNOWN.has(text.toLowerCase());

  const seriesRow = (line) => {
    const fields = line.split(line.includes("\t") ? "\t" : ",").map((field) => field.trim());
    const [day, value, denominator] = [...fields, "", "", ""];
    const note = fields.slice(3).join(" ").split(/\s+/).filter(Boolean).join(" ");
    const quoted = /[",]/.test(note) ? `"${note.replaceAll('"', '""')}"` : note;
    const read = (text) => {
      if (isNothing(text)) return "";
      const bare = text.replace(/%$/, "").trimEnd();
      return number(bare).text + (bare === text ? "" : "%");
    };
    return [partialDate(day).text, read(value), read(denominator), quoted];
  };

  const judgeOrder = (before, after) => {
    const [one, other] = [before, after].map((day) => `${day}-01-01`.slice(0, 10));
    if (other < one) unfit("the date is earlier than the one above; put the oldest first");
    if (other === one) unfit("the date repeats the one above; keep one row for each date");
  };

  const seriesCsv = (text) => {
    const rows = [];
    const faults = [];
    text.split("\n").forEach((line, at) => {
      if (!/[^ \t,]/.test(line) || (at === 0 && !/[0-9]/.test(line))) return;
      try {
        const row = seriesRow(line);
        if (rows.length) judgeOrder(rows.at(-1)[0], row[0]);
        rows.push(row);
      } catch (fault) {
        if (!(fault instanceof Unfit)) throw fault;
        faults.push({ line: at + 1, message: `row ${at + 1}: ${fault.message}` });
      }
    });
    if (!rows.length && !faults.length) unfit("paste rows with a date and a value");
    if (!rows.length) return { table: "", faults };
    const width = Math.max(2, ...rows.map((row) => row.findLastIndex(Boolean) + 1));
    const table = [["date", "value", "denominator", "note"], ...rows]
      .map((row) => `${row.slice(0, width).join(",")}\n`).join("");
    return { table, faults };
  };

  /* ---- Text ---- */

  const ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t" };

  const scalar = (value) => {
    if (value instanceof Plain) return value.text;
    if (/^[a-z][a-z0-9-]*$/.test(value) && !NOT_TEXT.has(value)) return value;
    return `"${value.replace(/[\\"\n\t]/g, (sign) => ESCAPES[sign])}"`;
  };

  const keysOf = (tree, indent) => Object.entries(tree).flatMap(([key, value]) => {
    if (typeof value === "string" || value instanceof Plain) return [`${indent}${key}: ${scalar(value)}`];
    if (!Object.keys(value).length) return [`${indent}${key}: []`];
    const below = Array.isArray(value)
      ? value.flatMap((item) => {
        const [first, ...others] = keysOf(item, `${indent}    `);
        return [`${indent}  - ${first.trimStart()}`, ...others];
      })
      : keysOf(value, `${indent}  `);
    return [`${indent}${key}:`, ...below];
  });

  const proseLine = (line) => {
    const bare = line.trim();
    const point = /^- +(?=\S)/.exec(bare);
    const rest = bare.slice(point ? point[0].length : 0)
      .replace(/[\\`*_[\]<~|]|&(?=#?[A-Za-z0-9])/g, "\\$&")
      .replace(/^(?:(\d{1,9})([.)])(?=\s|$)|([#+=>-]))/, (_, count, dot, sign) =>
        (count ? `${count}\\${dot}` : `\\${sign}`));
    return (point ? "- " : "") + rest;
  };

  const prose = (text) => text.split("\n").map(proseLine).join("\n");

  const caseText = (front, story) => {
    const yaml = keysOf(front, "").map((line) => `${line}\n`).join("");
    const parts = Object.entries(story).map(([heading, text]) => `\n## ${heading}\n\n${prose(text)}\n`);
    return `---\n${yaml}---\n${parts.join("")}`;
  };

  /* ---- The money of one line ---- */

  const MONEY = ["amount", "quantity", "unit_value"];
  const FIRST = ["id", "label", "type", "paid_by", "kind", "gained_by", "from"];

  const picked = (tree, isWanted) =>
    Object.fromEntries(Object.entries(tree).filter(([key]) => isWanted(key)));

  const withMoney = (line, plan, tell, isCost) => {
    const given = picked(line, (key) => MONEY.includes(key));
    const unstated = new Plain("not-stated");
    if (given.amount) {
      MONEY.slice(1).filter((path) => given[path]).forEach((path) =>
        tell(path, "give either an amount, or how many and the price of one, not both"));
    }
    MONEY.slice(0, 2).filter((path) => isCost && given[path]?.text.startsWith("-")).forEach((path) =>
      tell(path, "a cost is not below zero; a cost that falls is a benefit"));
    let money = { amount: given.amount ?? unstated };
    if (!given.amount && Object.keys(given).length) {
      const unit = plan.units[given.unit_value?.text];
      money = {
        quantity: given.quantity ?? unstated,
        ...(unit ? { unit } : {}),
        unit_value: given.unit_value ?? { amount: unstated },
      };
    }
    return {
      ...picked(line, (key) => FIRST.includes(key)),
      ...money,
      ...picked(line, (key) => !FIRST.includes(key) && !MONEY.includes(key)),
    };
  };

  /* ---- A whole case ---- */

  const draft = (plan, facts) => {
    const faults = [];
    const files = {};
    const partOf = Object.fromEntries(plan.parts.map((part) => [part.id, part]));

    const answers = (part, row) => Object.fromEntries(part.fields.flatMap(({ path, sort }) => {
      const text = seen(row[path] ?? "");
      const isUnknown = !TEXTS.has(sort) && UNKNOWN.has(text.toLowerCase());
      return text && !isUnknown ? [[path, text]] : [];
    }));
    const rows = Object.fromEntries(plan.parts.map((part) =>
      [part.id, (facts[part.id] ?? []).map((row) => answers(part, row))]));

    const tell = (part, row, path, message, line = 0) =>
      faults.push({ part: part.id, row, path, message, line });

    const idsOf = (part) => {
      const ids = new Map();
      rows[part.id].forEach((row, at) => {
        const name = oneLine(row[part.namedBy] ?? "");
        if (ids.has(name)) {
          tell(part, at, part.namedBy, `there is another ${part.one} of this name; give each its own`);
        } else if (name) {
          const taken = new Set([...ids.values(), ...(part.id === "partners" ? ["self"] : [])]);
          ids.set(name, freeId(name, part.one, taken));
        }
      });
      return ids;
    };
    const ids = Object.fromEntries(plan.parts.filter((part) => part.namedBy)
      .map((part) => [part.id, idsOf(part)]));

    /* A value that the framework can do something with. */
    const fitting = (field, value) => {
      const known = plan.lists["price-years"];
      if (field.sort === "price-year" && !known.includes(value.text)) {
        unfit(`enter a year from ${known[0]} to ${known.at(-1)}: prices of others are unknown`);
      }
      if (field.sort === "people" && value.text >= 1 && value.text <= plan.few) {
        unfit(`leave it empty: a count of 1 to ${plan.few} could point at a person`);
      }
      return value;
    };

    const chosen = (field, text) => {
      const inside = text.endsWith(")") ? text.slice(text.lastIndexOf("(") + 1, -1) : "";
      const found = [text, inside].find((one) => plan.lists[field.of].includes(one));
      return found === undefined ? unfit("choose one of the list") : new Plain(found);
    };

    const named = (field, text) => {
      const name = oneLine(text);
      if (field.of === "partners" && [plan.ourselves, "self"].includes(name)) return new Plain("self");
      return ids[field.of].get(name)
        ?? unfit(`nothing is listed under “${partOf[field.of].title}” by this name`);
    };

    const read = (field, text) => {
      if (READERS[field.sort]) return fitting(field, READERS[field.sort](text));
      if (field.sort === "choice") return chosen(field, text);
      if (field.sort === "name") return named(field, text);
      if (/[A-Za-z0-9._%+-]@[A-Za-z0-9][A-Za-z0-9-]*\.[A-Za-z]/.test(text)) {
        unfit("leave out the email address: only a shared mailbox has a field of its own");
      }
      return ["long", "series"].includes(field.sort) ? text : oneLine(text);
    };

    const attempt = (part, at, path, work, otherwise) => {
      try {
        return work();
      } catch (fault) {
        if (!(fault instanceof Unfit)) throw fault;
        tell(part, at, path, fault.message);
        return otherwise;
      }
    };

    const value = (part, at, field, text) => {
      if (length(text) > field.longest) {
        tell(part, at, field.path,
          `this has ${length(text)} characters; at most ${field.longest} are taken`);
        return null;
      }
      return attempt(part, at, field.path, () => read(field, text), null);
    };

    const leads = (path, row) => plan.leading.includes(path)
      && Object.keys(row).some((other) => other.startsWith(`${path.split(".")[0]}.`));

    const keysOfRow = (part, at, row) => {
      const made = {};
      for (const field of part.fields) {
        if (field.path in row) {
          const found = value(part, at, field, row[field.path]);
          if (found !== null) {
            const [first, second] = field.path.split(".");
            if (second) (made[first] ??= {})[second] = found;
            else made[first] = found;
          }
        } else if (field.required || leads(field.path, row)) {
          tell(part, at, field.path, "this is needed");
        }
      }
      return picked(made, (key) => !plan.notKeys.includes(key));
    };

    const series = (part, at, text, name) => attempt(part, at, "series", () => {
      const { table, faults: found } = seriesCsv(text);
      found.forEach(({ line, message }) => tell(part, at, "series", message, line));
      if (!table) return {};
      files[`${name}.csv`] = table;
      return { series: `${name}.csv` };
    }, {});

    const judgePrice = (part, at, made) => {
      const isOfSociety = plan.lists["society-kinds"].includes(made.kind?.text);
      if (plan.lists["society-values"].includes(made.unit_value?.text) && !isOfSociety) {
        tell(part, at, "unit_value", "only a benefit of health, experience or wider society can have this price");
      }
    };

    const judgePayer = (part, at, row, made) => {
      const isTransfer = plan.lists.transfers.includes(made.kind.text);
      const told = (message) => tell(part, at, "from", message);
      const key = (value) => value?.text ?? value;
      if (isTransfer && !("from" in row)) told("this is needed with this kind of benefit");
      else if ("from" in row && !isTransfer) told("leave this empty: nobody pays for this kind of benefit");
      else if (made.from && key(made.from) === key(made.gained_by)) told("choose somebody else than who gains");
    };

    const item = (part, at, row) => {
      const name = ids[part.id]?.get(oneLine(row[part.namedBy] ?? ""));
      const made = { ...(name ? { id: name } : {}), ...keysOfRow(part, at, row) };
      if (part.id === "measures" && row.series) Object.assign(made, series(part, at, row.series, name ?? part.one));
      if (made.kind && part.id === "benefits") judgePayer(part, at, row, made);
      if (!["costs", "benefits"].includes(part.id)) return made;
      judgePrice(part, at, made);
      return withMoney(made, plan, (path, message) => tell(part, at, path, message), part.id === "costs");
    };

    const keysOfPart = (part) => {
      if (!part.many) return keysOfRow(part, 0, rows[part.id][0] ?? {});
      const found = rows[part.id]
        .flatMap((row, at) => (Object.keys(row).length ? [item(part, at, row)] : []))
        .filter((made) => Object.keys(made).length);
      return found.length ? { [part.id]: found } : {};
    };

    const storyOf = (part) => {
      const row = rows[part.id][0] ?? {};
      for (const [path, text] of Object.entries(row)) {
        if (text.split("\n").some((line) => length(line) > LONGEST_LINE)) {
          tell(part, 0, path, "a paragraph is too long; part it with an empty line");
        }
      }
      keysOfRow(part, 0, row);
      return Object.fromEntries(part.fields.filter(({ path }) => path in row)
        .map(({ path }) => [path, row[path]]));
    };

    const slugOf = () => {
      const row = rows.case[0] ?? {};
      const name = row.slug || slugFrom(row.title ?? "");
      if (!isSlug(name) && (row.slug || row.title)) {
        tell(partOf.case, 0, "slug", "enter a short name of small letters, digits and hyphens");
      }
      return name;
    };

    const judgePeriod = ({ period }) => {
      if (!period?.start || !period.end) return;
      if (`${period.end.text}-99-99`.slice(0, 10) < `${period.start.text}-01-01`.slice(0, 10)) {
        tell(partOf.case, 0, "period.end", "this is before the first month");
      }
    };

    const needBasis = (made) => {
      const part = partOf.sums;
      const row = rows.sums[0] ?? {};
      if (made.costs && row["costs-are"]) tell(part, 0, "costs-are", "costs are listed, so leave this empty");
      if (row["costs-are"]) made.costs ??= [];
      const needed = made.costs?.length || made.benefits || plan.basis.some((path) => path in row);
      const horizon = Number(made.appraisal?.horizon?.text ?? 1);
      if (horizon < 1 || horizon > LONGEST_HORIZON) {
        tell(part, 0, plan.basis[1], `enter a number of years from 1 to ${LONGEST_HORIZON}`);
      }
      plan.basis.filter((path) => needed && !(path in row)).forEach((path) =>
        tell(part, 0, path, "this is needed where there are costs or benefits"));
    };

    const made = { format: new Plain(1) };
    for (const part of plan.parts) {
      if (part.id !== "story") Object.assign(made, keysOfPart(part));
    }
    judgePeriod(made);
    const story = storyOf(partOf.story);
    const slug = slugOf();
    needBasis(made);
    const front = Object.fromEntries(plan.order.filter((key) => key in made).map((key) => [key, made[key]]));
    return { slug, text: caseText(front, story), files, faults };
  };

  return { draft, slugFrom };
})();
