"""A case of two lines, whose charts can be worked out by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.case import Case
from civalue_build.model.enums import CostType, Kind
from civalue_build.model.estimate import Estimate, PriceYear, Years
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine
from civalue_build.present.case.base import Material

Plain = Callable[..., Material]


@pytest.fixture
def plain(known: Material, valued: Case, framework: Framework) -> Plain:
    """Make a case that costs £3,000 in year 0, and brings an amount in each of three years."""

    def made(
        brings: float | None,
        *,
        to: str = "self",
        kind: Kind = Kind.CASH_RELEASING,
        cost: float = 3000,
    ) -> Material:
        year = PriceYear(first=2023)
        spent = CostLine(
            id="work",
            label="The work",
            type=CostType.DIRECT,
            paid_by="self",
            amount=Estimate(central=cost),
            price_year=year,
            years=Years(each=(0,)),
            source="audit",
        )
        gain = BenefitLine(
            id="gain",
            label="What came back",
            kind=kind,
            gained_by=to,
            amount=Estimate(central=brings) if brings is not None else Estimate(stated=False),
            price_year=year,
            years=Years(each=(0, 1, 2)),
            source="audit",
        )
        case = replace(valued, costs=(spent,), benefits=(gain,), printed=())
        return replace(known, case=case, appraisal=appraise(case, framework))

    return made
