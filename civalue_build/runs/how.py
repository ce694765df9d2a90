"""How a site is made, and what of a library it is made from."""

from dataclasses import field

from civalue_build.model.record import record
from civalue_build.publish.cache import Cache
from civalue_build.publish.engines import Engine
from civalue_build.runs.progress import Progress, silent
from civalue_build.source.library import PROGRAMMES, SETTINGS

CASES, FRAMEWORK = "cases", "framework"
READ = (FRAMEWORK, PROGRAMMES, SETTINGS)
"""What a build reads beside the cases."""


@record
class How:
    """How to build: in so many processes, with what earlier builds left in `cache` or without.

    `search` says whether the site gets an index to look words up in, `tables` whether it gets its
    tables as files: both are slow to make, and needed by nobody who is still writing.
    """

    jobs: int = 1
    cache: Cache | None = None
    engine: Engine = Engine.MATERIAL
    search: bool = False
    tables: bool = False
    progress: Progress = field(default=silent)


def entries_for(cases: int) -> int:
    """Return how many entries a library's cache keeps: some versions of each case, and frames."""
    return 4 * cases + 1000
