"""The one Jinja2 environment: contributors' text is data, and every value is escaped."""

from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from civalue_build.present import wording

FILTERS = {
    "sentence": wording.sentence,
    "capital": wording.capital,
    "label": wording.label,
    "money": wording.money,
    "number": wording.number,
    "date": wording.date,
}


@cache
def environment() -> Environment:
    """Return the environment that every page is drawn with."""
    made = Environment(
        loader=PackageLoader("civalue_build.present"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters.update(FILTERS)
    return made


def render(template: str, **values: object) -> Markup:
    """Return a template of this package filled with `values`, as finished HTML."""
    return Markup(environment().get_template(template).render(**values))  # noqa: S704 escaped there
