"""A case as a newcomer answers for it, and a spreadsheet filled in with those answers."""

import io
from collections.abc import Mapping

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from civalue_build.model.framework import Framework
from civalue_build.model.intake import SERIES_FIELDS, Facts, Field, Sort
from civalue_build.model.intake_parts import PARTS
from civalue_build.present.intake.options import options
from civalue_build.present.intake.spreadsheet import spreadsheet

SERIES = (
    ("2023-10", "6.3", "1650", ""),
    ("2023-11", "5.9", "1702", "Ward moved, then back"),
    ("2023-12", "", "", ""),
    ("2024-01", "4.1", "1688", ""),
)

FILLED: Facts = {
    "case": [
        {
            "title": "Walking rounds: two wards",
            "summary": "Nurses and therapists help patients to walk. Fewer patients fall.",
            "record": "team",
            "organisation.name": "Example Hospitals NHS Foundation Trust",
            "setting": "acute",
            "status": "completed",
            "period.start": "2023-04",
            "period.end": "2025-03",
            "contact.role": "Ward improvement lead",
            "contact.email": "improvement@example.org",
        }
    ],
    "story": [
        {
            "The problem": "Patients fell.\n\n- On ward 6\n- On ward 7",
            "What we changed": "Rounds at 10 & 2.",
            "What happened": "Fewer fell.",
            "What we learned": "Evenings are harder.",
        }
    ],
    "why": [
        {
            "aim.statement": "Fewer than four falls per 1,000 bed days by March 2025",
            "aim.measure": "Falls per 1,000 bed days",
            "aim.by": "2025-03",
            "sponsor.role": "Chief nurse",
        }
    ],
    "strategy": [{"priority": "safer-care", "how": "Falls are one of the trust's goals."}],
    "people": [
        {"group": "staff", "role": "co-designed", "number": "42"},
        {"group": "patients and carers", "role": "consulted"},
    ],
    "outcomes": [
        {"who": "patients", "what": "Less fear of falling", "measure": "Falls per 1,000 bed days"}
    ],
    "sums": [
        {
            "appraisal.price_year": "2023/24",
            "appraisal.horizon": "2",
            "appraisal.counterfactual": "Falls had been level for two years.",
        }
    ],
    "partners": [{"name": "Example Council", "sector": "local-authority"}],
    "costs": [
        {
            "label": "Therapist, two mornings a week",
            "type": "direct",
            "paid_by": "Our organisation",
            "amount": "20000",
            "price_year": "2023/24",
            "years": "0-1",
            "grade": "2",
            "source": "Ward cost centre reports",
        },
        {
            "label": "Leaflets",
            "type": "indirect",
            "paid_by": "Example Council",
            "years": "0",
            "source": "Ward cost centre reports",
        },
    ],
    "benefits": [
        {
            "label": "Bed days no longer needed",
            "kind": "released-capacity",
            "gained_by": "Our organisation",
            "quantity": "150",
            "unit_value": "bed-day",
            "years": "0-1",
            "attribution": "60",
            "claim": "forecast",
            "measure": "Falls per 1,000 bed days",
            "grade": "3",
            "source": "Ward falls audit",
        }
    ],
    "study": [{"evaluation.design": "before and after"}],
    "measures": [
        {
            "label": "Falls per 1,000 bed days",
            "unit": "per 1,000 bed days",
            "better": "lower",
            "role": "outcome",
            "target": "4",
            "change_on": "2023-12",
            "source": "Ward falls audit",
            "series": "\n".join(["date\tvalue", *("\t".join(row) for row in SERIES)]),
        },
        {
            "label": "Therapy visits that began late",
            "unit": "percent",
            "better": "lower",
            "role": "balancing",
            "before.value": "12",
            "before.period": "2022/23",
            "after.value": "11",
            "after.period": "2024/25",
            "result": "no-effect",
            "source": "Ward falls audit",
        },
    ],
    "sources": [
        {"title": "Ward cost centre reports", "kind": "finance-ledger", "year": "2025"},
        {"title": "Ward falls audit", "kind": "audit", "url": "https://example.org/falls?a=1&b=2"},
    ],
    "learning": [{"learning.adapt": "Begin with the evening.", "learning.spread": "Two wards."}],
}
"""Every part is answered, and costs that nobody knows are among them."""


def filled(framework: Framework, facts: Facts = FILLED) -> bytes:
    """Return the spreadsheet to fill in, filled in as a person would: words of the lists."""
    book = load_workbook(io.BytesIO(spreadsheet(framework)))
    words = {
        (name, option.id): option.text
        for name, held in options(framework).items()
        for option in held
    }
    labels = {book["Case"].cell(row, 1).value: row for row in range(1, book["Case"].max_row + 1)}
    for part in PARTS:
        for at, answers in enumerate(facts.get(part.id, ())):
            for column, field in enumerate(part.fields, 1):
                told = answers.get(field.path)
                if told is None or field.sort is Sort.SERIES:
                    continue
                text = words.get((field.of, told), told)
                if part.many:
                    write(book[part.sheet], at + 3, column, field, text)
                else:
                    write(book["Case"], labels[field.label], 2, field, text)
    _write_series(book, facts)
    return saved(book)


def _write_series(book: Workbook, facts: Facts) -> None:
    row = 3
    for measure in facts.get("measures", ()):
        for line in measure.get("series", "").split("\n")[1:]:
            told = (measure["label"], *line.split("\t"))
            for column, (field, text) in enumerate(zip(SERIES_FIELDS, told, strict=True), 1):
                write(book["Series"], row, column, field, text)
            row += 1


def write(sheet: Worksheet, row: int, column: int, field: Field, text: str) -> None:
    """Write an answer: numbers as numbers, all else as text."""
    is_number = field.sort in (Sort.NUMBER, Sort.WHOLE, Sort.PEOPLE)
    sheet.cell(row, column).value = (float(text) if text else None) if is_number else text or None


def saved(book: Workbook) -> bytes:
    """Return a workbook as a file."""
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def with_cells(book: bytes, cells: Mapping[tuple[str, str], object]) -> bytes:
    """Return a workbook with other values in some cells, by sheet and place."""
    opened = load_workbook(io.BytesIO(book))
    for (sheet, place), value in cells.items():
        if sheet not in opened.sheetnames:
            opened.create_sheet(sheet)
        opened[sheet][place].value = value
    return saved(opened)
