"""Build the site of a library: prepare every case, draw the chrome, publish, all or nothing."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.model.finding import Finding
from civalue_build.model.record import record
from civalue_build.pipeline import Surroundings
from civalue_build.publish.cache import Cache
from civalue_build.publish.engines import LIBRARIES
from civalue_build.publish.fingerprint import (
    fingerprint,
    of_files,
    of_program,
    versions_of,
)
from civalue_build.publish.folder import Staging
from civalue_build.publish.pool import spread
from civalue_build.runs.how import CASES, FRAMEWORK, READ, How, entries_for
from civalue_build.runs.keys import Identify
from civalue_build.runs.outcome import Told
from civalue_build.runs.unchanged import Known, key_of_site, recall, remember
from civalue_build.source.library import PROGRAMMES, case_slugs

MANY = 1_000
"""Cases whose files are read sooner by several processes than by one."""


@record
class Built:
    """What a build came to; `together` is what was found of cases beside each other.

    `changed` is false where the site was already what it would be.
    """

    outcomes: tuple[Told, ...]
    together: tuple[Finding, ...]
    changed: bool = True


def build(root: Path, target: Path, around: Surroundings, how: How) -> Built:
    """Build the site of the library at `root` into `target`, all at once or not at all.

    Raises CivalueError where that is not possible; the folder is then as it was.
    """
    slugs = case_slugs(root)
    identify = Identify(root=root)
    files = tuple(spread(identify, slugs, jobs=how.jobs if len(slugs) > MANY else 1))
    inputs = _key_of_inputs(root, around, how, (*slugs, *files))
    known = recall(how.cache, target, inputs) if how.cache else None
    if known:
        return Built(outcomes=known.outcomes, together=known.together, changed=False)
    read = [root / part for part in (CASES, FRAMEWORK, PROGRAMMES)]
    keep_out = (*read, how.cache.folder) if how.cache else tuple(read)
    with Staging(target, keep_out=keep_out) as staging:
        cache = how.cache or Cache(folder=staging.scratch / "cache")
        from civalue_build.runs.making import Making  # noqa: PLC0415 not where nothing changed

        making = Making(root=root, around=around, how=how, cache=cache)
        made = making.into(staging, tuple(zip(slugs, files, strict=True)))
    told = tuple(outcome.told for outcome in made.outcomes)
    built = Built(outcomes=told, together=made.findings)
    if how.cache:
        _note(how.cache, target, inputs, built)
    return built


def _key_of_inputs(root: Path, around: Surroundings, how: How, cases: Sequence[str]) -> str:
    # what was read may have changed since
    told = repr((around, how.search, how.tables, how.engine))
    libraries = versions_of((*LIBRARIES[how.engine], "pagefind", "pagefind-bin", "fastparquet"))
    return fingerprint(of_program(), of_files(root, READ), told, *libraries, *cases)


def _note(cache: Cache, target: Path, inputs: str, built: Built) -> None:
    """Keep what was found, unless a fault of ours was met: that is tried again.

    The new site is there: that the disk takes no note costs the next build time, and no more.
    """
    cache.keep(entries_for(len(built.outcomes)))
    if any(outcome.crash for outcome in built.outcomes):
        return
    site = key_of_site(target)
    found = Known(inputs=inputs, site=site, outcomes=built.outcomes, together=built.together)
    with suppress(CivalueError):
        remember(cache, target, found)
