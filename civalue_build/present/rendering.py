"""Templates filled with views. What fills them is loaded with the first page that is drawn."""

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment, Template


def render(template: str, **values: object) -> Markup:
    """Return a template of this package filled with `values`, as finished HTML."""
    return Markup(_template(template).render(**values))  # noqa: S704 escaped there


@cache
def _template(name: str) -> "Template":
    return _environment().get_template(name)


@cache
def _environment() -> "Environment":
    from civalue_build.present.environment import environment  # noqa: PLC0415 slow to load

    return environment()
