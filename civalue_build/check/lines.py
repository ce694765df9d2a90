"""Cost and benefit lines with their paths, and what each of them names."""

from collections.abc import Iterator

from civalue_build.model.case import Case
from civalue_build.model.enums import Claim
from civalue_build.model.estimate import Estimate
from civalue_build.model.lines import BenefitLine, CostLine, Line
from civalue_build.model.place import KeyPath

SEEN = (Claim.MEASURED, Claim.FINANCE_SIGNED, Claim.IN_BUDGET)
"""Claims that something has happened."""

SHARES = ("attribution", "deadweight", "displacement", "drop_off")
"""Keys of a benefit that hold a share of it."""


def placed_lines(case: Case) -> Iterator[tuple[KeyPath, Line]]:
    """Yield every line with its path, costs first."""
    for at, cost in enumerate(case.costs or ()):
        yield ("costs", at), cost
    yield from placed_benefits(case)


def placed_benefits(case: Case) -> Iterator[tuple[KeyPath, BenefitLine]]:
    """Yield every benefit line with its path."""
    for at, benefit in enumerate(case.benefits or ()):
        yield ("benefits", at), benefit


def parties_of(line: Line) -> tuple[str, ...]:
    """Return the parties that a line names."""
    if isinstance(line, CostLine):
        return (line.paid_by,)
    return (line.gained_by, line.from_party) if line.from_party else (line.gained_by,)


def placed_estimates(path: KeyPath, line: Line) -> Iterator[tuple[KeyPath, Estimate]]:
    """Yield every number that a line states itself, with its path; prices of one too."""
    for key in ("quantity", "amount", *SHARES):
        if estimate := getattr(line, key, None):
            yield (*path, key), estimate
    if line.unit_value and line.unit_value.amount:
        yield (*path, "unit_value", "amount"), line.unit_value.amount
    for item in line.years.by_year:
        yield (*path, "years", item.year), item.value


def resolved(estimate: Estimate, case: Case) -> Estimate:
    """Return an estimate itself, or that of the shared volume which it names."""
    return case.volumes.get(estimate.volume, estimate) if estimate.volume else estimate


def claim_of(line: BenefitLine, case: Case) -> Claim | None:
    """Return what a line claims: its own claim, or else the case's."""
    return line.claim or case.claim


def states_an_amount(line: Line) -> bool:
    """Whether a line gives what an amount of money is worked out from."""
    stated = (line.amount, line.quantity, *(item.value for item in line.years.by_year))
    counted = isinstance(line, BenefitLine) and line.from_measure is not None
    priced = line.unit_value is not None or line.amount is not None or bool(line.years.by_year)
    return priced and (counted or any(number and number.stated for number in stated))


def is_loss(line: BenefitLine) -> bool:
    """Whether a benefit line states a negative number: something that got worse."""
    numbers = (line.amount, line.quantity, line.unit_value.amount if line.unit_value else None)
    ranges = [number.range for number in numbers if number]
    return any(found.central < 0 for found in ranges if found)
