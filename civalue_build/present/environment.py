"""The one Jinja2 environment: contributors' text is data, and every value is escaped."""

import re
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Expr, Getattr
from markupsafe import Markup, escape

from civalue_build.present import wording
from civalue_build.present.compiled import Compiled

_TEMPLATES = Path(__file__).parent / "templates"

FILTERS = {
    "sentence": wording.sentence,
    "capital": wording.capital,
    "label": wording.label,
    "money": wording.money,
    "number": wording.number,
    "date": wording.date,
}


_has_marks = re.compile("[&<>'\"]").search


def escaped(value: object) -> str:
    """Return what stands in a page for a value: its text escaped, and finished HTML as it is.

    Most texts need no escape: to look for one takes a quarter of the time of making it.
    """
    if type(value) is Markup or (type(value) is str and not _has_marks(value)):
        return value
    return escape(value)


class _Direct(CodeGenerator):
    """Reads `a.b` as Python does, and escapes every value that is put out.

    Views are objects, never mappings, and a wrong name fails.
    """

    def _output_child_pre(self, node: Expr, frame: Frame, finalize: object) -> None:  # noqa: ARG002
        self.write("environment.escaped(")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 jinja2's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class _Environment(Environment):
    code_generator_class = _Direct
    escaped = staticmethod(escaped)


def environment() -> Environment:
    """Return the environment that every page is drawn with."""
    made = _Environment(
        loader=PackageLoader("civalue_build.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=Compiled(_TEMPLATES, Path(__file__).read_text(encoding="utf-8")),
    )
    made.filters.update(FILTERS)
    return made
