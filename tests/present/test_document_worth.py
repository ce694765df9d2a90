"""What stands beside the money, as data: every figure or the reason why there is none."""

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.enums import Basis, Decision, Kind, Stream
from civalue_build.model.estimate import PriceYear
from civalue_build.model.lines import Harvest, UnitPrice
from civalue_build.present.document import document
from tests.builders import benefit, case, cost, each, framework, number, unit_value


def found(costs: float) -> Appraisal:
    known = framework(
        unit_values={
            "qaly": unit_value(70_000, unit="qaly", stream=Stream.HEALTH),
            "elsewhere": unit_value(10_000, unit="qaly", basis=Basis.MARGINAL),
        }
    )
    gain = benefit(
        amount=None,
        kind=Kind.HEALTH,
        gained_by="people",
        quantity=number(3),
        unit="qaly",
        unit_value=UnitPrice(id="qaly"),
        years=each(0),
        grade=None,
    )
    paid = benefit(40, id="paid", kind=Kind.INCOME, from_party="board")
    freed = benefit(
        5,
        id="freed",
        kind=Kind.RELEASED_CAPACITY,
        price_year=PriceYear(first=2019),
        harvest=Harvest(decision=Decision.REUSED, best_next_use="Operations"),
    )
    return appraise(case(costs=(cost(costs),), benefits=(gain, paid, freed)), known)


def test_health_is_a_subtotal_of_society_with_its_number_of_qalys() -> None:
    wider = document(found(20_000), {})["health_and_wider"]
    assert wider["counted_in"] == "society"
    assert (wider["qalys"]["total"], wider["qalys"]["discounted"]) == (3, 3)
    assert wider["claimed"] == 210_000
    assert wider["corrected"] == 126_000
    assert wider["items"][0]["edition"] == "A test, 2020"


def test_qalys_forgone_have_their_price_and_what_is_not_forgone_its_reason() -> None:
    data = document(found(20_000), {})["opportunity_cost"]
    assert data["of_cost"] == {"amount": 20_000, "qalys": {"low": 2, "high": 2}}
    assert data["cost_per_qaly"][0]["amount"] == 10_000
    nothing = document(found(0), {})["opportunity_cost"]
    assert nothing["of_cost"] is None
    assert nothing["why_not"]["of_cost"] == "the NHS bears no cost"


def test_a_transfer_names_its_two_parties_and_the_views_that_count_both() -> None:
    (transfer,) = document(found(1), {})["transfers"]
    assert (transfer["from"], transfer["to"], transfer["claimed"]) == ("board", "self", 40)
    assert transfer["nets_to_nothing_in"] == ["nhs", "public-sector", "society"]


def test_a_line_tells_its_index_levels_and_what_became_of_it() -> None:
    lines = {line["id"]: line for line in document(found(1), {})["lines"]}
    assert lines["freed"]["price_levels"] == {"from": 90.0, "to": 100.0}
    assert lines["freed"]["harvest"]["best_next_use"] == "Operations"
    assert lines["paid"]["price_levels"] is None


def test_lines_without_a_grade_are_named() -> None:
    assert document(found(1), {})["ungraded_lines"] == ["benefit"]


def test_a_case_without_money_has_reasons_in_every_place() -> None:
    data = document(appraise(case(), framework()), {})
    assert data["health_and_wider"] is None
    assert data["opportunity_cost"]["why_not"]["of_cost"] == "no cost to the NHS is stated"
    assert data["transfers"] == data["realised"] == []
