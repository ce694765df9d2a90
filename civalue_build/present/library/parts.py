"""The parts of the framework, and how a page that is one of them is drawn."""

from civalue_build.model.site import Page
from civalue_build.present.addresses import (
    APPROACHES,
    CASES,
    CHANGES,
    CLAIMS,
    DISCOUNTING,
    FRAMEWORK,
    GLOSSARY,
    GRADES,
    KINDS,
    PARTIES,
    PLAIN_LANGUAGE,
    PRICE_INDICES,
    PRIORITIES,
    READING,
    REPORTING,
    SETTINGS,
    TAGS,
    THRESHOLDS,
    UNIT_VALUES,
    UNITS,
)
from civalue_build.present.library.base import draw, ways
from civalue_build.present.library.views import Section
from civalue_build.present.views import Link

UP = Link(text="The framework", href=FRAMEWORK)

ONWARD = (
    Link(text="Read the cases", href=CASES),
    Link(text="Back to the framework", href=FRAMEWORK),
)

PARTS = (
    Link(text="Kinds of benefit", href=KINDS),
    Link(text="How far a benefit has come", href=CLAIMS),
    Link(text="Parties and perspectives", href=PARTIES),
    Link(text="Settings", href=SETTINGS),
    Link(text="Priorities", href=PRIORITIES),
    Link(text="Tags", href=TAGS),
    Link(text="Units", href=UNITS),
    Link(text="Unit values", href=UNIT_VALUES),
    Link(text="Evidence grades", href=GRADES),
    Link(text="Reading the charts", href=READING),
    Link(text="Reporting quality", href=REPORTING),
    Link(text="Other approaches to value", href=APPROACHES),
    Link(text="Discount schedules", href=DISCOUNTING),
    Link(text="Price indices", href=PRICE_INDICES),
    Link(text="Thresholds of the checks", href=THRESHOLDS),
    Link(text="Glossary and short forms", href=GLOSSARY),
    Link(text="Plain words", href=PLAIN_LANGUAGE),
    Link(text="Values and editions by date", href=CHANGES),
)
"""The lists and tables of the framework, by address below the site."""

SELF_CHECK = "how-we-meet-our-principles"
"""The page of prose that holds the framework to its own principles."""


def part(path: str, title: str, lead: str, *sections: Section) -> Page:
    """Draw a page that is a part of the framework."""
    return draw(
        path,
        "library_sections.html",
        title=title,
        lead=lead,
        up=UP,
        onward=ways(path, *ONWARD),
        sections=sections,
    )
