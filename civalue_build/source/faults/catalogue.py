"""Every fault of structure, and how one becomes a finding."""

from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc, Finding
from civalue_build.model.place import Place
from civalue_build.source.faults import files, front_matter, money, prose, values

_MODULES = (
    files,
    front_matter,
    values,
    money,
    prose,
)

FAULTS: tuple[CheckDoc, ...] = tuple(
    sorted(
        (doc for module in _MODULES for doc in vars(module).values() if isinstance(doc, CheckDoc)),
        key=lambda doc: doc.code,
    )
)
"""The documentation of every structural check, CV001 to CV049 and CV090 to CV097."""


def finding(
    doc: CheckDoc, message: str, place: Place, case: str = "", level: Level | None = None
) -> Finding:
    """Return one finding of the fault `doc` at a place, at its own level unless told otherwise."""
    return Finding(
        code=doc.code,
        name=doc.name,
        level=level or doc.level,
        message=message,
        place=place,
        case=case,
    )
