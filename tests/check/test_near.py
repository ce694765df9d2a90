"""The nearest right name for a wrong one."""

from civalue_build.check.near import MOST, strangers, unknown


def test_a_misspelt_name_is_told_the_nearest() -> None:
    assert unknown("tag", "fals", ["falls", "nursing"]) == (
        "unknown tag “fals”; did you mean “falls”?"
    )


def test_a_name_like_no_other_is_told_the_few_that_there_are() -> None:
    assert unknown("index", "zzz", ["b", "a"]) == "unknown index “zzz”; known: a, b"


def test_many_names_are_not_all_told() -> None:
    assert unknown("tag", "zzz", (f"n{i}" for i in range(40))) == "unknown tag “zzz”"


def test_only_strangers_are_at_fault_and_nobody_who_is_not_named() -> None:
    named = [(("a",), "x"), (("b",), "y"), (("c",), None)]
    assert [path for path, _ in strangers("party", named, {"x"})] == [("b",)]


def test_a_long_table_of_strangers_is_told_in_part_with_how_many_more_there_are() -> None:
    named = [(("ledger", at), f"line-{at}") for at in range(10_000)]
    found = list(strangers("line", named, {"bed-days"}))
    assert len(found) == MOST + 1
    assert found[-1][0] == ("ledger", MOST)
    assert found[-1][1].startswith(f"and {10_000 - MOST:,} more of the same")


def test_one_stranger_above_the_most_is_told_as_one() -> None:
    named = [((at,), f"line-{at}") for at in range(MOST + 1)]
    assert list(strangers("line", named, ()))[-1][1].startswith("and 1 more of the same: a line")
