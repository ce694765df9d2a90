"""The workings of a case in the order of its page."""

from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.beside import others
from civalue_build.present.case.explained.group import Group
from civalue_build.present.case.explained.line_groups import lines
from civalue_build.present.case.explained.results import results
from civalue_build.present.case.explained.unsure import unsure


def all_groups(known: Material) -> tuple[Group, ...]:
    """Return every group of a case, each under one heading."""
    return (*results(known), *unsure(known), *lines(known), *others(known))
