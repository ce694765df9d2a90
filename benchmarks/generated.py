"""What commands that measure one generated library have in common: its size, its seed, a folder."""

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from benchmarks.tasks import Library


class Repeated(NamedTuple):
    """What a command does over and over: the name of its option, how often, and of what."""

    option: str
    times: int
    help: str


@contextmanager
def generated(
    name: str, told: str | None, doing: str, repeated: Repeated, arguments: Sequence[str] | None
) -> Iterator[tuple[Library, int]]:
    """Give the library that the command `name` asks for, fresh, and how often to repeat.

    `told` is what the command says of itself, `doing` what it is said to do to the cases.
    """
    parser = argparse.ArgumentParser(prog=f"python -m benchmarks.{name}", description=told)
    parser.add_argument("--cases", metavar="N", type=int, default=1000)
    parser.add_argument(
        repeated.option,
        dest="times",
        metavar="N",
        type=int,
        default=repeated.times,
        help=repeated.help,
    )
    parser.add_argument("--seed", metavar="S", type=int, default=1)
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        library = Library.write(Path(folder), options.cases, options.seed)
        library.fresh()
        print(f"{doing} {options.cases:,} cases", file=sys.stderr, flush=True)
        yield library, options.times
