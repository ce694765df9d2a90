"""A row belongs to the case that it names, by short name or title, or to that of its scheme."""

from collections.abc import Mapping

import pytest

from civalue_build.model.register import Column, Register, SchemeRow, Spot
from civalue_build.publish.intake.words import slug_from
from civalue_build.source.register.schemes import Schemes

TITLES = {"bed-days": "Beds: freed", "falls": "Fewer falls", "falls-two": "Fewer falls"}
HERE = Spot("t.csv", "", 2)


def row(**words: str) -> SchemeRow:
    said = {Column(name): text for name, text in words.items()}
    spots = {Column.CASE: HERE._replace(column=0), Column.SCHEME: HERE._replace(column=1)}
    return SchemeRow(words=said, spot=HERE, spots=spots, figures=())


def placed(
    *rows: SchemeRow, cases: Mapping[str, frozenset[str]] | None = None
) -> tuple[list[str], list[str]]:
    register = Register(rows=rows, cases=cases or {}, faults=(), notes=())
    schemes = Schemes(tuple(TITLES), lambda: TITLES, register, slug_from)
    found, faults = schemes.of_rows(rows)
    return list(found), [str(fault) for fault in faults]


@pytest.mark.parametrize("name", ["bed-days", "Bed days", "BED_DAYS", "beds:  Freed"])
def test_a_name_is_known_however_it_is_spaced_or_spelt_in_capitals(name: str) -> None:
    assert placed(row(case=name)) == (["bed-days"], [])
    assert placed(row(scheme=name)) == (["bed-days"], [])


def test_titles_are_read_only_where_a_short_name_is_not_enough() -> None:
    rows = (row(case="falls"),)

    def titles() -> Mapping[str, str]:
        raise AssertionError

    register = Register(rows=rows, cases={}, faults=(), notes=())
    found, faults = Schemes(tuple(TITLES), titles, register, slug_from).of_rows(rows)
    assert (list(found), faults) == (["falls"], ())


def test_a_title_that_two_cases_have_is_no_name() -> None:
    found, (fault,) = placed(row(case="Fewer falls"))
    assert found == []
    assert fault == (
        "t.csv: row 2, column 1: several cases are called “Fewer falls”; give the short name of "
        "one of them"
    )


def test_a_scheme_goes_to_the_case_that_another_row_maps_it_to() -> None:
    assert placed(row(scheme="W1"), cases={"w1": frozenset({"falls"})}) == (["falls"], [])


def test_a_scheme_that_is_mapped_to_two_cases_is_no_name() -> None:
    found, faults = placed(row(scheme="W1"), cases={"w1": frozenset({"falls", "bed-days"})})
    assert found == []
    assert "the scheme “W1” belongs to several cases here; name one in every row" in faults[0]


@pytest.mark.parametrize(
    ("scheme", "command"),
    [
        ("Théâtre list", "civalue new theatre-list"),
        ("東京", "civalue new my-case"),
        ("; rm -rf /", "civalue new rm-rf"),
        ("x" * 500, f"civalue new {'x' * 40}"),
    ],
)
def test_the_command_that_starts_a_case_is_one_that_can_be_run(scheme: str, command: str) -> None:
    (fault,) = placed(row(scheme=scheme))[1]
    assert command in fault
