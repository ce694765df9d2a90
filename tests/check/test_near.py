"""The nearest right name for a wrong one."""

from civalue_build.check.near import strangers, unknown


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
