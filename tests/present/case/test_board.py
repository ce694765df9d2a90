"""One page for a board: claimed beside corrected, what is not known, and what is to be decided."""

from dataclasses import replace

import pytest

from civalue_build.model.case import Case
from civalue_build.model.enums import Better, Decision, MeasureResult, Status, Who
from civalue_build.model.estimate import PartialDate
from civalue_build.model.evidence import Outcome, SignOff
from civalue_build.model.lines import Harvest
from civalue_build.model.measures import Measure, Observation
from civalue_build.present.case.base import Material
from civalue_build.present.case.board import board
from civalue_build.present.case.board_views import Board, Part
from tests.present.board.boards import boards, materials

PARTS = (
    "What changed for people",
    "Capacity",
    "Money",
    "How far it can be trusted",
    "What is not known",
    "For the board to note",
)


def part(found: Board, heading: str) -> Part:
    return next(one for one in found.parts if one.heading.startswith(heading))


def said(found: Part) -> dict[str, str]:
    return {item.term: item.text for item in (*found.says, *found.points)}


def changed(known: Material, **changes: object) -> Board:
    return board(replace(known, case=replace(known.case, **changes)))  # type: ignore[arg-type]


def of(slug: str) -> Board:
    return next(found for found in boards() if found.slug == slug)


def test_every_case_says_the_same_parts_in_the_same_order() -> None:
    for found in boards():
        assert [one.heading.split(",")[0] for one in found.parts] == list(PARTS)
        assert all(one.says or one.points for one in found.parts), found.slug


def test_the_headline_stands_claimed_beside_corrected_with_all_that_it_counts(
    known: Material,
) -> None:
    grid = part(board(known), "Money").grid
    assert grid is not None
    assert grid.head == ("Present value", "As claimed", "Corrected for evidence")
    for told in ("For the NHS", "over 3 years", "cash, released capacity and avoided cost", "20"):
        assert told in grid.caption
    assert [row[0] for row in grid.rows][:3] == ["Costs", "Benefits", "Net present value"]
    headline = known.appraisal.headline
    assert headline is not None
    assert grid.rows[0][1:] == tuple(
        known.brief(one.pv_costs) for one in (headline.claimed, headline.corrected)
    )


def test_money_is_told_with_who_pays_and_how_sure_it_is() -> None:
    terms = set(said(part(of("skin-check-rounds"), "Money")))
    assert {"How real it is", "Who pays and who gains", "Chance that it pays back"} <= terms


def test_a_chance_on_a_board_says_how_few_numbers_it_rests_on() -> None:
    told = said(part(of("early-discharge-carers"), "Money"))["Chance that it pays back"]
    assert "all of 10,000 draws" in told
    assert told.endswith(
        "1 of 5 numbers behind the headline has a range. The others are taken as certain."
    )


def test_a_case_without_money_says_so_and_has_no_table() -> None:
    found = part(of("hip-fracture-improvement"), "Money")
    assert found.grid is None
    assert found.says[0].text.startswith("Not yet valued")


def test_an_outcome_stands_with_the_numbers_of_its_measure(known: Material) -> None:
    measure = Measure(
        id="stays", label="Length of stay", unit="days", better=Better.LOWER,
        before=Observation(value=12), after=Observation(value=8),
    )  # fmt: skip
    outcome = Outcome(who=Who.PATIENTS, what="Home sooner", measure="stays")
    found = changed(known, measures=(measure,), outcomes=(outcome,))
    told = said(part(found, "What changed"))["Patients"]
    assert told == "Home sooner (length of stay: down from 12 to 8 days, which is better)"


def test_a_forecast_from_another_place_is_not_called_counted() -> None:
    terms = said(part(of("hospital-stop-smoking-forecast"), "What changed"))
    assert "Counted" not in terms
    assert "Ottawa" in terms["Stated"]


