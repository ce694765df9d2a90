"""How the faults of structure are written down."""

from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc


def fault(
    number: int, name: str, summary: str, explanation: str, level: Level = Level.ERROR
) -> CheckDoc:
    """Return the documentation of fault CV0`number`."""
    return CheckDoc(
        code=f"CV{number:03}",
        name=name,
        level=level,
        summary=summary,
        explanation=" ".join(explanation.split()),
    )
