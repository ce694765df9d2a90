"""Only a line has years to spread a total over."""

from collections.abc import Iterator

from civalue_build.check.lines import placed_estimates, placed_lines
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.estimate import Estimate
from civalue_build.model.place import KeyPath
from civalue_build.model.subject import Subject

SPREAD = ("quantity", "amount")
"""Keys of a line that a total may stand under."""


@rule(code="CV074", level=Level.ERROR)
def total_out_of_place(subject: Subject) -> Iterator[Fault]:
    """Total stands where there are no years to spread it over.

    A total over several years belongs under `quantity` or `amount` of a line. A shared volume, a
    price, a share, and the number of one year are what they are in each year.

    *Fails:* at volumes.ulcers.total

        volumes: {ulcers: {total: 660, over: 0-2}}

    *Passes:*

        volumes: {ulcers: 220}
    """
    placed: list[tuple[KeyPath, Estimate]] = [
        (("volumes", name), volume) for name, volume in subject.case.volumes.items()
    ]
    for path, line in placed_lines(subject.case):
        placed += [item for item in placed_estimates(path, line) if item[0][-1] not in SPREAD]
    for path, estimate in placed:
        if estimate.total is not None:
            yield (*path, "total"), "only the quantity or the amount of a line can be a total"
