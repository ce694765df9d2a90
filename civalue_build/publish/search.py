"""The index that the search page looks words up in, made by Pagefind's command.

The command reads a folder of small documents, one for each page that can be found, and asks no
other host. It holds all of them in memory, so a large site is indexed in shards, which the search
page looks through together. A shard whose pages have not changed is kept from the build before.

A site whose server sends a content security policy must allow `'wasm-unsafe-eval'`
for scripts: the index is read by WebAssembly.
"""

import gzip
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.model.site import Asset
from civalue_build.publish.bundle import cut, join
from civalue_build.publish.cache import Cache
from civalue_build.publish.fingerprint import fingerprint, versions_of
from civalue_build.publish.folder import files_in
from civalue_build.publish.mend import CONTENT
from civalue_build.publish.told import in_words

Document = Callable[[str, str], str]
"""Gives what is to be indexed of a page, as HTML, by its path and what it says; empty: nothing.

Its metadata `kind-id` and `setting-id` are what a search can be narrowed by.
"""

SIZE = 1500
"""Pages of a shard, about: those of a thousand cases fit into one. Each takes 0.7 MB to index."""

KINDS = "kinds.json"
"""Lists the pages of each shard, kind and setting, by their names in the index.

Pagefind's own filters are not used: their files differ from one run to the next.
"""

FOLDER = "pagefind"
"""Where the index stands below the site; `search.js` looks for it there."""

_COMMAND = ("-m", "pagefind", "--site", "pages", "--output-path", "index", "--keep-index-url")
_PROGRAM = re.compile(r"pagefind(?:-worker)?\.js|wasm\..+\.pagefind")
_DATA = re.compile(r"pagefind-entry\.json|.+\.pf_meta|(?:fragment|index)/.+")
"""The files that our search page reads; the others are the parts of another one."""

_FOUND = "index.html"
"""The name of pages that are looked at; others are the same in another form."""

_MANY = re.compile(r"cases/[^/]+/")
"""Where the pages stand of which there may be thousands: these are spread over the shards."""

_ARTICLE = f'<article id="{CONTENT}"'
_EDIT = '<p class="cv-edit">'
_LAST_LINES = 6


def search_files(
    site: Path, scratch: Path, document: Document, cache: Cache, size: int = SIZE
) -> tuple[Asset, ...]:
    """Return the files of the index of a folder of finished pages, in shards of about `size`.

    The same pages give the same bytes, wherever they stand. `scratch` is a folder to work in.
    Raises CivalueError if Pagefind is not installed or fails, or the disk refuses.
    """
    with in_words("write", scratch):
        for leftover in scratch.glob("[0-9]*"):
            shutil.rmtree(leftover)
        keys = _written(site, scratch, document, size)
    shards = {number: _files(scratch / str(number), key, cache) for number, key in keys.items()}
    files = [file for number, part in shards.items() for file in _placed(part, number)]
    files.append(Asset(path=f"{FOLDER}/{KINDS}", content=_kinds(shards)))
    return tuple(sorted(files, key=lambda file: file.path))


def _written(site: Path, scratch: Path, document: Document, size: int) -> dict[int, str]:
    """Write the documents where the command looks for them, by shard; return the key of each."""
    (scratch / "0" / "pages").mkdir(parents=True)
    pages = sorted(site.rglob(_FOUND))
    parts = max(1, -(-len(pages) // size))
    keys: dict[int, list[str]] = {0: []}
    for page in pages:
        path = page.relative_to(site).as_posix()
        text = document(path, _article(page.read_text(encoding="utf-8")))
        if text:
            number = _shard_of(path, parts)
            keys.setdefault(number, []).append(fingerprint(path, text))
            file = scratch / str(number) / "pages" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
    program = (*versions_of(("pagefind", "pagefind-bin")), *_COMMAND)
    return {number: fingerprint(*program, *found) for number, found in sorted(keys.items())}


def _shard_of(path: str, parts: int) -> int:
    """Return the shard of a page: the same one until the number of shards changes.

    Pages that list many others change with them: they are together in the first. The rest are
    dealt out by the hash of their address, so that each shard is much like the whole, and a word
    weighs about the same in every one.
    """
    return int(fingerprint(path), 16) % parts if _MANY.match(path) else 0


def _files(scratch: Path, key: str, cache: Cache) -> tuple[Asset, ...]:
    """Return the files of the index of one shard, by path below its folder."""
    entry = cache.get(key)
    if entry is None:
        _run(scratch)
        entry = _packed(scratch / "index")
        cache.put(key, entry)
    else:
        cache.touch(key)
    return tuple(_unpacked(entry))


def _placed(files: Iterable[Asset], number: int) -> Iterator[Asset]:
    """Give the files of a shard in their places; only the first brings the program."""
    folder = f"{FOLDER}/{number}" if number else FOLDER
    for file in files:
        if not (number and _PROGRAM.fullmatch(file.path)):
            yield Asset(path=f"{folder}/{file.path}", content=file.content)


def _article(html: str) -> str:
    """Return what a page itself says; empty for one without our chrome, which only leads on."""
    start = html.find(_ARTICLE)
    if start < 0:
        return ""
    start = html.index(">", start) + 1
    return html[start : html.rindex("</article>")].partition(_EDIT)[0]


def _run(scratch: Path) -> None:
    """Run the command; what the user set for other sites of theirs is not looked at."""
    if not (find_spec("pagefind") and find_spec("pagefind_bin")):
        raise CivalueError(
            "the index for search is made by Pagefind, which is not installed: "
            'run pip install "pagefind[bin]", or build with --no-search'
        )
    done = subprocess.run(  # noqa: S603 - our own interpreter and fixed words
        [sys.executable, *_COMMAND],
        cwd=scratch,
        env={name: value for name, value in os.environ.items() if not _is_setting(name)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
        why = "\n".join(lines[-_LAST_LINES:]) or f"exit code {done.returncode}"
        raise CivalueError(f"Pagefind made no index for search; the site is as it was:\n{why}")


def _is_setting(name: str) -> bool:
    return name.upper().startswith("PAGEFIND_")


def _packed(index: Path) -> bytes:
    files = [
        file
        for file in files_in(index)
        if _DATA.fullmatch(file.path) or _PROGRAM.fullmatch(file.path)
    ]
    paths = json.dumps([file.path for file in files]).encode()
    return join((paths, *(file.content for file in files)))


def _kinds(shards: Mapping[int, Iterable[Asset]]) -> bytes:
    """Return which pages, by the names of their fragments, are of which kind and setting."""
    names: dict[tuple[int, str, str], list[str]] = {}
    for number, files in shards.items():
        for file in files:
            folder, _, name = file.path.partition("/")
            if folder == "fragment":
                meta = _meta(file.content)
                place = (number, meta.get("kind-id", ""), meta.get("setting-id", ""))
                names.setdefault(place, []).append(name.partition(".")[0])
    listed = [
        {"shard": shard, "kind": kind, "setting": setting, "pages": " ".join(sorted(pages))}
        for (shard, kind, setting), pages in sorted(names.items())
    ]
    return json.dumps(listed).encode()


def _meta(fragment: bytes) -> Mapping[str, str]:
    """Return what a fragment tells of its page; the text before its JSON is a mark of Pagefind."""
    content = gzip.decompress(fragment)
    found: Mapping[str, str] = json.loads(content[content.index(b"{") :])["meta"]
    return found


def _unpacked(entry: bytes) -> Iterator[Asset]:
    paths, *contents = cut(entry)
    for path, content in zip(json.loads(paths), contents, strict=True):
        yield Asset(path=path, content=content)
