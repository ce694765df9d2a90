"""Markers: the words that stand in for ours while the engine draws a page."""

import re

TITLE = "CIVALUETITLEMARK"
DESCRIPTION = "CIVALUEDESCRIPTIONMARK"
BODY_START = "CIVALUEBODYSTARTMARK"
BODY_END = "CIVALUEBODYENDMARK"
PARENT = "CIVALUEPARENTMARK"
CHILD = "CIVALUECHILDMARK"
ALONE = "CIVALUEALONEMARK"

SPECIMEN_PATH = "cases/civalueaddressmark/index.html"
"""Where the specimen stands: as deep below the site as every case page."""

ANY = re.compile(r"civalue[a-z]+\d*mark", re.IGNORECASE)
"""A marker, or the id that the engine made of one."""

EXAMPLE = f"""<h1>{TITLE}</h1>

{BODY_START}

## {PARENT}

### {CHILD}

## {ALONE}

{BODY_END}
"""
"""The Markdown of a page that is drawn only for its chrome."""


def word(number: int) -> str:
    """Return the marker for the text with this number in a list of texts."""
    return f"CIVALUEWORD{number}MARK"


def front_matter(*, title: str, description: str, indexed: bool, wide: bool = False) -> str:
    """Return front matter made of markers; `indexed` says whether search finds the page."""
    lines = ["---", f"title: {title}"]
    lines += [f"description: {description}"] if description else []
    lines += [] if indexed else ["search: {exclude: true}"]
    lines += ["hide: [navigation]"] if wide else []
    return "\n".join([*lines, "---", "", ""])
