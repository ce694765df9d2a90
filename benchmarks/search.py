"""Measure the index for search: how long it takes to make, with how much memory, how large it is.

usage: python -m benchmarks.search --sizes 100,1000 [--shard 1000]
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.process import run
from benchmarks.tasks import LEFT_OUT, Library, build_options
from civalue_build.present.library.indexed import documents
from civalue_build.publish.cache import Cache
from civalue_build.publish.search import FOLDER, SIZE, search_files
from civalue_build.source.framework import read_framework

HEADS = ("Cases", "Pages", "Shards", "Index, MB", "Each search loads, kB", "Made in, s",
         "After one edit, s", "Memory, MB")  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """An index that was made. `first` are the bytes that every search loads, whatever is sought.

    These are the program, the list of kinds, and what each shard tells of itself. The words looked
    up and the pages shown come on top, some 20 kB for a word.
    """

    pages: int
    shards: int
    size: int
    first: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One size: its index, seconds from nothing and after an edit, bytes at the peak."""

    cases: int
    index: Index
    seconds: float
    again: float
    peak: int


def make_index(library: Path, site: Path, work: Path, shard: int) -> Index:
    """Make the index of a built site as a build does; what earlier runs left in `work` is used."""
    made = documents(read_framework(library, whole=True), ())
    files = search_files(site, work / "scratch", made, Cache(folder=work / "cache"), shard)
    sizes = {file.path.removeprefix(f"{FOLDER}/"): len(file.content) for file in files}
    words = ("fragment/", "index/")
    first = [size for path, size in sizes.items() if not any(word in path for word in words)]
    return Index(
        pages=sum("fragment/" in path for path in sizes),
        shards=sum(path.endswith("pagefind-entry.json") for path in sizes),
        size=sum(sizes.values()),
        first=sum(first) - sizes.get("wasm.unknown.pagefind", 0),
    )


def measure(work: Path, cases: int, seed: int, shard: int) -> Measured:
    """Build a library without an index, make it in a process of its own, edit a case, again."""
    library = Library.write(work, cases, seed)
    library.fresh()
    _build(library)
    told = work / "told.json"
    command = [sys.executable, "-m", "benchmarks.search", "--shard", str(shard), "--index"]
    command += [str(part) for part in (library.folder, library.site, work / "index", told)]
    cold = run(command, library.environment, watch=True)
    library.edit(1)
    _build(library)
    again = run(command, library.environment, watch=False)
    return Measured(
        cases=cases,
        index=Index(**json.loads(told.read_text(encoding="utf-8"))),
        seconds=cold.seconds,
        again=again.seconds,
        peak=cold.peak or 0,
    )


def _build(library: Library) -> None:
    offered = build_options(library)
    command = library.civalue("build", *(option for option in LEFT_OUT if option in offered))
    subprocess.run(command, env=library.environment, check=True, capture_output=True)


def table(found: Iterable[Measured]) -> str:
    """Return what was measured as a table in Markdown."""
    rows = [HEADS, ("---:",) * len(HEADS), *map(_row, found)]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _row(one: Measured) -> tuple[str, ...]:
    index = one.index
    return (
        f"{one.cases:,}",
        f"{index.pages:,}",
        f"{index.shards:,}",
        f"{index.size / 1e6:.1f}",
        f"{index.first / 1e3:.0f}",
        f"{one.seconds:.1f}",
        f"{one.again:.1f}",
        f"{one.peak / 1e6:,.0f}",
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command: make one index, or measure libraries of several sizes."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.search", description=__doc__)
    parser.add_argument("--sizes", metavar="N,N", default="100,1000", help="numbers of cases")
    parser.add_argument("--seed", metavar="S", type=int, default=1)
    parser.add_argument("--shard", metavar="N", type=int, default=SIZE, help="pages of a shard")
    parser.add_argument("--work", metavar="DIR", type=Path, help="where to work")
    parser.add_argument("--index", nargs=4, type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.index:
        library, site, work, told = options.index
        made = make_index(library, site, work, options.shard)
        told.write_text(json.dumps(asdict(made)), encoding="utf-8")
        return
    found = []
    for size in map(int, options.sizes.split(",")):
        with tempfile.TemporaryDirectory(prefix="benchmarks-", dir=options.work) as folder:
            found.append(measure(Path(folder), size, options.seed, options.shard))
        print(f"measured {size:,} cases", file=sys.stderr, flush=True)
    print(table(found))


if __name__ == "__main__":
    main()
