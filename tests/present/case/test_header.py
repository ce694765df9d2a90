"""The strongest claim is never said without how much of the benefits it covers."""

from dataclasses import replace

import pytest

from civalue_build.model.appraisal import ClaimRung
from civalue_build.model.enums import Claim
from civalue_build.present.case.base import Material
from civalue_build.present.case.header import covered, header


def with_rungs(known: Material, **claimed: float) -> Material:
    rungs = tuple(
        ClaimRung(
            claim=claim,
            lines=int(claim.name.lower() in claimed),
            claimed=claimed.get(claim.name.lower(), 0.0),
            corrected=0.0,
        )
        for claim in Claim
    )
    return replace(known, appraisal=replace(known.appraisal, claims=rungs))


@pytest.mark.parametrize(
    ("claimed", "words"),
    [
        ({"in_budget": 7.0, "forecast": 93.0}, "7% of the headline’s benefits are in a budget"),
        (
            {"in_budget": 7.0, "forecast": 103.0, "planned": -10.0},
            "7% of the headline’s benefits are in a budget",
        ),
        ({"in_budget": 7.0}, "All of the headline’s benefits are in a budget"),
        ({"forecast": 93.0}, "None of the headline’s benefits are in a budget"),
        (
            {"in_budget": 5000.0, "forecast": -2000.0},
            "£5,000 of the £3,000 that the headline’s benefits come to are in a budget",
        ),
        ({}, ""),
    ],
)
def test_a_claim_says_how_much_it_covers(
    known: Material, claimed: dict[str, float], words: str
) -> None:
    assert covered(with_rungs(known, **claimed), Claim.IN_BUDGET) == words


def test_the_strongest_claim_says_what_it_covers_and_what_it_means(known: Material) -> None:
    facts = {fact.term: fact for fact in header(with_rungs(known, measured=1.0)).facts}
    assert facts["Strongest claim"].note == (
        "All of the headline’s benefits are measured. What measured means."
    )
