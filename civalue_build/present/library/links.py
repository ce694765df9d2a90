"""Links between files of the framework folder, made into links between pages of the site."""

import posixpath
import re
from collections.abc import Callable, Iterator

import pyromark

from civalue_build.errors import CivalueError
from civalue_build.present.addresses import (
    APPROACHES,
    CLAIMS,
    DEFINITIONS,
    DISCOUNTING,
    FRAMEWORK,
    GLOSSARY,
    GRADES,
    KINDS,
    LENSES,
    PARTIES,
    PLAIN_LANGUAGE,
    PRICE_INDICES,
    PRIORITIES,
    REPORTING,
    SETTINGS,
    TAGS,
    THRESHOLDS,
    UNIT_VALUES,
    UNITS,
    approach_address,
    principle_address,
    prose_address,
)

FILES = {
    "framework.yml": FRAMEWORK,
    "wemmerlov.yml": f"{FRAMEWORK}#literature",
    "units.yml": UNITS,
    "evidence-grades.yml": GRADES,
    "kinds.yml": KINDS,
    "claims.yml": CLAIMS,
    "sectors.yml": f"{PARTIES}#sectors",
    "perspectives.yml": f"{PARTIES}#perspectives",
    "settings.yml": SETTINGS,
    "priorities.yml": PRIORITIES,
    "tags.yml": TAGS,
    "glossary.yml": GLOSSARY,
    "acronyms.yml": f"{GLOSSARY}#short-forms",
    "plain-language.yml": PLAIN_LANGUAGE,
    "thresholds.yml": THRESHOLDS,
    "principles": f"{FRAMEWORK}#principles",
    "lenses": LENSES,
    "definitions": DEFINITIONS,
    "unit-values": UNIT_VALUES,
    "discount-schedules": DISCOUNTING,
    "price-indices": PRICE_INDICES,
    "reporting": REPORTING,
    "approaches": APPROACHES,
}
"""From a file or folder of the framework to the page that shows it."""

FOLDERS = {
    "principles": principle_address("{}"),
    "lenses": f"{LENSES}#{{}}",
    "definitions": f"{DEFINITIONS}#{{}}",
    "unit-values": f"{UNIT_VALUES}#{{}}",
    "discount-schedules": f"{DISCOUNTING}#{{}}",
    "price-indices": f"{PRICE_INDICES}#{{}}",
    "reporting": f"{REPORTING}#{{}}",
    "approaches": approach_address("{}"),
}
"""From a folder with one file for each thing to the page, or the place on it, of one thing."""

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|#|//", re.IGNORECASE)


def site_address(source: str) -> str | None:
    """Return where the site shows a file of the framework folder; none where it does not."""
    if source in FILES:
        return FILES[source]
    folder, _, name = source.partition("/")
    stem = name.rpartition(".")[0]
    if folder == "pages" and name.endswith(".md"):
        return prose_address(stem)
    return FOLDERS[folder].format(stem) if folder in FOLDERS and stem else None


def rewrite_links(markdown: str, source: str, to: Callable[[str], str]) -> str:
    """Return Markdown whose links to files of the framework lead where `to` says.

    `source` is the file's path in the framework folder; `to` is given an address below the site.
    Raises CivalueError for a link to something that the site does not show.
    """
    raw = markdown.encode()
    for start, end, target in reversed(tuple(_links(markdown))):
        piece, _, rest = raw[start:end].rpartition(target.encode())
        if not piece:
            raise CivalueError(f"framework/{source}: write the link to {target} in place")
        raw = raw[:start] + piece + to(_address(source, target)).encode() + rest + raw[end:]
    return raw.decode()


def _address(source: str, target: str) -> str:
    """Return the address below the site to which a link in `source` leads."""
    file, mark, anchor = target.partition("#")
    address = site_address(posixpath.normpath(posixpath.join(posixpath.dirname(source), file)))
    if address is None:
        raise CivalueError(f"framework/{source}: the link to {target} leads to no page")
    return address.partition("#")[0] + mark + anchor if anchor else address


def _links(markdown: str) -> Iterator[tuple[int, int, str]]:
    """Find links to other files: where each begins and ends, in bytes, and its target."""
    for event, span in pyromark.events_with_range(markdown, options=pyromark.Options.ENABLE_TABLES):
        match event:
            case {"Start": {"Link": {"dest_url": str(target)}}} if not _ELSEWHERE.match(target):
                yield span["start"], span["end"], target
