"""A ledger takes up what a register adds, and loses nothing that it holds."""

from civalue_build.model.register import Spot, Which
from civalue_build.source.folder.series import read_ledger
from civalue_build.source.log import Log
from civalue_build.source.register.lines import Entered
from civalue_build.source.register.merging import merge, plain

HERE = Spot("t.csv", "", 2, 3)
OLD = """\
month,line,plan,actual
2025-04,b,10,9
2025-04,a,20,
2025-06,a,20,18.5
"""
APRIL = 12 * 2025 + 3


def entries(text: str = OLD):  # type: ignore[no-untyped-def]
    log = Log("ledger.csv")
    found = read_ledger(text.encode(), log)
    assert not log.findings
    return found


def given(line: str, month: int, which: Which, amount: float | None) -> Entered:
    return Entered(line, month, which, amount, HERE)


def test_new_amounts_go_where_their_month_belongs_and_the_order_of_lines_is_kept() -> None:
    made = merge(
        entries(),
        [
            given("a", APRIL, Which.ACTUAL, 19),
            given("a", APRIL + 1, Which.PLAN, 1234.5),
            given("c", APRIL, Which.PLAN, -1),
        ],
    )
    assert made.text == (
        "month,line,plan,actual\n2025-04,b,10,9\n2025-04,a,20,19\n2025-04,c,-1,\n"
        "2025-05,a,1234.5,\n2025-06,a,20,18.5\n"
    )
    assert (made.added, made.same, made.left, made.changes) == (3, 0, 0, ())
    assert set(made.spots) == {3, 4, 5}


def test_an_amount_that_differs_is_a_change_and_an_empty_cell_takes_nothing_away() -> None:
    made = merge(
        entries(),
        [given("b", APRIL, Which.ACTUAL, 8), given("a", APRIL + 2, Which.ACTUAL, None)],
    )
    (change,) = made.changes
    assert (change.line, change.old, change.new, change.spot) == ("b", 9, 8, HERE)
    assert made.left == 1
    assert "2025-06,a,20,18.5" in made.text


def test_an_amount_that_is_rounded_otherwise_stays_as_the_ledger_has_it() -> None:
    made = merge(entries(), [given("a", APRIL + 2, Which.ACTUAL, 18.503)])
    assert (made.same, made.changes, made.text) == (1, (), OLD)


def test_nothing_new_leaves_the_ledger_byte_for_byte() -> None:
    assert merge(entries(), []).text == OLD


def test_amounts_are_written_in_plain_digits_that_the_format_reads() -> None:
    cases = {
        1000.0: "1000",
        0.1 + 0.2: "0.3",
        1e-7: "0.0000001",
        -0.5: "-0.5",
        1e12: "1" + "0" * 12,
    }
    assert {amount: plain(amount) for amount in cases} == cases
    assert plain(None) == ""
    assert plain(2000 / 12) == "166.666666666667"
