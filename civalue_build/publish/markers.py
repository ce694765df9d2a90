"""Markers: the words that stand in for ours while the engine draws a page."""

import posixpath
import re

TITLE = "CIVALUETITLEMARK"
DESCRIPTION = "CIVALUEDESCRIPTIONMARK"
BODY_START = "CIVALUEBODYSTARTMARK"
BODY_END = "CIVALUEBODYENDMARK"
PARENT = "CIVALUEPARENTMARK"
CHILD = "CIVALUECHILDMARK"
ALONE = "CIVALUEALONEMARK"

ADDRESS = "civalueaddressmark"
"""The name of the folder where a family's specimen stands."""

NAMES = {
    TITLE: "title",
    DESCRIPTION: "description",
    BODY_START: "body",
    BODY_END: "body",
    PARENT: "table of contents",
    CHILD: "table of contents",
    ALONE: "table of contents",
    ADDRESS.upper(): "address",
}
"""What each marker stands for, in words."""

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


def specimen(family: str) -> str:
    """Return where the specimen of a family stands: as deep below the site as its pages."""
    return f"{family}/{ADDRESS}/index.html"


def family(path: str) -> str:
    """Return the family to which a page at this path can belong: the folder of its folder."""
    return posixpath.dirname(posixpath.dirname(path))


def word(number: int) -> str:
    """Return the marker of the text with this number in a list of texts."""
    return f"CIVALUEWORD{number}MARK"


def front_matter(*, title: str, description: str, wide: bool = False) -> str:
    """Return front matter made of markers; a wide page has no menu at its side."""
    lines = ["---", f"title: {title}"]
    lines += [f"description: {description}"] if description else []
    lines += ["hide: [navigation]"] if wide else []
    return "\n".join([*lines, "---", "", ""])
