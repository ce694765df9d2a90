"""Health, wider value, opportunity cost, parties and realisation, as a page shows them."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Basis, Claim, Decision, Kind, Stream
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, Years
from civalue_build.model.framework import Framework
from civalue_build.model.lines import Harvest
from civalue_build.model.reference import Citation, DatedValue, Unit, UnitValue
from civalue_build.present.case.base import Material
from civalue_build.present.case.capacity import capacity_uses
from civalue_build.present.case.parties import parties_table, split_budget, transfers_table
from civalue_build.present.case.realisation import by_claim, how_real, ladder
from civalue_build.present.case.wider import elsewhere, wider
from civalue_build.present.views import Table

Made = Callable[..., Material]


def qaly(amount: float, basis: Basis) -> UnitValue:
    entry = DatedValue(
        from_date=PartialDate(year=2015),
        value=Estimate(central=amount),
        basis=basis,
        price_year=PriceYear(first=2011, financial=False),
        source=Citation(title="A study", checked=False),
        stream=Stream.HEALTH,
    )
    return UnitValue(title="QALY elsewhere", unit="qaly", values=(entry,))


@pytest.fixture
def made(known: Material, valued: Case, framework: Framework) -> Made:
    """A case with changes, valued in a framework that knows what a QALY costs elsewhere."""
    units = dict(framework.units) | {
        "qaly": Unit(id="qaly", title="QALYs", singular="QALY", society_only=True)
    }
    prices = dict(framework.unit_values) | {"elsewhere": qaly(16_000, Basis.MARGINAL)}
    rich = replace(framework, units=units, unit_values=prices)

    def make(**changes: Any) -> Material:
        case = replace(valued, **changes)
        return replace(known, case=case, framework=rich, appraisal=appraise(case, rich))

    return make


def texts(table: Table | None, at: int) -> list[str]:
    assert table is not None
    return [row.cells[at].text for row in table.rows]


def test_qalys_stand_as_a_number_before_they_are_money(made: Made) -> None:
    found = wider(made())
    assert found is not None
    assert "It gains 2 QALYs over 3 years, or 1.97 with later years discounted." in found.says[1]
    assert texts(found.table, 1) == ["2", "not stated"]
    assert texts(found.table, 2) == ["1.97", "not stated"]


def test_health_and_wider_value_have_a_subtotal_of_their_own(made: Made) -> None:
    found = wider(made())
    assert found is not None
    assert texts(found.sums, 0) == ["Health", "Health and wider value in all"]
    assert texts(found.sums, 1) == ["£39,409", "£39,409"]
    assert texts(found.sums, 2) == ["£23,645", "£23,645"]
    assert "£39,409 of health and wider value" in found.table.note


def test_where_all_is_health_no_part_of_nothing_is_told(made: Made) -> None:
    health = tuple(b for b in made().case.benefits or () if b.kind is Kind.HEALTH)
    found = wider(made(benefits=health))
    assert found is not None
    assert "all of the benefits of £39,409 as claimed are health and wider" in found.table.note
    assert "£0" not in found.table.note


def test_a_case_without_health_or_wider_value_has_no_such_part(made: Made) -> None:
    case = made().case
    money = tuple(b for b in case.benefits or () if b.kind not in (Kind.HEALTH, Kind.EXPERIENCE))
    assert wider(made(benefits=money)) is None


def test_what_the_money_could_do_elsewhere_is_said_with_its_source(made: Made) -> None:
    known = made()
    found = elsewhere(known)
    assert found is not None
    cost = known.appraisal.headline
    assert cost is not None
    assert not isinstance(cost.claimed.pv_costs, Undefined)
    qalys = cost.claimed.pv_costs / 20_000  # £16,000 in prices of 2011
    assert f"about {qalys:.2f} QALYs" in found.says[0]
    (rate,) = found.rates
    assert rate.value == "£16,000 in 2011 prices; £20,000 in 2023/24 prices"
    assert rate.note == "A study"
    assert [tag.text for tag in rate.tags] == ["not checked by a person yet"]


def test_a_case_that_costs_the_nhs_nothing_has_no_alternative_use(made: Made) -> None:
    assert elsewhere(made(costs=())) is None


def test_a_net_cost_is_told_as_health_forgone(made: Made) -> None:
    found = elsewhere(made(benefits=()))
    assert found is not None
    assert found.says[1] == (
        "No benefit of the headline covers any of it, so these QALYs are forgone elsewhere."
    )
    some = made().case.benefits or ()
    little = tuple(
        replace(line, quantity=Estimate(central=1)) for line in some if line.id == "bed-days"
    )
    left = elsewhere(made(benefits=little))
    assert left is not None
    assert "uncovered. So about " in left.says[1]
    assert "QALYs are forgone elsewhere" in left.says[1]


def test_a_transfer_shows_both_parties_and_for_whom_it_is_nothing(made: Made) -> None:
    table = transfers_table(made())
    assert table is not None
    (row,) = table.rows
    assert [cell.text for cell in row.cells[:3]] == [
        "Extra funded clinics",
        "Example ICB",
        "Example Hospitals",
    ]
    assert row.cells[4].text == "The NHS, the public sector and society"


def test_a_case_without_transfers_has_no_table_of_them(made: Made) -> None:
    assert transfers_table(made(benefits=())) is None


def test_the_account_of_a_party_tells_money_from_health(made: Made) -> None:
    table = parties_table(made())
    notes = {row.cells[0].text: row.cells[2].note for row in table.rows}
    assert notes["Patients"] == "of which health and wider value £39,409"
    assert notes["Example Hospitals"] == ""


def test_the_split_of_budgets_names_health_where_it_is_no_money(made: Made) -> None:
    known = made()
    said = " ".join(split_budget(known, known.appraisal.parties))
    assert "patients (£39,400 in health and wider value)" in said
    assert "some end worse off, and others better off" in said


def test_where_only_people_gain_no_budget_is_said_to(made: Made) -> None:
    case = made().case
    health = tuple(b for b in case.benefits or () if b.kind is Kind.HEALTH)
    known = made(benefits=health)
    *_, last = split_budget(known, known.appraisal.parties)
    assert last == "No budget gains what others pay: the gain is health and wider value."


def test_kinds_and_claims_meet_in_one_table(made: Made) -> None:
    table = by_claim(made(claim=Claim.FORECAST))
    assert [column.text for column in table.columns] == ["Kind of benefit", "Forecast"]
    assert texts(table, 0) == [
        "Cash releasing",
        "Funded capacity",
        "Released capacity",
        "Health",
        "The headline’s benefits, for the NHS",
    ]
    assert all("corrected" in row.cells[1].note for row in table.rows)


@pytest.mark.parametrize("table", [ladder, parties_table])
def test_the_first_table_of_a_part_with_corrected_figures_says_what_has_no_grade(
    made: Made, table: Callable[[Material], Table]
) -> None:
    assert "4 lines state no evidence grade and are corrected as the weakest" in table(made()).note


def test_released_capacity_without_a_next_use_says_so(made: Made) -> None:
    first, *others = made().case.benefits or ()
    silent = capacity_uses(made(benefits=(replace(first, harvest=None), *others)))
    assert (silent[0].value, silent[0].note) == ("Not stated", "Best next use: not stated.")
    open_yet = replace(first, harvest=Harvest(decision=Decision.NOT_YET))
    assert capacity_uses(made(benefits=(open_yet, *others)))[0].note == "Best next use: not stated."


def test_work_that_makes_other_costs_grow_is_not_said_to_leave_its_own_uncovered(
    made: Made,
) -> None:
    worse = tuple(
        replace(line, quantity=Estimate(central=-10_000)) if line.id == "bed-days" else line
        for line in made().case.benefits or ()
    )
    found = elsewhere(made(benefits=worse))
    assert found is not None
    assert "The work also made other costs grow: in all, the NHS is" in found.says[1]
    assert "uncovered" not in found.says[1]


def test_qalys_that_discounting_leaves_alone_are_said_once(made: Made) -> None:
    now = tuple(
        replace(line, years=Years(each=(0,))) if line.kind is Kind.HEALTH else line
        for line in made().case.benefits or ()
    )
    found = wider(made(benefits=now))
    assert found is not None
    assert "with later years discounted" not in found.says[1]


def test_how_much_of_the_value_is_cash_is_said_before_the_tables(made: Made) -> None:
    known = made()
    said = how_real(known)
    assert "in cash alone to a loss" in said
    assert "frees no money until a budget is changed" in said
    first, *_ = known.case.benefits or ()
    saved = replace(first, id="saved", kind=Kind.CASH_RELEASING)
    assert how_real(made(benefits=(saved,))).startswith(
        "All of the headline’s benefits count as cash: "
    )
    both = made(benefits=(first, saved))
    cash = both.appraisal.ladder[0].claimed.pv_benefits
    assert f"{both.about(cash)} of " in how_real(both)
    freed = tuple(b for b in known.case.benefits or () if b.kind is Kind.RELEASED_CAPACITY)
    assert how_real(made(benefits=freed)).startswith(
        "None of the headline’s benefits counts as cash."
    )
    assert how_real(made(benefits=())) == ""


def test_a_party_whose_net_rounding_breaks_is_shown_with_that_said(made: Made) -> None:
    known = made()
    party = known.appraisal.parties[0]
    broken = replace(party, pays=5_276.6, gains=18_952.4, net=13_675.8)
    whole = replace(party, pays=5_277.0, gains=18_952.0, net=13_675.0)
    notes = [
        parties_table(replace(known, appraisal=replace(known.appraisal, parties=(one,)))).note
        for one in (broken, whole)
    ]
    assert "rounded by itself" in notes[0]
    assert "rounded by itself" not in notes[1]
