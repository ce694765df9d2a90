"""A case's finished work as bytes, and back: a short head for lists, then its page and files."""

from dataclasses import replace
from functools import cache
from typing import TypeVar

from pydantic import TypeAdapter

from civalue_build.model.record import record
from civalue_build.model.site import Asset, Page
from civalue_build.pipeline import Worked
from civalue_build.publish.bundle import cut, join
from civalue_build.runs.outcome import Outcome, outcome_of
from civalue_build.source.build_day import Day

T = TypeVar("T")


@record
class Head:
    """What lists need of an entry, and the days on which it holds.

    The day of a build decides nothing but whether a review is overdue: the entry made on
    `made_on` holds on every day on the same side of `review_by`.
    """

    outcome: Outcome
    made_on: Day | None
    review_by: Day | None

    def holds_on(self, today: Day | None) -> bool:
        """Whether work done on another day would have been the same on this one."""
        if self.review_by is None or self.made_on == today:
            return True
        if self.made_on is None or today is None:
            return False
        return (self.made_on > self.review_by) == (today > self.review_by)


@record
class Content:
    """What the site needs of an entry: a page, and the paths of the files that go with it.

    The page's body stands beside it in the entry: it is most of the entry, and plain text is
    faster to write and to read than a string of JSON.
    """

    page: Page | None
    paths: tuple[str, ...]


@cache
def adapter(cls: type[T]) -> TypeAdapter[T]:
    """Return what turns values of a class into JSON and back; each is made once."""
    return TypeAdapter(cls)


def pack(worked: Worked, today: Day | None) -> bytes:
    """Return the entry of a case's work that was done on a day."""
    head = Head(outcome=outcome_of(worked), made_on=today, review_by=worked.review_by)
    page, body = worked.page, b""
    if page:
        page, body = replace(page, body=""), page.body.encode()
    content = Content(page=page, paths=tuple(asset.path for asset in worked.assets))
    told = (adapter(Head).dump_json(head), adapter(Content).dump_json(content))
    return join((*told, body, *(asset.content for asset in worked.assets)))


def head_of(entry: bytes) -> Head:
    """Return the head of an entry."""
    head: Head = adapter(Head).validate_json(next(cut(entry)))
    return head


def contents_of(entry: bytes) -> tuple[Page | None, tuple[Asset, ...]]:
    """Return the page of an entry, and the files that go with it."""
    _, told, body, *files = cut(entry)
    content = adapter(Content).validate_json(told)
    page = replace(content.page, body=body.decode()) if content.page else None
    pairs = zip(content.paths, files, strict=True)
    return page, tuple(Asset(path=path, content=file) for path, file in pairs)
