// Reloads the page when the library behind it has changed. Only in `civalue serve`.
const script = document.currentScript;
const banner = document.getElementById("civalue-live");
if (banner) document.body.prepend(banner);
const changes = new EventSource("/_civalue/changes");
let seen = Number(script.dataset.version);
changes.onmessage = (message) => {
  const { version, pages } = JSON.parse(message.data);
  const missed = version !== seen && version !== seen + 1;
  const ours = version !== seen && new RegExp(pages).test(location.pathname);
  if (missed || ours) location.reload();
  seen = version;
};
addEventListener("pagehide", () => changes.close());
addEventListener("pageshow", ({ persisted }) => {
  if (persisted) location.reload(); // a page that the browser had kept has heard of nothing since
});
