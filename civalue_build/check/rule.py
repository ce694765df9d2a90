"""What a rule is: a function of one case, with a code, a weight and its own documentation."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import field, replace

from civalue_build.check.docs import read_docs
from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc
from civalue_build.model.place import KeyPath
from civalue_build.model.record import record
from civalue_build.model.subject import Subject

Fault = tuple[KeyPath, str]
"""Where a fault stands in the case, and what it is, in lower case without a full stop."""


@record
class Inquiry:
    """A subject with what rules about waivers must know: every rule, and the names that fired."""

    subject: Subject
    rules: Mapping[str, "Rule"] = field(default_factory=dict)
    fired: frozenset[str] = frozenset()


@record
class Rule:
    """One check.

    `evidence` marks one that a principle is judged by.
    `docstring` is read only where documentation is asked for.
    `search` yields what is at fault in the case.
    `last` holds for rules about waivers, which run once all others have.
    """

    name: str
    code: str
    level: Level
    waivable: bool
    docstring: str
    search: Callable[[Inquiry], Iterator[Fault]]
    principle: str | None = None
    evidence: bool = False
    last: bool = False

    def faults(self, inquiry: Inquiry) -> tuple[Fault, ...]:
        """Return what is at fault in the case."""
        return tuple(self.search(inquiry))

    @property
    def doc(self) -> CheckDoc:
        """The page of the rule."""
        read, _ = read_docs(self.docstring, self.code, self.name, self.level, self.principle)
        return replace(read, waivable=self.waivable)

    @property
    def fails_at(self) -> str:
        """The path of the fault in the failing example."""
        return read_docs(self.docstring, self.code, self.name, self.level, self.principle)[1]


def rule(
    *,
    code: str,
    level: Level,
    principle: str | None = None,
    evidence: bool = False,
    waivable: bool | None = None,
) -> Callable[[Callable[[Subject], Iterator[Fault]]], Rule]:
    """Make a rule of a function that yields the faults of a subject.

    An error cannot be waived unless `waivable` says so; everything else can.
    """

    def decorate(function: Callable[[Subject], Iterator[Fault]]) -> Rule:
        name = function.__name__.replace("_", "-")
        may_waive = level is not Level.ERROR if waivable is None else waivable
        return Rule(
            name=name,
            code=code,
            level=level,
            waivable=may_waive,
            docstring=function.__doc__ or "",
            search=lambda inquiry: function(inquiry.subject),
            principle=principle,
            evidence=evidence,
        )

    return decorate


def rule_about_waivers(
    *, code: str, level: Level
) -> Callable[[Callable[[Inquiry], Iterator[Fault]]], Rule]:
    """Make a rule of a function that sees which other rules there are, and which fired."""

    def decorate(function: Callable[[Inquiry], Iterator[Fault]]) -> Rule:
        name = function.__name__.replace("_", "-")
        return Rule(
            name=name,
            code=code,
            level=level,
            waivable=False,
            docstring=function.__doc__ or "",
            search=function,
            last=True,
        )

    return decorate
