"""A case's rows of the tables of the whole library, as one file beside its page.

The tables are put together from these files, so that a library of many cases is not worked out
twice. The columns of each are those of the library's data package.
"""

from collections.abc import Iterator

from civalue_build.model.site import Asset
from civalue_build.present.case.base import Material
from civalue_build.present.compact import compact_json
from civalue_build.present.library.data_columns import ROWS
from civalue_build.present.library.frames import LINES, RESULTS, line_rows, result_rows
from civalue_build.present.prose import safe_url
from civalue_build.present.sheets import Value

Cells = list[Value]


def rows_file(known: Material, folder: str) -> Asset:
    """Return every row that the tables of the library have of this case."""
    found = known.appraisal
    told = {
        "results": [[row[name] for name in RESULTS] for row in result_rows(found)],
        "lines": [[row[name] for name in LINES] for row in line_rows(found)],
        "measures": list(_points(known)),
        "sources": list(_sources(known)),
    }
    return Asset(path=f"{folder}/{ROWS}", content=compact_json(told).encode())


def _points(known: Material) -> Iterator[Cells]:
    measures = {measure.id: measure for measure in known.case.measures}
    for chart in known.appraisal.measures:
        measure = measures[chart.id]
        for point in chart.points:
            yield [
                known.case.slug,
                chart.id,
                measure.label,
                measure.unit,
                str(point.date),
                point.value,
                point.denominator,
                point.signal,
                point.reads,
                point.note or None,
            ]


def _sources(known: Material) -> Iterator[Cells]:
    for source in known.case.sources:
        yield [
            known.case.slug,
            source.id,
            source.title,
            source.kind,
            source.publisher,
            source.year,
            safe_url(source.url) or None,
            source.read_as,
        ]
