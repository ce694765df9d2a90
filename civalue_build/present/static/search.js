/* The page of search: what is asked for stands in its address, and the index is read from this
   site alone. Until it can be read, the page says what search needs. Whatever comes out of the
   index is put in as text, never as markup. */
"use strict";

(() => {
  const root = new URL("..", document.currentScript.src);
  const part = (name) => document.querySelector(`[data-search="${name}"]`);
  const AT_ONCE = 10;
  const AT_MOST = 500;
  const MOST_PARTS = 3;

  const asked = () => {
    const given = new URLSearchParams(location.search);
    const filters = {};
    for (const name of ["kind", "setting"]) {
      if (given.get(name)) filters[name] = given.get(name);
    }
    const shown = Number.parseInt(given.get("show"), 10) || AT_ONCE;
    const words = (given.get("q") ?? "").trim().slice(0, 200);
    return { words, filters, shown: Math.min(Math.max(shown, AT_ONCE), AT_MOST) };
  };

  const tell = (name) => {
    for (const other of ["needs", "no-index", "failed"]) part(other).hidden = other !== name;
    part("form").hidden = true;
    part("without").hidden = false;
    part("count").textContent = "";
  };

  const element = (tag, className, ...content) => {
    const made = document.createElement(tag);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };

  /* An excerpt is text with <mark> around the words that were found. */
  const excerpt = (html) => {
    const read = new DOMParser().parseFromString(html, "text/html").body;
    return [...read.childNodes].map((node) =>
      node.nodeName === "MARK" ? element("mark", "", node.textContent) : node.textContent);
  };

  const address = (raw) => new URL(raw.replace(/^\/+/, ""), root).href;

  const link = (raw, text) => {
    const made = element("a", "", text);
    made.href = address(raw);
    return made;
  };

  const tags = ({ kind, mark }) => {
    const made = element("p", "cv-tags", element("strong", "cv-tag cv-tag--grey", kind));
    if (mark) made.append(" ", element("strong", "cv-tag cv-tag--orange", mark));
    return made;
  };

  const partsOf = (page) => page.sub_results
    .filter((place) => place.url.includes("#") && place.title !== page.meta.title)
    .sort((one, other) => other.locations.length - one.locations.length)
    .slice(0, MOST_PARTS)
    .map((place) => element("li", "", link(page.raw_url + place.url.slice(place.url.indexOf("#")), place.title)));

  const drawn = (page) => {
    const { title, organisation, setting } = page.meta;
    const made = element("li", "search-result",
      element("h2", "search-result__title", link(page.raw_url, title)), tags(page.meta));
    const where = [organisation, setting].filter(Boolean).join(" · ");
    if (where) made.append(element("p", "search-result__where", where));
    made.append(element("p", "search-result__words", ...excerpt(page.excerpt)));
    const found = partsOf(page);
    if (found.length) made.append(element("ul", "search-result__places", ...found));
    return made;
  };

  const counted = (number, words) => {
    const results = `${number.toLocaleString("en-GB")} ${number === 1 ? "result" : "results"}`;
    return words ? `${results} for “${words}”` : results;
  };

  const nothing = ({ words, filters }) => {
    const narrowed = Object.keys(filters).length > 0;
    part("count").textContent = words ? `Nothing was found for “${words}”.` : "Nothing was found.";
    part("narrowed").hidden = !narrowed || !words;
    part("widen").href = `?${new URLSearchParams({ q: words })}`;
    part("nothing").hidden = false;
  };

  /* The shard, the kind and the setting of each page, by its name in the index. */
  const placesOf = async () => {
    const answer = await fetch(new URL("pagefind/kinds.json", root));
    const found = new Map();
    for (const { shard, kind, setting, pages } of await answer.json()) {
      for (const name of pages.split(" ")) found.set(name, { shard, kind, setting });
    }
    return found;
  };

  /* The index of a large site is in shards: the first brings the program, which takes the others in. */
  const takeIn = async (index, places) => {
    const options = { baseUrl: "/", excerptLength: 30 };
    await index.options(options);
    const others = new Set([...places.values()].map(({ shard }) => shard).filter(Boolean));
    await Promise.all([...others].map((shard) =>
      index.mergeIndex(new URL(`pagefind/${shard}/`, root).href, options)));
  };

  /* Results that fit the filters, in order: a page of a kind that counts less comes later, such
     as a check, whose few words are all about what was asked for. */
  const ordered = (results, places, filters) => {
    const weights = new Map();
    for (const { value, dataset } of part("form").elements.kind.options) weights.set(value, dataset.weight);
    const rank = ({ id, score }) => score * (weights.get(places.get(id)?.kind) ?? 1);
    const wanted = Object.entries(filters);
    return results
      .filter(({ id }) => wanted.every(([name, value]) => places.get(id)?.[name] === value))
      .sort((one, other) => rank(other) - rank(one));
  };

  /* Show results from the `from`th on, up to the `to`th; give the first that is new. */
  const show = async (results, from, to) => {
    const pages = await Promise.all(results.slice(from, to).map((result) => result.data()));
    const items = pages.map(drawn);
    part("results").append(...items);
    part("results").hidden = false;
    part("more").hidden = to >= results.length;
    return items[0];
  };

  const page = (results, query) => {
    let shown = query.shown;
    const showMore = async () => {
      const from = shown;
      shown += AT_ONCE;
      const here = new URLSearchParams(location.search);
      here.set("show", shown);
      history.replaceState(null, "", `?${here}`);
      const first = await show(results, from, shown);
      first.querySelector("a").focus();
      part("count").textContent =
        `${counted(results.length, query.words)}, ${Math.min(shown, results.length)} shown`;
    };
    part("more").addEventListener("click", () => showMore().catch(() => tell("failed")));
    return show(results, 0, shown);
  };

  const fill = ({ words, filters }) => {
    for (const field of document.querySelectorAll('[role="search"] [name="q"]')) field.value = words;
    for (const [name, value] of Object.entries(filters)) {
      const field = part("form").elements[name];
      if (field) field.value = value;
    }
    part("form").querySelector("details").open = Object.keys(filters).length > 0;
    if (words) document.title = `${words} – ${document.title}`;
  };

  const hasIndex = async () => {
    const answer = await fetch(new URL("pagefind/pagefind-entry.json", root));
    if (!answer.ok) return false;
    return answer.json().then(() => true, () => false);
  };

  const plain = (word) => word.normalize("NFD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

  const marked = (page) => excerpt(page.excerpt)
    .filter((node) => typeof node !== "string")
    .flatMap(({ textContent }) => [textContent, ...textContent.split(/[^\p{L}\p{N}]+/u)])
    .map(plain);

  const typedIn = (words) => words.split(/\s+/).map((word) => word.replaceAll('"', "")).filter(plain);

  /* The shards in which a word is, in any of its forms: a search in quotation marks tells. */
  const shardsWith = async (index, word, places) => {
    const found = await index.search(`"${word}"`);
    return new Set(found.results.map(({ id }) => places.get(id)?.shard));
  };

  /* For a word that is nowhere in a shard, Pagefind gives the pages of the longest beginning of it
     that is somewhere there, down to its first letter. So only shards count that have each word
     that any shard has. If none has any, a word must be the beginning of a longer one. */
  const good = async (index, words, results, places) => {
    const typed = typedIn(words);
    const having = await Promise.all(typed.map((word) => shardsWith(index, word, places)));
    const there = having.filter((shards) => shards.size);
    const shardOf = ({ id }) => places.get(id)?.shard;
    const counting = await Promise.all([...new Set(results.map(shardOf))].map(async (shard) => {
      const own = results.filter((result) => shardOf(result) === shard);
      const counts = there.length ? there.every((shards) => shards.has(shard)) : await begins(typed, own);
      return counts ? own : [];
    }));
    return counting.flat();
  };

  const begins = async (typed, results) => {
    const first = await Promise.all(results.slice(0, AT_ONCE).map((result) => result.data()));
    return first.flatMap(marked).some((word) => typed.some((start) => word.startsWith(plain(start))));
  };

  const look = async (query) => {
    if (!query.words && !Object.keys(query.filters).length) return;
    part("count").textContent = "Searching…";
    const [places, index] = await Promise.all([placesOf(), import(new URL("pagefind/pagefind.js", root).href)]);
    await takeIn(index, places);
    const found = await index.search(query.words || null);
    const kept = query.words ? await good(index, query.words, found.results, places) : found.results;
    const results = ordered(kept, places, query.filters);
    if (results.length) {
      await page(results, query);
      part("count").textContent = counted(results.length, query.words);
    } else nothing(query);
  };

  const start = async () => {
    if (location.protocol === "file:") return;
    part("without").hidden = true;
    part("form").hidden = false;
    const query = asked();
    fill(query);
    try {
      if (await hasIndex()) await look(query);
      else tell("no-index");
    } catch {
      tell("failed");
    }
  };

  start();
})();
