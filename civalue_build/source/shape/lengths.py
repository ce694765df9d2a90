"""How long a text may be, by the key that holds it."""

from civalue_build.model.place import KeyPath
from civalue_build.source.yaml.strict import SCALAR_LENGTH

NAME, ONE_LINE, SUMMARY = 80, 300, 2_000
_NAMES = (
    "id", "programme", "setting", "measure", "priority", "paid_by", "gained_by", "from_party",
    "saving_key", "volume", "discounting", "price_index", "currency", "ods", "icb", "tags",
    "cases", "covers", "lines", "formerly", "per", "held_by",
)  # fmt: skip
_ONE_LINES = (
    "title", "name", "label", "unit", "group", "role", "publisher", "year", "period", "by",
    "decided_by", "source", "email", "kind", "singular", "term", "short", "heading", "series",
    "ledger", "evidence", "table", "stage", "before", "after",
)  # fmt: skip
_LONGEST = {
    **dict.fromkeys(_NAMES, NAME),
    **dict.fromkeys(_ONE_LINES, ONE_LINE),
    "summary": SUMMARY,
    "url": SUMMARY,
}


def longest(path: KeyPath) -> int:
    """Return how many characters the text at a path may have."""
    names = [step for step in path if isinstance(step, str)]
    return _LONGEST.get(names[-1], SCALAR_LENGTH) if names else SCALAR_LENGTH
