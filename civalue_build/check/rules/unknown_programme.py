"""Programmes are the library's."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV061", level=Level.ERROR)
def unknown_programme(subject: Subject) -> Iterator[Fault]:
    """No programme of the library has this name.

    A programme is a file that holds the costs which several cases share.

    *Fails:* at programme

        programme: value-in-wards

    *Passes:*

        programme: null
    """
    named = ("programme",), subject.case.programme
    yield from strangers("programme", [named], subject.programmes)
