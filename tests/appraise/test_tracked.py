"""A ledger is kept line by line as it was booked, each on the books of who pays or gains."""

from typing import Any

from civalue_build.appraise.appraisal import appraise
from civalue_build.appraise.tracked import tracked
from civalue_build.model.enums import Claim, Kind
from civalue_build.model.estimate import PartialDate
from civalue_build.model.measures import LedgerEntry
from civalue_build.model.tracked import Booked
from tests import builders as make

APRIL = 2023 * 12 + 3


def entry(line: str, month: int, plan: float | None, actual: float | None = None) -> LedgerEntry:
    return LedgerEntry(
        month=PartialDate(year=2023, month=month), line=line, plan=plan, actual=actual
    )


def kept(**changes: Any) -> Any:
    """A case with a cost of its own, a benefit of the council and months of both."""
    fields: dict[str, Any] = {
        "costs": (make.cost(),),
        "benefits": (make.benefit(gained_by="council", saving_key="beds"),),
        "entries": (
            entry("cost", 4, 10, 12),
            entry("benefit", 4, 30),
            entry("cost", 5, None, None),
            entry("benefit", 5, None, 25),
        ),
    }
    return make.case(**(fields | changes))


def test_each_line_has_its_months_as_they_were_booked_and_the_name_of_its_party() -> None:
    cost, benefit = tracked(kept(), ())
    assert (cost.id, cost.party, cost.kind, cost.claim) == ("cost", "A trust", None, None)
    assert cost.months == (Booked(APRIL, 10, 12),)
    assert (benefit.party, benefit.kind, benefit.saving) == ("A council", Kind.CASH_RELEASING,
                                                             "beds")  # fmt: skip
    assert benefit.months == (Booked(APRIL, 30, None), Booked(APRIL + 1, None, 25))
    assert (cost.latest, benefit.latest) == (APRIL, APRIL + 1)


def test_the_claim_is_what_the_checks_leave_of_it() -> None:
    case = kept(benefits=(make.benefit(claim=Claim.MEASURED),))
    appraisal = appraise(case, make.framework())
    (counted,) = (line.claim for line in appraisal.lines if line.id == "benefit")
    assert counted is not Claim.MEASURED
    assert appraisal.tracked[1].claim is counted


def test_a_line_without_a_claim_is_planned() -> None:
    assert tracked(kept(), ())[1].claim is Claim.PLANNED


def test_a_line_that_the_ledger_does_not_name_is_not_tracked() -> None:
    (line,) = tracked(kept(entries=(entry("cost", 4, 10), entry("unknown", 4, 5))), ())
    assert line.id == "cost"
    assert line.latest is None


def test_a_case_without_a_ledger_tracks_nothing() -> None:
    assert appraise(kept(entries=()), make.framework()).tracked == ()
