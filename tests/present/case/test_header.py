"""The strongest claim is never said without how much of the benefits it covers."""

from dataclasses import replace

import pytest

from civalue_build.model.appraisal import ClaimRung
from civalue_build.model.enums import Claim, Status
from civalue_build.model.estimate import PartialDate
from civalue_build.present.case.base import Material
from civalue_build.present.case.header import covered, header
from civalue_build.present.case.page import case_page


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
        (
            {"forecast": 93.0},
            "True of benefits outside the headline; the headline’s own are forecast",
        ),
        (
            {"forecast": 93.0, "measured": 7.0},
            "True of benefits outside the headline; the headline’s own are measured at most",
        ),
        (
            {"in_budget": 5000.0, "forecast": -2000.0},
            (
                "£5,000 are in a budget; with other gains and losses, the headline’s benefits "
                "come to £3,000"
            ),
        ),
        (
            {"in_budget": -7.0},
            "The headline’s benefits are below zero, and all of them are in a budget",
        ),
        ({"in_budget": 0.0}, "The headline’s benefits come to £0"),
        ({}, ""),
    ],
)
def test_a_claim_says_how_much_it_covers(
    known: Material, claimed: dict[str, float], words: str
) -> None:
    assert covered(with_rungs(known, **claimed), Claim.IN_BUDGET) == words


def test_the_strongest_claim_says_what_it_covers_and_what_it_means(known: Material) -> None:
    facts = {fact.term: fact for fact in header(with_rungs(known, measured=1.0)).facts}
    assert facts["Strongest claim"].note.startswith(
        "All of the headline’s benefits are measured. What measured means."
    )


def test_the_top_of_a_page_says_how_many_claims_were_lowered_and_leads_to_why(
    known: Material,
) -> None:
    gates = known.appraisal.gates
    lowered = [gate for gate in gates if gate.is_lowered]
    (fact,) = [one for one in header(known).facts if one.term == "Strongest claim"]
    assert fact.href == "#shown"
    assert fact.note.endswith(f"{len(lowered)} benefits are counted as less than the case states.")
    firm = replace(known, appraisal=replace(known.appraisal, gates=()))
    (fact,) = [one for one in header(firm).facts if one.term == "Strongest claim"]
    assert not fact.href


DUE = PartialDate(year=2026, month=3)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        ((2026, 4, 1), "Due for review since March 2026."),
        ((2027, 1, 1), "Due for review since March 2026."),
        ((2026, 3, 31), ""),
        (None, ""),
    ],
)
def test_a_case_is_due_once_the_time_for_its_review_is_over(
    known: Material, today: tuple[int, int, int] | None, words: str
) -> None:
    due = replace(known, case=replace(known.case, review_by=DUE), today=today)
    assert header(due).banner == words


def test_an_archived_case_says_why_and_once_only(known: Material) -> None:
    case = replace(known.case, status=Status.ARCHIVED, because="the trust left", review_by=DUE)
    top = header(replace(known, case=case, today=(2027, 1, 1)))
    assert top.banner == "Archived: the trust left."
    assert "the trust left" not in " ".join(top.notices)


def test_a_case_that_was_stopped_says_why_among_its_notices(known: Material) -> None:
    case = replace(known.case, status=Status.STOPPED, because="no money")
    top = header(replace(known, case=case))
    assert (top.banner, "Stopped: no money." in top.notices) == ("", True)


def test_the_page_shows_the_banner_and_when_it_was_last_reviewed(known: Material) -> None:
    case = replace(known.case, review_by=DUE)
    made = case_page(case, known.appraisal, known.judgement, known.framework, today=(2026, 4, 1))
    assert "Due for review since March 2026." in made.page.body
    facts = {fact.term: fact for fact in header(replace(known, case=case)).facts}
    assert (facts["Last reviewed"].value, facts["Last reviewed"].note) == (
        "1 October 2026",
        "next by March 2026",
    )
