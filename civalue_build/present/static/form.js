/* The form of a case: what is typed becomes a file that the person takes along. Nothing is sent,
   and nothing is kept. What the file holds is worked out in case_text.js. */
"use strict";

(() => {
  const part = (name) => document.querySelector(`[data-intake="${name}"]`);
  const plan = JSON.parse(part("plan").textContent);
  const form = part("form");
  const LONGEST_ADDRESS = 7000;
  const MOST_OF_A_FIELD = 5;
  let isUnsaved = false;
  let made = null;

  const element = (tag, text, properties = {}) =>
    Object.assign(document.createElement(tag), { textContent: text, ...properties });
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const say = (text) => { part("said").textContent = text; };
  const home = (id) => form.querySelector(`[data-part="${id}"]`);
  const rowsOf = (id) => [...home(id).querySelectorAll(".intake__row")];
  const planOf = (id) => plan.parts.find((one) => one.id === id);
  const fieldIn = (place, path) => place.querySelector(`[data-path="${CSS.escape(path)}"]`);
  const controlIn = (place, path) => fieldIn(place, path).querySelector("input, select, textarea");
  const placesOf = ({ id, many }) => (many ? rowsOf(id) : [home(id)]);

  /* ---- Lists that grow with the form: who pays, which source, which measure ---- */

  let count = 0;

  const named = (id) => {
    const { namedBy } = planOf(id);
    return rowsOf(id).map((row) => ({ row: row.dataset.row, name: controlIn(row, namedBy).value.trim() }));
  };

  const optionsOf = (of) => {
    const listed = named(of).filter(({ name }) => name).map(({ row, name }) => new Option(name, row));
    const own = of === "partners" ? [new Option(plan.ourselves, "self")] : [];
    const all = [...own, ...listed];
    const first = all.length ? "Choose" : `Nothing listed yet under “${planOf(of).title}”`;
    return [new Option(first, ""), ...all];
  };

  const refreshLists = (place = form) => {
    for (const select of place.querySelectorAll("select[data-of]")) {
      const chosen = select.value;
      select.replaceChildren(...optionsOf(select.dataset.of));
      select.value = [...select.options].some(({ value }) => value === chosen) ? chosen : "";
    }
  };

  /* ---- Rows ---- */

  const number = (id) => {
    const { one } = planOf(id);
    rowsOf(id).forEach((row, at) => {
      const name = `${one} ${at + 1}`;
      row.querySelector("legend").textContent = capital(name);
      row.querySelector("[data-remove]").textContent = `Remove ${name}`;
    });
    home(id).querySelector("[data-add]").textContent =
      `Add ${rowsOf(id).length ? "another" : /^[aeiou]/.test(one) ? "an" : "a"} ${one}`;
  };

  const add = (id) => {
    const row = home(id).querySelector("template").content.firstElementChild.cloneNode(true);
    count += 1;
    row.dataset.row = `row-${count}`;
    for (const attribute of ["id", "for", "aria-describedby"]) {
      for (const one of row.querySelectorAll(`[${attribute}]`)) {
        const ids = one.getAttribute(attribute).split(" ");
        one.setAttribute(attribute, ids.map((name) => `${name}-${count}`).join(" "));
      }
    }
    home(id).querySelector("[data-rows]").append(row);
    number(id);
    refreshLists(row);
    row.querySelector("input, select, textarea").focus();
    say(`${row.querySelector("legend").textContent} added.`);
  };

  const remove = (id, row) => {
    const name = row.querySelector("legend").textContent;
    const next = row.nextElementSibling ?? row.previousElementSibling
      ?? home(id).querySelector("[data-add]");
    row.remove();
    number(id);
    refreshLists();
    next.focus();
    say(`${name} removed.`);
  };

  /* ---- From the form to a file ---- */

  const textOf = (control) => {
    if (!control.dataset.of || ["", "self"].includes(control.value)) return control.value;
    return control.selectedOptions[0].text;
  };

  const facts = () => Object.fromEntries(plan.parts.map((one) => [one.id, placesOf(one).map((place) =>
    Object.fromEntries(one.fields.map(({ path }) => [path, textOf(controlIn(place, path))])))]));

  const clearErrors = () => {
    part("summary").hidden = true;
    for (const field of form.querySelectorAll(".intake__field--wrong")) {
      field.classList.remove("intake__field--wrong");
      Object.assign(field.querySelector(".intake__error"), { hidden: true, textContent: "" });
      field.querySelector("input, select, textarea").removeAttribute("aria-invalid");
    }
  };

  const errorItem = (fault) => {
    const own = planOf(fault.part);
    const { label } = own.fields.find(({ path }) => path === fault.path);
    const place = placesOf(own)[fault.row];
    const field = fieldIn(place, fault.path);
    const control = controlIn(place, fault.path);
    const error = field.querySelector(".intake__error");
    field.classList.add("intake__field--wrong");
    control.setAttribute("aria-invalid", "true");
    error.hidden = false;
    if (!error.textContent) {
      error.replaceChildren(element("span", "Error: ", { className: "cv-hidden" }), capital(fault.message));
    }
    const where = own.many ? `${capital(own.one)} ${fault.row + 1}, ${label}` : label;
    const link = element("a", `${where}: ${fault.message}`, { href: `#${control.id}` });
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const fold = control.closest("details");
      if (fold) fold.open = true;
      control.focus();
      field.scrollIntoView({ block: "start" });
    });
    const item = document.createElement("li");
    item.append(link);
    return item;
  };

  /* A pasted table may have a fault in each of its rows: some of them are enough to see why. */
  const shortened = (faults) => {
    const of = (fault) => faults.filter((other) => fieldOf(other) === fieldOf(fault));
    return faults.flatMap((fault) => {
      const all = of(fault);
      const at = all.indexOf(fault);
      if (at < MOST_OF_A_FIELD) return [fault];
      const message = `${all.length - at} more rows cannot be read`;
      return at === MOST_OF_A_FIELD ? [{ ...fault, message }] : [];
    });
  };

  const fieldOf = ({ part: id, row, path }) => `${id} ${row} ${path}`;
  const order = (fault) => plan.parts.findIndex(({ id }) => id === fault.part);

  const showErrors = (faults) => {
    const all = [...form.querySelectorAll("[data-path]")];
    const at = (fault) => all.indexOf(fieldIn(placesOf(planOf(fault.part))[fault.row], fault.path));
    const sorted = shortened(faults).sort((one, other) => order(one) - order(other) || at(one) - at(other));
    part("summary").querySelector("ul").replaceChildren(...sorted.map(errorItem));
    part("summary").hidden = false;
    part("summary").focus();
    part("summary").scrollIntoView({ block: "start" });
  };

  const save = (name, text) => {
    const link = element("a", "", { download: name });
    link.href = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  /* The address below which GitHub makes new files, from the page's own link to its source. */
  const repository = () => {
    const edit = document.querySelector(".cv-edit a")?.href ?? "";
    const found = /^(https:\/\/github\.com\/[^/]+\/[^/]+)\/edit\/(.+?)\/framework\/pages\/contribute/.exec(edit);
    return found && `${found[1]}/new/${found[2]}`;
  };

  const showGithub = () => {
    const base = repository();
    part("by-github").hidden = !base;
    part("github").hidden = true;
    part("long").hidden = true;
    if (!base) return;
    const empty = `${base}?filename=${encodeURIComponent(`cases/${made.slug}/case.md`)}`;
    const whole = `${empty}&value=${encodeURIComponent(made.text)}`;
    const fits = whole.length <= LONGEST_ADDRESS;
    part(fits ? "github" : "long").hidden = false;
    if (fits) part("github").href = whole;
    else part("empty").href = empty;
  };

  const unstated = () => {
    const found = made.text.match(/: not-stated$/gm)?.length ?? 0;
    if (!found) return "";
    const numbers = found === 1 ? "One number is" : `${found} numbers are`;
    return `${numbers} written as “not-stated”, because the field was empty. Nobody will read it as zero.`;
  };

  const showResult = () => {
    part("text").value = made.text;
    part("printed").textContent = made.text;
    part("place").textContent = `cases/${made.slug}/case.md`;
    part("unstated").textContent = unstated();
    const names = Object.keys(made.files);
    part("which").textContent = names.length ? "the files" : "the file";
    part("tables").replaceChildren(...names.flatMap((name) => {
      const button = element("button", `Download ${name}`, { type: "button", className: "cv-button" });
      button.addEventListener("click", () => save(name, made.files[name]));
      return [button, " "];
    }));
    showGithub();
    part("result").hidden = false;
    const head = document.getElementById("intake-result");
    head.focus();
    head.scrollIntoView({ block: "start" });
  };

  /* ---- What the person does ---- */

  const means = (select) => {
    const told = select.parentElement.querySelector(".intake__means");
    if (told) told.textContent = select.selectedOptions[0]?.dataset.means ?? "";
  };

  form.addEventListener("input", ({ target }) => {
    isUnsaved = true;
    if (!part("result").hidden) {
      part("result").hidden = true;
      say("You have changed something: make the file again.");
    }
    if (target.tagName === "SELECT") means(target);
    const own = target.closest("[data-part]").dataset.part;
    if (planOf(own).namedBy && target.closest("[data-path]").dataset.path === planOf(own).namedBy) refreshLists();
  });

  form.addEventListener("click", ({ target }) => {
    const id = target.closest("[data-part]")?.dataset.part;
    if (target.closest("[data-add]")) add(id);
    if (target.closest("[data-remove]")) {
      isUnsaved = true;
      part("result").hidden = true;
      remove(id, target.closest(".intake__row"));
    }
  });

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearErrors();
    part("result").hidden = true;
    made = globalThis.civalueCase.draft(plan, facts());
    if (made.faults.length) showErrors(made.faults);
    else showResult();
  });

  part("download").addEventListener("click", () => {
    save("case.md", made.text);
    isUnsaved = false;
    say("case.md is downloaded.");
  });

  part("copy").addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(made.text);
      isUnsaved = false;
      say("The text is copied.");
      part("copy").textContent = "Copied";
      setTimeout(() => { part("copy").textContent = "Copy the text"; }, 4000);
    } catch {
      part("text").focus();
      part("text").select();
      say("The text is selected: copy it with Ctrl and C.");
    }
  });

  addEventListener("beforeunload", (event) => { if (isUnsaved) event.preventDefault(); });

  plan.parts.filter(({ many }) => many).forEach(({ id }) => number(id));
  refreshLists();
  part("without").hidden = true;
  part("whole").hidden = false;
})();
