"""What the signal gate tells an author."""

from civalue_build.model.enums import Claim
from tests.check.library import judged, overlaid, subject_of

WITHOUT_SERIES = """
measures:
  - id: ulcers
    label: Pressure ulcers per 1,000 bed days
    unit: per 1,000 bed days
    better: lower
    target: 1.2
    change_on: 2023-09
    before: {value: 2.4, period: 2022/23}
    after: {value: 1.2, period: 2024/25}
    source: audit
  - id: overtime
    label: Hours of overtime a month
    unit: hour
    better: lower
    role: balancing
    after: {value: 305, period: 2024/25}
    source: accounts
"""


def codes(example: str) -> set[str]:
    return {finding.code for finding in judged(overlaid(example)).findings}


def test_a_team_is_told_of_a_claim_that_its_measure_does_not_show() -> None:
    assert "CV2051" in codes(WITHOUT_SERIES)


def test_what_nobody_can_mend_is_no_finding_and_lowers_the_claim_all_the_same() -> None:
    published = f"record: from-published-sources\n{WITHOUT_SERIES}"
    assert "CV2051" not in codes(published)
    subject, _ = subject_of(overlaid(published))
    (gate,) = subject.appraisal.gates
    assert (gate.stated, gate.held) == (Claim.MEASURED, Claim.FORECAST)


def test_a_balancing_measure_that_got_worse_is_named_by_its_label() -> None:
    worse = WITHOUT_SERIES.replace("role: balancing", "role: balancing\n    result: worse")
    study = "evaluation: {design: matched, maryland: 3}\n"
    shown = worse.replace("    change_on:", "    effect: {value: -1.2}\n    change_on:")
    found = judged(overlaid(study + shown)).findings
    (told,) = [finding for finding in found if finding.code == "CV2051"]
    assert "“Hours of overtime a month” got worse" in told.message


def test_who_was_chosen_because_high_is_no_finding_where_others_are_shown_beside() -> None:
    chosen = "evaluation: {design: before-after, maryland: 1, selected_because_high: true}\n"
    assert "CV2052" in codes(chosen + WITHOUT_SERIES)
    beside = WITHOUT_SERIES.replace(
        "    change_on:", "    effect: {value: -1.2, controls: -0.2}\n    change_on:"
    )
    assert "CV2052" not in codes(chosen + beside)
    assert "CV2052" not in codes(f"record: from-published-sources\n{chosen}{WITHOUT_SERIES}")
