"""Figures of a table lead to their working; words in the place of a figure lead nowhere."""

from civalue_build.present.case.explained.links import linked
from civalue_build.present.views import Cell, Column, Row, Table

TABLE = Table(
    id="table",
    caption="A table",
    columns=tuple(Column(text=head) for head in ("What", "One", "Two", "Three", "Four")),
    rows=(
        Row(
            cells=(
                Cell(text="Costs"),
                Cell(text="£1"),
                Cell(text="not given", empty=True),
                Cell(text=""),
                Cell(text="£2", href="#elsewhere"),
            )
        ),
    ),
)


def hrefs(table: Table) -> list[str]:
    return [cell.href for cell in table.rows[0].cells]


def test_only_figures_without_a_link_of_their_own_lead_to_the_working() -> None:
    assert hrefs(linked(TABLE, "how")) == ["", "#how", "", "", "#elsewhere"]


def test_only_the_named_columns_hold_figures() -> None:
    assert hrefs(linked(TABLE, "how", within=(4,))) == ["", "", "", "", "#elsewhere"]


def test_no_table_stays_no_table() -> None:
    assert linked(None, "how") is None
