"""The workbook of one case: the same arithmetic as on its page, as formulas that follow changes.

Importing this module imports XlsxWriter, which is slow to start: import it where a book is made.
"""

import io

from civalue_build.model.appraisal import Appraisal, Vintage
from civalue_build.model.case import Case
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.rests import Rests
from civalue_build.model.site import Asset
from civalue_build.present.addresses import workbook_address
from civalue_build.present.case.base import Material
from civalue_build.present.workbook.accounts import write_accounts
from civalue_build.present.workbook.by_year import Ground, write_by_year
from civalue_build.present.workbook.discounting import write_discounting
from civalue_build.present.workbook.inputs import write_inputs
from civalue_build.present.workbook.lines import write_lines
from civalue_build.present.workbook.paper import Book, opened
from civalue_build.present.workbook.prices import write_prices
from civalue_build.present.workbook.readme import ABOUT, write_readme
from civalue_build.present.workbook.results import write_results
from civalue_build.present.workbook.sensitivity import write_sensitivity
from civalue_build.present.workbook.worth import worths

READ_ME = "Read me"
SHEETS = (READ_ME, *ABOUT)


def workbook(case: Case, appraisal: Appraisal, framework: Framework) -> Asset | None:
    """Return the workbook of a case at `cases/<slug>/<slug>.xlsx`; none where it states no money.

    The same case gives the same bytes on every day.
    """
    if appraisal.vintage is None or appraisal.rests is None:
        return None
    known = Material(
        case=case, appraisal=appraisal, judgement=Judgement(findings=()), framework=framework
    )
    buffer = io.BytesIO()
    with opened(SHEETS, case.title, appraisal.vintage.currency, buffer) as book:
        _write(book, known, appraisal.rests, appraisal.vintage)
    return Asset(path=workbook_address(case.slug), content=buffer.getvalue())


def _write(book: Book, known: Material, rests: Rests, vintage: Vintage) -> None:
    sheets = book.sheets
    write_readme(sheets[READ_ME], known, vintage)
    inputs = write_inputs(sheets["Inputs"], known, rests)
    prices = write_prices(sheets["Price base"], known, vintage)
    factors = write_discounting(book, sheets["Discounting"], known, rests, vintage)
    rows = write_lines(sheets["Lines"], known, rests, inputs, prices)
    ground = Ground(rows=rows, inputs=inputs, prices=prices, factors=factors, years=vintage.horizon)
    made = write_by_year(sheets["Lines by year"], ground)
    accounts = write_accounts(sheets["Accounts"], known, rows, made)
    headline = write_results(book, sheets["Results"], known, accounts, (rows, made))
    lines = worths(ground, made)
    write_sensitivity(sheets["Sensitivity"], known, inputs, lines, headline)
