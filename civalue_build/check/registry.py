"""Every rule, found and never listed: one module of `check.rules` each."""

from importlib import import_module
from pkgutil import iter_modules

from civalue_build.check.rule import Rule
from civalue_build.model.finding import CheckDoc

PACKAGE = "civalue_build.check.rules"


def _discover() -> tuple[Rule, ...]:
    names = sorted(info.name for info in iter_modules(import_module(PACKAGE).__path__))
    found = [getattr(import_module(f"{PACKAGE}.{name}"), name) for name in names]
    return tuple(sorted(found, key=lambda rule: int(rule.code.removeprefix("CV"))))


RULES: tuple[Rule, ...] = _discover()
"""All rules in the order of their codes."""

BY_NAME = {rule.name: rule for rule in RULES}
"""All rules by the name that a waiver gives."""


def docs() -> tuple[CheckDoc, ...]:
    """Return the documentation of every rule in the order of their codes."""
    return tuple(rule.doc for rule in RULES)