def test_a_column_that_rounding_breaks_is_said_to_be_rounded() -> None:
    grids = {
        slug: part(of(slug), "Money").grid for slug in ("one-pack-for-a-drip", "check-in-screens")
    }
    broken, whole = (grid.caption for grid in grids.values() if grid)
    assert broken.endswith("prices, each rounded")
    assert whole.endswith("prices")


def test_what_got_worse_is_told_even_where_no_outcome_names_it(known: Material) -> None:
    measure = Measure(
        id="returns", label="Returns", unit="percent", better=Better.LOWER,
        before=Observation(value=4), after=Observation(value=5), result=MeasureResult.WORSE,
    )  # fmt: skip
    outcomes = tuple(Outcome(who=Who.STAFF, what=f"Change {at}") for at in range(6))
    found = part(changed(known, measures=(measure,), outcomes=outcomes), "What changed")
    assert said(found)["Got worse"] == "returns: up from 4% to 5%, which is worse"
    assert "2 more changes in the case" in [item.text for item in found.points]


def test_capacity_is_told_in_the_units_that_services_are_run_by(known: Material) -> None:
    found = part(board(known), "Capacity")
    assert "bed days" in found.says[0].text
    assert "Elective recovery" in found.says[1].text


def test_what_nobody_stated_is_named(known: Material) -> None:
    text = part(changed(known, people=(), outcomes=(), evaluation=None), "What is not").says[0].text
    assert text.startswith("Not stated: ")
    for gap in ("what changed for people", "how it was studied", "who took part"):
        assert gap in text


def test_a_signature_is_told_with_what_it_covers(known: Material) -> None:
    signed = SignOff(by="Finance lead", date=PartialDate(year=2025, month=5), covers=("bed-days",))
    lines = len(known.case.lines)
    told = said(part(changed(known, sign_off=signed), "How far"))["Signed off by finance"]
    assert told == f"Finance lead, May 2025; 1 of {lines} lines."
    assert said(part(changed(known, sign_off=None), "How far"))["Signed off by finance"] == (
        "Not stated."
    )


def undecided(case: Case) -> Case:
    harvest = Harvest(decision=Decision.NOT_YET, best_next_use="Elective recovery")
    first, *others = case.benefits or ()
    return replace(case, benefits=(replace(first, harvest=harvest), *others))


def test_what_is_still_to_be_decided_is_what_the_board_is_asked(known: Material) -> None:
    told = said(part(board(replace(known, case=undecided(known.case))), "For the board"))
    assert "Bed days no longer needed" in told["Still to decide"]
    assert "Elective recovery" in told["Still to decide"]


def test_waiting_is_told_of_work_that_lies_ahead(known: Material) -> None:
    ahead = said(part(changed(known, status=Status.PLANNED), "For the board"))
    done = said(part(changed(known, status=Status.COMPLETED), "For the board"))
    assert "month of delay" in ahead["Waiting"]
    assert "Waiting" not in done


def test_a_case_that_asks_nothing_says_so(known: Material) -> None:
    plain = tuple(replace(line, harvest=None) for line in known.case.benefits or ())
    found = part(changed(known, learning=None, benefits=plain, status=Status.COMPLETED), "For the")
    assert found.says[0].text == "The case names no decision for a board."


@pytest.mark.parametrize("invented", [True, False])
def test_an_invented_case_says_so_before_anything_else(known: Material, *, invented: bool) -> None:
    found = changed(known, illustrative=invented)
    assert any("invented teaching case" in notice for notice in found.notices) is invented


def test_the_foot_names_source_edition_and_day(known: Material) -> None:
    texts = " ".join(line.text for line in board(known).foot)
    assert "Source: " in texts
    assert f"edition {known.framework.edition}" in texts


def test_every_number_of_the_table_is_one_of_the_case_page() -> None:
    known = next(one for one in materials() if one.case.slug == "skin-check-rounds")
    grid = part(of("skin-check-rounds"), "Money").grid
    headline = known.appraisal.headline
    assert grid is not None
    assert headline is not None
    both = (headline.claimed, headline.corrected)
    assert grid.rows[2][1:] == tuple(known.brief(one.npv) for one in both)
