"""Which lines the headline counts, and how often: cash and capacity in the NHS."""

from collections.abc import Iterator
from typing import NamedTuple

from civalue_build.model.appraisal import LineValue
from civalue_build.model.enums import Perspective, Side, Step
from civalue_build.present.case.base import Material


class Counted(NamedTuple):
    """A line with its sign in the net value; `payer` is who loses what another gains by it."""

    line: LineValue
    sign: int
    payer: str = ""


def counted(known: Material) -> Iterator[Counted]:
    """Give the lines of the headline: twice what one part of the NHS pays another."""
    for line in known.appraisal.lines:
        if line.kind and line.kind.step is Step.SOCIETY:
            continue
        if in_nhs(known, line.party):
            yield Counted(line, -1 if line.side is Side.COST else 1)
        payer = line.from_party
        if line.kind and line.kind.is_transfer and payer and in_nhs(known, payer):
            yield Counted(line, -1, payer)


def in_nhs(known: Material, party: str) -> bool:
    """Return whether the NHS counts what a party pays and gains."""
    return known.case.counts(Perspective.NHS, party)


def invented(known: Material) -> str:
    """Return what the measure of a chart ends with where its figures are invented."""
    return ". Invented teaching case" if known.case.illustrative else ""
