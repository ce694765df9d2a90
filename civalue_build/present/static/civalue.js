/* Live charts in place of still drawings, once a figure comes into view. Without this script, or
   where the charting library cannot be had, the drawings stay. */
"use strict";

(() => {
  const here = document.currentScript ? document.currentScript.src : "";
  let library = null;

  /* One request for the charting library, whatever the number of figures. */
  const plotly = () => {
    library ??= new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL("vendor/plotly-basic.min.js", here).href;
      script.onload = () => (window.Plotly ? resolve(window.Plotly) : reject(new Error("no Plotly")));
      script.onerror = reject;
      document.head.append(script);
    });
    return library;
  };

  /* The data of all figures of a page are one file, read when the first of them comes into view. */
  let known = null;
  const figureOf = async (figure) => {
    known ??= fetch(figure.dataset.live).then((answer) => answer.json());
    return (await known)[figure.id];
  };

  const enliven = async (figure) => {
    const drawing = figure.querySelector(".cv-figure__drawing");
    if (!drawing) return;
    const still = [...drawing.childNodes];
    const live = document.createElement("div");
    live.className = "cv-figure__plot";
    live.setAttribute("role", "img");
    live.setAttribute("aria-labelledby", figure.getAttribute("aria-labelledby"));
    try {
      const [{ data, layout, config }, charts] = await Promise.all([figureOf(figure), plotly()]);
      drawing.replaceChildren(live);
      await charts.newPlot(live, data, layout, config);
    } catch {
      drawing.replaceChildren(...still);
    }
  };

  const tellStill = (figure) => {
    const note = document.createElement("p");
    note.className = "cv-note cv-still";
    note.textContent = "This is the still chart. The live one needs this page to come from a web server.";
    figure.querySelector(".cv-figure__drawing")?.after(note);
  };

  const start = () => {
    unfold();
    const figures = document.querySelectorAll(".cv-figure[data-live]");
    if (location.protocol === "file:") {
      figures.forEach(tellStill);
      return;
    }
    if (!("IntersectionObserver" in window) || !here) return;
    const watch = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        watch.unobserve(entry.target);
        enliven(entry.target);
      }
    });
    figures.forEach((figure) => watch.observe(figure));
  };

  /* What a link leads to is unfolded. */
  const anchor = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; /* a link that was cut in the middle of a letter */
    }
  };
  const unfold = () => {
    const target = document.getElementById(anchor());
    const folded = target?.closest("details");
    if (folded) folded.open = true;
  };
  window.addEventListener("hashchange", unfold);

  /* A table that the theme lets scroll sideways can be reached by keyboard, and has a name there. */
  window.addEventListener("load", () => {
    document.querySelectorAll(".md-typeset__scrollwrap").forEach((frame) => {
      frame.tabIndex = 0;
      frame.setAttribute("role", "group");
      frame.setAttribute("aria-label", "Table, scrolls sideways");
    });
  });

  /* What is folded away is unfolded for print. A case is printed as it is folded, or it would be
     a book: what its reader opened is marked, since the theme unfolds all. */
  let opened = [];
  window.addEventListener("beforeprint", () => {
    document.querySelectorAll("details[open]").forEach((item) => { item.dataset.opened = ""; });
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach((item) => { item.open = true; });
  });
  window.addEventListener("afterprint", () => {
    opened.forEach((item) => { item.open = false; });
    document.querySelectorAll("details[data-opened]").forEach((item) => { delete item.dataset.opened; });
  });

  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
