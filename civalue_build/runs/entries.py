"""A case's finished work as bytes, and back: a short head for lists, then its page and files."""

import json
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from pydantic_core import to_json

from civalue_build.model.record import record
from civalue_build.model.site import Asset, Heading, Page
from civalue_build.pipeline import Worked
from civalue_build.publish.bundle import cut, join
from civalue_build.runs.outcome import Outcome, outcome_of
from civalue_build.runs.read_json import read_json
from civalue_build.source.build_day import Day


@record
class Head:
    """What lists need of an entry, and the days on which it holds.

    The entry made on `made_on` holds from the last of `turns` up to then until the next.
    """

    outcome: Outcome
    made_on: Day | None
    turns: tuple[Day, ...]

    def holds_on(self, today: Day | None) -> bool:
        """Whether work done on another day would have been the same on this one."""
        if not self.turns or self.made_on == today:
            return True
        if self.made_on is None or today is None:
            return False
        return bisect_right(self.turns, self.made_on) == bisect_right(self.turns, today)


@record
class Content:
    """What the site needs of an entry: a page, and the paths of the files that go with it.

    The page's body stands beside it in the entry: it is most of the entry, and plain text is
    faster to write and to read than a string of JSON.
    """

    page: Page | None
    paths: tuple[str, ...]


def pack(worked: Worked, today: Day | None) -> bytes:
    """Return the entry of a case's work that was done on a day."""
    head = Head(outcome=outcome_of(worked), made_on=today, turns=_near(worked.turns, today))
    page, body = worked.page, b""
    if page:
        page, body = replace(page, body=""), page.body.encode()
    content = Content(page=page, paths=tuple(asset.path for asset in worked.assets))
    files = (asset.content for asset in worked.assets)
    return join((to_json(head), to_json(content), body, *files))


def _near(turns: tuple[Day, ...], today: Day | None) -> tuple[Day, ...]:
    """Return the turns on both sides of a day: a long series has hundreds."""
    at = bisect_right(turns, today) if today else 1
    return turns[max(0, at - 1) : at + 1]


def head_of(entry: bytes) -> Head:
    """Return the head of an entry."""
    return read_json(Head, next(cut(entry)))


def contents_of(entry: bytes) -> tuple[Page | None, tuple[Asset, ...]]:
    """Return the page of an entry, and the files that go with it."""
    _, first, body, *files = cut(entry)
    told = json.loads(first)
    pairs = zip(told["paths"], files, strict=True)
    assets = tuple(Asset(path=path, content=file) for path, file in pairs)
    return told["page"] and _page(told["page"], body.decode()), assets


def _page(told: Mapping[str, Any], body: str) -> Page:
    """Return a page that was told without its body; a page is plain enough to be read by hand."""
    contents = tuple(Heading(**heading) for heading in told["contents"])
    return Page(**{**told, "contents": contents, "body": body})
