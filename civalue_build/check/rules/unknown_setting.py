"""The setting is one of the framework's."""

from collections.abc import Iterator

from civalue_build.check.near import strangers
from civalue_build.check.rule import Fault, rule
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject


@rule(code="CV050", level=Level.ERROR)
def unknown_setting(subject: Subject) -> Iterator[Fault]:
    """No setting of the framework has this name.

    Cases are found by their setting, so all of them choose from one list.

    *Fails:* at setting

        setting: accute

    *Passes:*

        setting: mental-health
    """
    named = ("setting",), subject.case.setting
    yield from strangers("setting", [named], subject.framework.settings)
