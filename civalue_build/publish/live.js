// Reloads the page when the library behind it has changed. Only in `civalue serve`.
const script = document.currentScript;
const banner = document.getElementById("civalue-live");
if (banner) document.body.prepend(banner);
const changes = new EventSource("/_civalue/changes");
changes.onmessage = (message) => {
  if (message.data !== script.dataset.version) location.reload();
};
addEventListener("pagehide", () => changes.close());
