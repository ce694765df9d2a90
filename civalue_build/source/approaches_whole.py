"""Whether the approaches to value hang together, each in itself and with the framework."""

from collections.abc import Iterator, Mapping

from civalue_build.model.approach import Approach, Category, Take
from civalue_build.model.enums import Side
from civalue_build.model.names import is_slug
from civalue_build.source.reporting_keys import doubles, faults_of
from civalue_build.source.words import nearest, show

Wrong = tuple[str, str]
"""A file below framework/, and what is wrong with it."""


def wrong_with(
    approaches: Mapping[str, Approach], guidelines: Mapping[str, object]
) -> Iterator[Wrong]:
    """Yield each file of an approach that contradicts itself, or names nothing, with what it is."""
    numbers: dict[int, str] = {}
    for name, approach in approaches.items():
        file, number = f"approaches/{name}.yml", approach.number
        first = numbers.setdefault(number, name)
        if first != name:
            yield file, f"the number {number} is that of {show(first)} too; give each its own"
        for message in _wrong(name, approach, guidelines):
            yield file, message


def _wrong(name: str, approach: Approach, guidelines: Mapping[str, object]) -> Iterator[str]:
    if not is_slug(name):
        yield "the name of the file is an address: small letters, digits and single hyphens"
    if not approach.categories:
        yield "“categories” is empty; an approach has at least one"
    if not approach.sources:
        yield "“sources” is empty; say where it is described"
    for repeated in doubles(category.id for category in approach.categories):
        yield f"two categories have the id {show(repeated)}"
    for category in approach.categories:
        yield from _category(category)
    yield from faults_of(approach.asks, f"approaches.{name}.")
    if approach.guideline is not None:
        yield from _guideline(approach.guideline, guidelines)


def _category(category: Category) -> Iterator[str]:
    named = f"the category {show(category.id)}"
    if not category.takes and not category.people:
        yield f"{named} takes nothing: give “takes”, “people” or both"
    if len({take.side for take in category.takes}) > 1:
        yield f"{named} takes costs and benefits; make it two"
    if category.side is Side.COST and category.people:
        yield f"{named} takes costs, so it has no “people”"
    for take in category.takes:
        if wrong := _mixed(take):
            yield f"{named} takes a {take.side} by “{wrong}”, which it does not have"


def _mixed(take: Take) -> str:
    """Return the key by which a line of the take's side cannot fit, empty where there is none."""
    of_benefits = ("kinds", "steps", "claims", "decisions")
    keys = of_benefits if take.side is Side.COST else ("types",)
    return next((key for key in keys if getattr(take, key)), "")


def _guideline(name: str, known: Mapping[str, object]) -> Iterator[str]:
    if name not in known:
        meant = nearest(name, tuple(known))
        hint = f"did you mean {meant}" if meant else "the framework has no such guideline"
        yield f"“guideline” names {show(name)}; {hint}"
