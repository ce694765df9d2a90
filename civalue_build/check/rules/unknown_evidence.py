"""Evidence for a principle is something in the case."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV064", level=Level.ERROR)
def unknown_evidence(subject: Subject) -> Iterator[Fault]:
    """Nothing in the case has the name that a principle gives as evidence.

    Under a principle, `evidence` lists sources, measures or lines of the same case.

    *Fails:* at principles.co-design.evidence.0

        principles:
          co-design: {how: We planned it together, evidence: [notes]}

    *Passes:*

        principles:
          co-design: {how: We planned it together, evidence: [charter]}
    """
    case = subject.case
    known = {item.id for item in (*case.sources, *case.measures, *case.lines)}
    named = (
        (("principles", name, "evidence", at), wanted)
        for name, note in case.principles.items()
        for at, wanted in enumerate(note.evidence)
    )
    yield from strangers("evidence", named, known)
