"""Whether a framework holds all that cases and checks rely on, before any of them looks for it."""

import re
from collections.abc import Iterable, Iterator

from civalue_build.model.enums import Claim, Kind, Lens, Perspective, Sector
from civalue_build.model.framework import PRINCIPLES, THRESHOLDS, Framework
from civalue_build.source.reporting_keys import faults_of
from civalue_build.source.words import clean, show

_REACHED = re.compile(r"https://[^\s()<>\[\]]+|mailto:[^\s()<>\[\]@]+@[^\s()<>\[\]@]+")
Missing = tuple[str, str]
"""A file or folder below framework/, and what it lacks."""


def missing_from(framework: Framework) -> Iterator[Missing]:
    """Yield everything that is missing, and every name that leads nowhere."""
    yield from _ids(framework)
    yield from _defaults(framework)
    yield from _contact(framework)
    yield from _schedules(framework)
    yield from _units(framework)
    yield from _guidelines(framework)
    if not framework.grades.grades:
        yield "evidence-grades.yml", "“grades” is empty; a line without a grade takes the weakest"


def _ids(framework: Framework) -> Iterator[Missing]:
    wanted: tuple[tuple[str, Iterable[str], Iterable[str], str], ...] = (
        ("kinds.yml", Kind, framework.kinds, "kind of benefit"),
        ("claims.yml", Claim, framework.claims, "claim"),
        ("sectors.yml", Sector, framework.sectors, "sector"),
        ("perspectives.yml", Perspective, framework.perspectives, "perspective"),
        ("thresholds.yml", THRESHOLDS, framework.thresholds, "threshold"),
        ("principles", PRINCIPLES, [text.id for text in framework.principles], "principle"),
        ("lenses", Lens, [text.id for text in framework.lenses], "lens"),
    )
    for file, ids, there, what in wanted:
        known = set(there)
        for name in ids:
            if name not in known:
                shown = f"the {what} “{name}” is missing"
                yield file, shown if file.endswith(".yml") else f"{shown}: there is no {name}.md"


def _defaults(framework: Framework) -> Iterator[Missing]:
    named = (
        ("default_discounting", framework.default_discounting, framework.schedules),
        ("default_price_index", framework.default_price_index, framework.price_indices),
    )
    for key, name, there in named:
        if name not in there:
            folder = "discount-schedules" if key == "default_discounting" else "price-indices"
            yield "framework.yml", f"“{key}” names {show(name)}; {folder} has no {clean(name)}.yml"


def _contact(framework: Framework) -> Iterator[Missing]:
    if framework.contact is not None and not _REACHED.fullmatch(framework.contact):
        yield (
            "framework.yml",
            (
                f"“contact” is {show(framework.contact)}, where nobody can be reached: "
                "an address begins with https:// or mailto:"
            ),
        )


def _schedules(framework: Framework) -> Iterator[Missing]:
    for name, schedule in framework.schedules.items():
        if not schedule.money:
            yield f"discount-schedules/{name}.yml", "“money” has no rate for any year"


def _guidelines(framework: Framework) -> Iterator[Missing]:
    for name, guideline in framework.guidelines.items():
        for message in faults_of(guideline.items):
            yield f"reporting/{name}.yml", message


def _units(framework: Framework) -> Iterator[Missing]:
    for name, value in framework.unit_values.items():
        if value.unit not in framework.units:
            yield f"unit-values/{name}.yml", f"units.yml has no unit {show(value.unit)}"
        if not value.values:
            yield f"unit-values/{name}.yml", "“values” is empty; a unit value has at least one"
