"""Earlier names of a case are addresses."""

from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.names import is_slug
from civalue_build.model.subject import Subject


@rule(code="CV080", level=Level.ERROR)
def former_name_not_usable(subject: Subject) -> Iterator[Fault]:
    """Earlier name is no address, or is the name today.

    Under `formerly` stand the names that the folder of the case had before. The address of each
    leads on to the page as it is called now. A name has small letters, digits and single hyphens,
    at most 80 of them, and stands once.

    *Fails:* at formerly.0

        formerly: [Skin check rounds]

    *Passes:*

        formerly: [skin-check-rounds]
    """
    names = subject.case.formerly
    for at, name in enumerate(names):
        if not is_slug(name):
            yield ("formerly", at), f"the earlier name “{name}” cannot be an address"
        elif name == subject.case.slug:
            yield ("formerly", at), f"“{name}” is the name of the case today"
        elif name in names[:at]:
            yield ("formerly", at), f"the earlier name “{name}” stands here twice"
