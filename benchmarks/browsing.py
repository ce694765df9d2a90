"""Measure what a reader's browser meets: bytes, first paint, shifting layout, the filter's answer.

usage: python -m benchmarks.browsing --cases 1000 [--visits 5]

Needs Chromium. The site comes from this computer, compressed as web servers do, to a processor
slowed down four times.
"""

import gzip
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.generated import Repeated, generated

SLOWED = 4
"""How many times slower than this computer's the processor of the reader is."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
PACKED = (".html", ".css", ".js", ".json", ".svg", ".xml")
WORDS = ("fal", "falls", "ward nurse")
"""What is typed into the filter of the cases, each from nothing."""

PAINTED = """() => new Promise(done => {
    const found = {painted: 0, shifted: 0};
    const look = (type, each) => new PerformanceObserver(list => list.getEntries().forEach(each))
        .observe({type, buffered: true});
    look("largest-contentful-paint", entry => { found.painted = entry.startTime; });
    look("layout-shift", entry => { found.shifted += entry.hadRecentInput ? 0 : entry.value; });
    setTimeout(() => done(found), 600);
})"""
"""When the largest piece of a page was painted, in milliseconds, and how far pieces shifted."""

TYPED = """text => new Promise(done => {
    const field = document.getElementById("explorer-words");
    field.value = text;
    const began = performance.now();
    field.dispatchEvent(new Event("input", {bubbles: true}));
    const worked = performance.now() - began;
    requestAnimationFrame(() => setTimeout(() => done([worked, performance.now() - began])));
})"""
"""How long the filter works, and how long until the next picture stands, in milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A first visit to a page: bytes as sent, milliseconds to the largest paint, layout shift."""

    sent: int
    painted: float
    shifted: float


class Packed(SimpleHTTPRequestHandler):
    """A file server that compresses texts, and writes no log."""

    def do_GET(self) -> None:
        """Send a file, a text compressed."""
        path = Path(self.translate_path(self.path))
        if not path.is_file() or path.suffix not in PACKED:
            super().do_GET()
            return
        content = compressed(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@cache
def compressed(path: Path) -> bytes:
    """Return a file as a web server sends it."""
    return gzip.compress(path.read_bytes(), mtime=0)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site from this computer; give its address."""

    def handler(*arguments: object) -> Packed:
        return Packed(*arguments, directory=str(site))  # type: ignore[arg-type]

    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def visit(browser: Browser, address: str) -> Visit:
    """Open a page as one who has never been there."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    slow(page)
    sent: list[int] = []
    page.on("requestfinished", lambda request: sent.append(request.sizes()["responseBodySize"]))
    page.goto(address, wait_until="load")
    found = page.evaluate(PAINTED)
    context.close()
    return Visit(sent=sum(sent), **found)


def answers(browser: Browser, address: str, rounds: int) -> list[tuple[float, float]]:
    """Type words into the filter of the cases; return work and time to the picture, of each."""
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(address, wait_until="load")
    found = []
    for _ in range(rounds):
        for words in WORDS:
            page.evaluate(TYPED, "")
            worked, shown = page.evaluate(TYPED, words)
            found.append((worked, shown))
    page.close()
    return found


def slow(page: Page) -> None:
    """Slow the processor of a page down."""
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})


def largest(site: Path) -> Path:
    """Return the page of a case that is the largest once compressed."""
    return max(site.glob("cases/*/index.html"), key=lambda page: len(compressed(page)))


def lines(site: Path, visits: int) -> Iterator[str]:
    """Measure a site, and give a line for each figure."""
    worst = largest(site)
    sizes = sorted(len(compressed(page)) for page in site.glob("cases/*/index.html"))
    middle, most = median(sizes) / 1000, sizes[-1] / 1000
    yield f"page of a case, compressed: median {middle:.1f} kB, largest {most:.1f} kB"
    chromium = next(path for name in BROWSERS if (path := shutil.which(name)))
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for path in ("index.html", "cases/index.html", worst.relative_to(site).as_posix()):
            found = [visit(browser, f"{address}/{path}") for _ in range(visits)]
            yield (
                f"{path}: {found[0].sent / 1000:.0f} kB sent, largest paint "
                f"{median(one.painted for one in found):.0f} ms (slowed {SLOWED} times), "
                f"shift {max(one.shifted for one in found):.3f}"
            )
        typed = answers(browser, f"{address}/cases/index.html", visits)
        worked, shown = (median(times) for times in zip(*typed, strict=True))
        yield f"filter: {worked:.1f} ms of work, {shown:.0f} ms to the next picture (not slowed)"
        browser.close()


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    visits = Repeated("--visits", 5, "of each page")
    with generated("browsing", __doc__, "building", visits, arguments) as (library, times):
        command = library.civalue("build", "--no-search")
        subprocess.run(command, env=library.environment, check=True, capture_output=True)
        for line in lines(library.site, times):
            print(line, flush=True)


if __name__ == "__main__":
    main()
