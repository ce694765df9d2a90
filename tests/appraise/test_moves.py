"""Moving inputs one line at a time gives what valuing the whole case anew gives."""

import math
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from civalue_build.appraise import appraise
from civalue_build.appraise.bookings import bookings
from civalue_build.appraise.chain import central
from civalue_build.appraise.ground import ground_of
from civalue_build.appraise.headline import headline
from civalue_build.appraise.pert import draw
from civalue_build.appraise.terms import terms_of
from civalue_build.appraise.total import Total
from civalue_build.appraise.working import line_value
from civalue_build.model.appraisal import Appraisal, Figure, Uncertainty, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Kind, Perspective, PrintedOf
from civalue_build.model.estimate import Estimate, PartialDate, Range, YearAmount, Years
from civalue_build.model.evidence import Printed
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine, UnitPrice
from civalue_build.model.measures import LedgerEntry
from tests.builders import benefit, case, cost, each, framework, number, priced, unit_value
from tests.conftest import ROOT, examples

WORLD = framework(
    unit_values={"bed-day": replace(unit_value(1), values=(unit_value(560).values[0],))}
)
SHARES = ("attribution", "deadweight", "displacement", "drop_off")


def valued_anew(made: Case, world: Framework, changed: Mapping[str, float]) -> Appraisal:
    """Write other numbers into the case and its framework, and appraise the whole of it."""
    for key, value in changed.items():
        kind, _, rest = key.partition(".")
        if ".ledger." in key:
            made = replace(made, entries=_paid(made, rest, value))
        elif kind == "volumes":
            made = replace(made, volumes={**made.volumes, rest: number(value)})
        elif kind == "unit-values":
            (entry,) = world.unit_values[rest].values
            price = replace(world.unit_values[rest], values=(replace(entry, value=number(value)),))
            world = replace(world, unit_values={**world.unit_values, rest: price})
        else:
            rewritten = tuple(_rewritten(line, rest, value) for line in getattr(made, kind))
            named: dict[str, Any] = {kind: rewritten}
            made = replace(made, **named)
    return appraise(made, world, uncertain=False)


def _paid(made: Case, rest: str, value: float) -> tuple[LedgerEntry, ...]:
    line, _, year = rest.partition(".ledger.")
    assert year == "0"
    return tuple(
        replace(entry, actual=value / 12) if entry.line == line else entry for entry in made.entries
    )


def _rewritten(line: Any, rest: str, value: float) -> Any:
    name, _, what = rest.partition(".")
    if line.id != name:
        return line
    if what == "unit_value":
        return replace(line, unit_value=replace(line.unit_value, amount=number(value)))
    if what.startswith("years."):
        years = tuple(
            replace(item, value=number(value)) if f"years.{item.year}" == what else item
            for item in line.years.by_year
        )
        return replace(line, years=replace(line.years, by_year=years))
    return replace(line, **{what: number(value)})


def npv(found: Appraisal) -> float:
    assert found.headline is not None
    assert isinstance(found.headline.claimed.npv, float)
    return found.headline.claimed.npv


def close(one: Figure, other: Figure, scale: float = 1e8) -> bool:
    if isinstance(one, Undefined) or isinstance(other, Undefined):
        return one == other
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=scale * 1e-12)


@st.composite
def estimates(draw: st.DrawFn, most: float) -> Estimate:
    low, middle, high = sorted(draw(st.tuples(*[st.floats(0, most)] * 3)))
    return draw(st.sampled_from((number(middle), number(middle, low, high))))


@st.composite
def lines(draw: st.DrawFn, index: int) -> BenefitLine | CostLine:
    amounts = st.one_of(estimates(1000), st.just(Estimate(volume="visits")))
    stated: dict[str, Any] = draw(
        st.one_of(
            st.fixed_dictionaries({"amount": amounts}),
            st.builds(priced, amounts, estimates(90)),
            st.builds(priced, amounts, st.just(Estimate(volume="fee"))),
            st.builds(
                lambda units: {
                    "amount": None,
                    "quantity": units,
                    "unit_value": UnitPrice(id="bed-day"),
                },
                amounts,
            ),
        )
    )
    years = draw(st.sets(st.integers(0, 3), min_size=1))
    stated |= {"id": f"line-{index}", "years": each(*years)}
    if draw(st.booleans()):
        by_year = tuple(YearAmount(year=year, value=draw(amounts)) for year in sorted(years))
        stated["years"] = Years(by_year=by_year)
        stated["quantity" if "quantity" in stated else "amount"] = None
    if draw(st.booleans()):
        return cost(paid_by=draw(st.sampled_from(("self", "board", "council"))), **stated)
    kind = draw(st.sampled_from(Kind))
    return benefit(
        kind=kind,
        gained_by=draw(st.sampled_from(("self", "board", "people"))),
        from_party=draw(st.sampled_from(("board", "people"))) if kind.is_transfer else None,
        **{name: draw(st.none() | estimates(1)) for name in SHARES},
        **stated,
    )


