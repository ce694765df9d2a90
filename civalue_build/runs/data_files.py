"""The tables of a library as files, made in several processes where they have many rows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.model.site import Asset
from civalue_build.present.addresses import case_address
from civalue_build.present.library.base import library_of
from civalue_build.present.library.data_columns import ROWS
from civalue_build.present.library.data_told import Published
from civalue_build.publish.pool import spread

MANY = 5_000
"""Rows that are made into files sooner by several processes than by one."""


def table_files(
    framework: Framework, cards: Sequence[CaseCard], site: Path, jobs: int
) -> tuple[Published, tuple[Asset, ...]]:
    """Return what is told of the tables, and their files.

    `site` is the folder where the rows of each case stand beside its page.
    """
    from civalue_build.present.library.data_files import (  # noqa: PLC0415 a served library has none
        MakeFile,
        about,
        of_cases,
        published,
    )
    from civalue_build.present.library.data_tables import data_tables  # noqa: PLC0415

    library = library_of(framework, cards=cards)
    texts = _texts(site, [card.slug for card in library.cards])
    make = MakeFile(tables=data_tables(library, of_cases(texts)), about=about(framework))
    contents = tuple(spread(make, make.items, jobs=jobs if make.rows > MANY else 1))
    return published(make, contents, framework)


def _texts(site: Path, slugs: Sequence[str]) -> Iterator[bytes]:
    for slug in slugs:
        yield (site / case_address(slug)).with_name(ROWS).read_bytes()
