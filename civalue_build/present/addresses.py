"""Where pages stand below the site, and how one leads to another."""

import posixpath

HOME = "index.html"
SEARCH = "search/index.html"
FEED = "feed.xml"
PICTURE = "assets/images/card.png"
DATA = "data/index.html"
CHANGES = "framework/changes/index.html"
TO_FILL_IN = "contribute/case-to-fill-in.xlsx"
CASES = "cases/index.html"
CASES_CSV = "data/cases.csv"
COMPARE = "compare/index.html"
PROGRAMMES = "programmes/index.html"
INSIGHTS = "insights/index.html"
INSIGHTS_PRINCIPLES = "insights/principles/index.html"
INSIGHTS_PRIORITIES = "insights/priorities/index.html"
INSIGHTS_SAVINGS = "insights/double-counting/index.html"
INSIGHTS_EDITIONS = "insights/discounting/index.html"
INSIGHTS_TRACKER = "insights/tracker/index.html"
INSIGHTS_PYTHON = "insights/python/index.html"
RETURNS_CSV = "data/returns.csv"
GROUPS_CSV = "data/returns-by-group.csv"
TOTALS_CSV = "data/totals.csv"
EDITIONS_CSV = "data/discounting.csv"
SAVINGS_CSV = "data/double-counting.csv"
PRINCIPLES_CSV = "data/principles.csv"
PRIORITIES_CSV = "data/priorities.csv"
TRACKER_CSV = "data/tracker.csv"
FRAMEWORK = "framework/index.html"
CHECKS = "checks/index.html"
UNIT_VALUES = "unit-values/index.html"
SETTINGS = "framework/settings/index.html"
PRIORITIES = "framework/priorities/index.html"
TAGS = "framework/tags/index.html"
KINDS = "framework/kinds/index.html"
CLAIMS = "framework/claims/index.html"
PARTIES = "framework/parties/index.html"
LENSES = "framework/lenses/index.html"
DEFINITIONS = "framework/definitions/index.html"
GLOSSARY = "framework/glossary/index.html"
PLAIN_LANGUAGE = "framework/plain-language/index.html"
UNITS = "framework/units/index.html"
GRADES = "framework/evidence-grades/index.html"
DISCOUNTING = "framework/discounting/index.html"
PRICE_INDICES = "framework/price-indices/index.html"
THRESHOLDS = "framework/thresholds/index.html"
REPORTING = "framework/reporting/index.html"
READING = "framework/reading-charts/index.html"
APPROACHES = "framework/approaches/index.html"


def case_address(slug: str) -> str:
    """Return the address of the page of a case."""
    return f"cases/{slug}/index.html"


def address_on(site: str, path: str) -> str:
    """Return the whole address of a page on a site; empty for a site that has no address."""
    return f"{site.rstrip('/')}/{path}" if site else ""


def workbook_address(slug: str) -> str:
    """Return the address of the workbook of a case."""
    return f"cases/{slug}/{slug}.xlsx"


def board_address(slug: str) -> str:
    """Return the address of the one page of a case for a board."""
    return f"cases/{slug}/board.html"


def view_as_address(slug: str) -> str:
    """Return the address of the page of a case as other approaches to value tell it."""
    return f"cases/{slug}/approaches.html"


def board_file(slug: str, ending: str) -> str:
    """Return the address of the same page as a file to download, such as `pdf`."""
    return f"cases/{slug}/{slug}-board.{ending}"


def compared_address(slug: str) -> str:
    """Return the address of what is set beside other cases."""
    return f"cases/{slug}/compare.json"


def programme_address(programme: str) -> str:
    """Return the address of the page of a programme."""
    return f"programmes/{programme}/index.html"


def principle_address(principle: str) -> str:
    """Return the address of the page of a principle."""
    return f"framework/principles/{principle}/index.html"


def approach_address(approach: str) -> str:
    """Return the address of the page of an approach to value."""
    return f"framework/approaches/{approach}/index.html"


def check_address(code: str) -> str:
    """Return the address of the page of a check."""
    return f"checks/{code.lower()}/index.html"


def prose_address(path: str) -> str:
    """Return the address of a page of prose, given its path below framework/pages."""
    return f"{path}.html" if posixpath.basename(path) == "index" else f"{path}/index.html"


def beside(path: str, name: str) -> str:
    """Return the address of a file that stands in the folder of the page at `path`."""
    return posixpath.join(posixpath.dirname(path), name)


def relative(path: str, target: str) -> str:
    """Return the way from the page at `path` to `target`, an address below the site.

    Both are plain paths, as the functions of this module give them.
    """
    address, mark, anchor = target.partition("#")
    *folders, name = path.split("/")
    steps = address.split("/")
    if address == path:
        return mark + anchor or name
    shared = _shared(folders, steps[:-1])
    up = "../" * (len(folders) - shared)
    return up + "/".join(steps[shared:]) + mark + anchor


def _shared(one: list[str], other: list[str]) -> int:
    """Return how many folders two ways have in common from the start."""
    shared = 0
    for own, its in zip(one, other, strict=False):
        if own != its:
            break
        shared += 1
    return shared
