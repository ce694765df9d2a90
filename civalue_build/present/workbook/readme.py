"""The first sheet: what the workbook is, what each sheet holds, and how to use it."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Vintage
from civalue_build.present import wording
from civalue_build.present.case.base import Material
from civalue_build.present.workbook.paper import Sheet

ABOUT = {
    "Inputs": "Every number of the case once, with its ends, unit, price year and source.",
    "Price base": "Levels of the price index, and what amounts of each year are multiplied by.",
    "Discounting": "The rate and the factor of each year, for money and for health effects.",
    "Lines": "Each cost and benefit: price, share claimed, correction, and who counts it.",
    "Lines by year": "Each line in each year: gross, claimed, corrected; and as present values.",
    "Accounts": "What each view counts by year, and when its money is back.",
    "Results": "Who by when, the steps of the ladder, and who pays and who gains.",
    "Sensitivity": "The headline with each input at its low and high end, and where it is nothing.",
}
"""What each sheet holds, in their order."""
_USE = (
    "To try another number, write it over the value of an input (yellow) on the sheet Inputs.",
    "To try another discount rate, write it under “Your own rate” on the sheet Discounting.",
    "Every other figure is a formula and follows.",
    "A figure that is not given says why in its place. It is never taken to be nothing.",
    "Changing a number here does not change the case. The case is changed in its own file.",
)


def write_readme(sheet: Sheet, known: Material, vintage: Vintage) -> None:
    """Write what the workbook is."""
    sheet.widths(26, 100)
    sheet.text(1, 0, known.case.title, "title")
    row = 2
    for term, value in _facts(known, vintage):
        sheet.texts(row, (term,), "bold")
        sheet.texts(row, ("", value))
        row += 1
    row += 1
    sheet.head(row, ("Sheet", "What it holds"))
    for at, (name, about) in enumerate(ABOUT.items(), start=row + 1):
        sheet.text(at, 0, name, "bold")
        sheet.text(at, 1, about)
    row += len(ABOUT) + 2
    sheet.text(row, 0, "How to use it", "heading")
    for at, line in enumerate(_USE, start=row + 1):
        sheet.text(at, 0, line, "label")


def _facts(known: Material, vintage: Vintage) -> Iterator[tuple[str, str]]:
    if known.case.illustrative:
        yield "Invented", "This is a teaching case. Its numbers are made up."
    yield "Case", known.case.slug
    yield "Organisation", known.case.organisation.name
    yield "Summary", known.case.summary
    yield "Framework", f"{known.framework.title}, edition {vintage.framework}"
    schedule = known.framework.schedules.get(vintage.discounting)
    yield "Discounting", schedule.title if schedule else vintage.discounting
    index = known.framework.price_indices.get(vintage.price_index)
    yield "Prices", f"{vintage.price_year}, {index.title if index else 'no price index'}"
    yield "Years", wording.counted(vintage.horizon, "year", "years")
    yield "Currency", vintage.currency
    if vintage.valued_on:
        yield "Values in force on", vintage.valued_on