def ledger(line: str) -> tuple[LedgerEntry, ...]:
    """The first year of a line in full, from April 2023."""
    months = [PartialDate(year=2023 + (3 + i) // 12, month=(3 + i) % 12 + 1) for i in range(12)]
    return tuple(LedgerEntry(month=month, line=line, actual=5) for month in months)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    given_ = [draw(lines(index)) for index in range(draw(st.integers(1, 5)))]
    return case(
        costs=tuple(line for line in given_ if isinstance(line, CostLine)),
        benefits=tuple(line for line in given_ if isinstance(line, BenefitLine)),
        volumes={"visits": draw(estimates(500)), "fee": draw(estimates(50))},
        entries=draw(st.sampled_from(((), ledger("line-0")))),
        basis={"horizon": draw(st.integers(1, 4))},
        printed=tuple(
            Printed(label="x", source="s", of=of, value=1, low=1, high=1, lines=("line-0",))
            for of in draw(st.sets(st.sampled_from(PrintedOf), max_size=2))
        ),
    )


def unsure(made: Case) -> Uncertainty:
    found = appraise(made, WORLD).uncertainty
    assert isinstance(found, Uncertainty)
    return found


def ranges(found: Uncertainty) -> dict[str, Range]:
    tried = {item.input: item.range for item in found.one_at_a_time}
    return {key: stated for key, stated in tried.items() if not stated.is_certain}


@given(cases())
@examples(60)
def test_one_input_at_a_time_is_the_whole_case_valued_anew(made: Case) -> None:
    for item in unsure(made).one_at_a_time:
        assert close(item.low, npv(valued_anew(made, WORLD, {item.input: item.range.low})))
        assert close(item.high, npv(valued_anew(made, WORLD, {item.input: item.range.high})))


@given(cases())
@examples(60)
def test_a_switching_value_makes_the_whole_case_worth_nothing(made: Case) -> None:
    for item in unsure(made).one_at_a_time:
        if not isinstance(item.switching_value, Undefined) and item.switching_value < 1e6:
            at = npv(valued_anew(made, WORLD, {item.input: item.switching_value}))
            assert close(at, 0.0, scale=1e10)


@given(cases())
@examples(60)
def test_no_ends_of_ranges_are_beyond_the_corners(made: Case) -> None:
    found, total = unsure(made), total_of(made)
    stated = {key: each for key, each in ranges(found).items() if key in total.users}
    assume(len(stated) <= 9)
    ends = product(*((each.low, each.high) for each in stated.values()))
    combined = [dict(zip(stated, each, strict=True)) for each in ends]
    for corner, pick in ((found.worst_corner, min), (found.best_corner, max)):
        at = pick(combined, key=lambda changed: float(total.at(changed)))
        assert close(corner, npv(valued_anew(made, WORLD, at)))


@given(cases())
@examples(20)
def test_each_draw_is_the_whole_case_valued_anew(made: Case) -> None:
    columns = {key: draw("x", key, stated, 3) for key, stated in ranges(unsure(made)).items()}
    drawn = total_of(made).at(columns)
    for row in range(3 if columns else 0):
        changed = {key: float(column[row]) for key, column in columns.items()}
        expected = npv(valued_anew(made, WORLD, changed))
        assert close(float(drawn if isinstance(drawn, float) else drawn[row]), expected)


def total_of(made: Case) -> Total:
    ground = ground_of(made, WORLD, None)
    assert ground is not None
    chains = [central(terms_of(line, ground)) for line in made.lines]
    booked = bookings([line_value(chain, ground) for chain in chains], ground)
    found = headline(ground, chains, booked)
    assert isinstance(found, Total)
    return found


@given(cases())
@examples(60)
def test_the_ends_of_a_printed_figure_are_the_whole_case_valued_anew(made: Case) -> None:
    wanted = tuple(replace(item, perspective=Perspective.SOCIETY) for item in made.printed)
    made = replace(made, printed=wanted)
    found = appraise(made, WORLD)
    uncertain = ranges(found.uncertainty) if isinstance(found.uncertainty, Uncertainty) else {}
    assume(len(uncertain) <= 4)
    ends = product(*((stated.low, stated.high) for stated in uncertain.values()))
    combined = [
        valued_anew(made, WORLD, dict(zip(uncertain, each, strict=True))).printed for each in ends
    ]
    for index, figure in enumerate(found.printed):
        middle, *low_high = figure.computed
        tried = [printed[index].computed[0] for printed in combined]
        for end, pick in zip(low_high, (min, max), strict=True):
            expected = pick(tried, key=_or_infinite)
            assert close(end, middle if isinstance(middle, Undefined) else expected)


def _or_infinite(figure: Figure) -> float:
    return math.inf if isinstance(figure, Undefined) else figure


def test_a_case_is_appraised_without_importing_numpy() -> None:
    program = (
        "import sys\n"
        "from civalue_build.appraise import appraise\n"
        "from tests.builders import benefit, case, cost, framework\n"
        "found = appraise(case(costs=(cost(),), benefits=(benefit(),)), framework())\n"
        "assert found.uncertainty.draws == 0\n"
        "print('numpy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.stdout.strip() == "False", done.stderr


def test_inputs_that_hurt_only_together_are_found() -> None:
    """With both in the middle at nothing, neither moves the product on its own."""
    line = benefit(id="line-0", **priced(number(0, -2, 3), number(0, -4, 5)))
    printed = Printed(
        label="x", source="s", of=PrintedOf.LINES, value=0, low=0, high=0, lines=("line-0",)
    )
    (found,) = appraise(case(costs=(), benefits=(line,), printed=(printed,)), WORLD).printed
    assert found.computed[1:] == (-12, 15)
    assert [set(at.values()) for at in found.at] == [{3, -4}, {3, 5}]


def test_a_figure_without_an_upper_end_says_why() -> None:
    lines = {"costs": (cost(number(10, 0, 20)),), "benefits": (benefit(40),)}
    printed = Printed(label="x", source="s", of=PrintedOf.RETURN_PER_POUND, value=4, low=2, high=9)
    (found,) = appraise(case(**lines, printed=(printed,)), WORLD).printed
    assert found.computed[:2] == (4, 2)
    assert isinstance(found.computed[2], Undefined)
