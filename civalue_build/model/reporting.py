"""Guidelines for reports as data: what each item asks for, and which keys of a case show it."""

from enum import StrEnum

from civalue_build.model.record import record
from civalue_build.model.reference import Citation


class Reported(StrEnum):
    """Whether a case meets an item of a guideline, as far as its data show."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not-met"
    NOT_VISIBLE = "not-visible"

    @property
    def letter(self) -> str:
        """One letter for it: a card keeps one for each item."""
        return {"met": "m", "partly": "p", "not-met": "n", "not-visible": "x"}[self.value]


@record
class Part:
    """One thing that an item asks for, and the keys of a case that show it.

    Any of `keys` is enough. A key is a path with dots, where `*` stands for each entry of a list
    or table, `a|b` for either, and `text.` leads to a heading of the story. With `every`, each
    entry must have it, and not only one. With `words`, only these values count.
    """

    says: str
    keys: tuple[str, ...]
    every: bool = False
    words: tuple[str, ...] = ()


@record
class Item:
    """One item of a guideline. Without `parts` it cannot be seen in the data; `note` says why."""

    id: str
    title: str
    parts: tuple[Part, ...] = ()
    note: str | None = None


@record
class Guideline:
    """A published list of what a report tells, in our own words; `number` is its place in order.

    `is_open` where a case's page shows its items at once. `answers` are the words for met,
    partly, not met and not visible, where they are not these.
    """

    number: int
    title: str
    about: str
    items: tuple[Item, ...]
    source: Citation
    is_open: bool = False
    answers: tuple[str, str, str, str] = ("met", "partly met", "not met", "cannot be seen here")

    def answer(self, standing: Reported) -> str:
        """Return the guideline's word for how a case stands on an item."""
        return self.answers[tuple(Reported).index(standing)]
