"""The one Jinja2 environment: contributors' text is data, and every value is escaped."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.compiler import CodeGenerator, Frame
from jinja2.nodes import Getattr

from civalue_build.present import wording

FILTERS = {
    "sentence": wording.sentence,
    "capital": wording.capital,
    "label": wording.label,
    "money": wording.money,
    "number": wording.number,
    "date": wording.date,
}


class _Direct(CodeGenerator):
    """Reads `a.b` as Python does. Views are objects, never mappings, and a wrong name fails."""

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802 jinja2's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")


class _Environment(Environment):
    code_generator_class = _Direct


def environment() -> Environment:
    """Return the environment that every page is drawn with."""
    made = _Environment(
        loader=PackageLoader("civalue_build.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    return made
