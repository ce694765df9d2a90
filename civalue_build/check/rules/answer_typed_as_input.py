"""A figure is tested against its inputs, not against itself."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_lines
from civalue_build.check.rule import Fault, rule
from civalue_build.check.typed import bare_key, is_typed_part, is_typed_total
from civalue_build.model.enums import Level, Reproduces
from civalue_build.model.subject import Subject


@rule(code="CV2005", level=Level.ERROR)
def answer_typed_as_input(subject: Subject) -> Iterator[Fault]:
    """Figure is compared with itself.

    A total that is typed as a bare amount, or as one unit at that price, reproduces itself and
    shows nothing. So does a price, or a quantity, that is typed in a single line. State the
    quantity and the price of one, or say that the figure's inputs are not stated.

    *Fails:* at costs.0.amount

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            amount: 96000
            price_year: 2023/24
            years: 0
            grade: 2
            source: accounts

    *Passes:*

        costs:
          - id: nurse-lead
            label: Lead nurse, half time
            type: direct
            paid_by: self
            amount: 96000
            price_year: 2023/24
            years: 0
            grade: 2
            source: accounts
        printed: []
    """
    case = subject.case
    values = {value.id: value for value in subject.appraisal.lines if not value.undefined}
    tested = [(at, p) for at, p in enumerate(case.printed) if p.reproduces is Reproduces.FULLY]
    for path, line in placed_lines(case):
        value = values.get(line.id)
        key = bare_key(line) if value else None
        for at, item in tested:
            told = f"“{line.label}” is the printed “{item.label}” itself"
            if value and key and is_typed_total(item, line, value, subject.appraisal.lines):
                yield (*path, key), told
            elif is_typed_part(item, line, value):
                yield ("printed", at), told
