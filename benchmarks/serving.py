"""Time how long a reader of `civalue serve` waits: from the save of a case to its fresh page.

usage: python -m benchmarks.serving --cases 1000 [--edits 20]
"""

import json
import re
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from statistics import median

from benchmarks.generated import Repeated, generated
from benchmarks.tasks import Library

PATIENCE = 60
"""Seconds until a page that does not come is given up."""
PAUSE = 1.5
"""Seconds between an answer and the next save: lists of cases follow a page meanwhile."""
_AT = re.compile(r"http://([\d.]+:\d+)/")


class Reader:
    """A browser that waits for changes of a served site, and then asks for a page."""

    def __init__(self, place: str) -> None:
        self._place = place
        self._open = ExitStack()
        self._told = self._open.enter_context(self._answer("/_civalue/changes"))
        self._pages()

    def page_after_change(self, path: str) -> str:
        """Return a page as soon as the site says that it has changed."""
        self._until(path)
        with self._answer(path) as answer:
            return answer.read().decode()

    def close(self) -> None:
        """Wait no longer."""
        self._open.close()

    def _answer(self, path: str) -> HTTPResponse:
        connection = HTTPConnection(self._place, timeout=PATIENCE)
        connection.request("GET", path, headers={"Connection": "close"})
        return connection.getresponse()

    def _until(self, path: str) -> None:
        while not re.search(self._pages(), path):
            pass

    def _pages(self) -> str:
        """Return the pattern of the pages that the next change has touched."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            kind, _, rest = self._told.readline().partition(b": ")
            if kind == b"data":
                return str(json.loads(rest)["pages"])
        raise RuntimeError("the site says nothing of a change")


def seconds_to_fresh(library: Library, edits: int) -> dict[str, list[float]]:
    """Serve a library, and edit one case many times, in its text and in its title.

    A title stands in every list of cases, too, which follow the case's own page. Raises
    RuntimeError if a page is not fresh after it was told to be.
    """
    case = sorted((library.folder / "cases").iterdir())[library.cases // 2]
    page = f"/cases/{case.name}/index.html"
    kinds = {
        "a sentence, on the page of the case": (_sentence, page),
        "a title, on the page of the case": (_title, page),
        "a title, in the list of cases": (_title, "/cases/index.html"),
    }
    found: dict[str, list[float]] = {what: [] for what in kinds}
    with _served(library) as place:
        for number in range(edits):
            for what, (edit, path) in kinds.items():
                time.sleep(PAUSE)
                word = f"Edited{number}{edit.__name__}{'' if path == page else '_in_the_list'}"
                with closing(Reader(place)) as reader:
                    found[what].append(_timed(reader, path, case / "case.md", edit, word))
    return found


def _sentence(text: str, word: str) -> str:
    return f"{text}\nThis is {word}.\n"


def _title(text: str, word: str) -> str:
    return re.sub(r"(?m)^(title: [\"']?)(?:Edited\w+ )?", rf"\g<1>{word} ", text, count=1)


def _timed(
    reader: Reader, path: str, file: Path, edit: Callable[[str, str], str], word: str
) -> float:
    text = edit(file.read_text(encoding="utf-8"), word)
    began = time.perf_counter()
    file.write_text(text, encoding="utf-8")
    page = reader.page_after_change(path)
    seconds = time.perf_counter() - began
    if word not in page:
        raise RuntimeError(f"{path} was told to be fresh, and is not")
    return seconds


@contextmanager
def _served(library: Library) -> Iterator[str]:
    """Serve a library; give the host and port."""
    command = library.civalue("serve", "--port", "0")
    with subprocess.Popen(
        command, env=library.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    ) as process:
        try:
            yield _address(process)
        finally:
            process.terminate()
            process.communicate()


def _address(process: subprocess.Popen[bytes]) -> str:
    said = ""
    for line in process.stdout or ():
        said += line.decode()
        if at := _AT.search(said):
            return at.group(1)
    raise RuntimeError(said)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command, and print a line for each kind of edit."""
    edits = Repeated("--edits", 20, "of each kind")
    with generated("serving", __doc__, "serving", edits, arguments) as (library, times):
        for what, seconds in seconds_to_fresh(library, times).items():
            print(
                f"{what}: median {median(seconds):.3f} s, "
                f"{min(seconds):.3f} to {max(seconds):.3f} s, of {len(seconds)}"
            )


if __name__ == "__main__":
    main()
