"""Where pages stand below the site, and how one leads to another."""

import posixpath

HOME = "index.html"
CASES = "cases/index.html"
CASES_CSV = "data/cases.csv"
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


def case_address(slug: str) -> str:
    """Return the address of the page of a case."""
    return f"cases/{slug}/index.html"


def principle_address(principle: str) -> str:
    """Return the address of the page of a principle."""
    return f"framework/principles/{principle}/index.html"


def check_address(code: str) -> str:
    """Return the address of the page of a check."""
    return f"checks/{code.lower()}/index.html"


def prose_address(path: str) -> str:
    """Return the address of a page of prose, given its path below framework/pages."""
    return f"{path}.html" if posixpath.basename(path) == "index" else f"{path}/index.html"


def relative(path: str, target: str) -> str:
    """Return the way from the page at `path` to `target`, an address below the site."""
    address, mark, anchor = target.partition("#")
    if address == path:
        return mark + anchor or posixpath.basename(path)
    return posixpath.relpath(address, posixpath.dirname(path) or ".") + mark + anchor
