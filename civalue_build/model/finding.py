"""What a check found, and how a check documents itself."""

from collections.abc import Iterable, Mapping
from dataclasses import field

from civalue_build.model.enums import Level, Standing
from civalue_build.model.place import Place
from civalue_build.model.record import record


@record
class Finding:
    """One thing wrong, missing or better said otherwise.

    `code` is stable (CV…), `name` is what a waiver names, `message` starts lower-case and has
    no full stop. `principle` is the id of the principle that the check belongs to, if any.
    """

    code: str
    name: str
    level: Level
    message: str
    place: Place
    case: str = ""
    principle: str | None = None


@record
class Waived:
    """A finding that the author set aside, with the reason given."""

    finding: Finding
    reason: str


@record
class CheckDoc:
    """The documentation of one check, from which its page and `civalue explain` are made.

    `explanation`, `fails` and `passes` are plain text with blank lines between paragraphs;
    the two examples are YAML laid over a sound case, empty where a check has none.
    """

    code: str
    name: str
    level: Level
    summary: str
    explanation: str
    principle: str | None = None
    fails: str = ""
    passes: str = ""
    waivable: bool = False


@record
class Verdict:
    """How one case stands on one principle.

    `missing` holds the messages of the evidence that was not found, `reasons` those of waivers,
    `seen` the names of the checks whose evidence was found.
    """

    principle: str
    standing: Standing
    missing: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()


@record
class Judgement:
    """All that checking one case gave.

    `not_judged` says in words what could not be checked, and is empty where all was.
    """

    findings: tuple[Finding, ...] = ()
    waived: tuple[Waived, ...] = ()
    verdicts: Mapping[str, Verdict] = field(default_factory=dict)
    not_judged: str = ""

    @property
    def has_error(self) -> bool:
        """Whether the case must not be published."""
        return any(finding.level is Level.ERROR for finding in self.findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings in the order of their places."""
    return tuple(sorted(findings, key=lambda f: (f.place, f.code, f.message)))
