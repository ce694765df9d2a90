"""Faults of the front matter as YAML, before anybody asks what its keys mean."""

from civalue_build.source.faults.doc import fault

FRONT_MATTER_MISSING = fault(
    10,
    "front-matter-missing",
    "The file does not begin with front matter.",
    """The first line of the file is three hyphens, then come the keys with their values, then a
    line of three hyphens again, and after that the text. Nothing may stand before the first
    line.""",
)
FRONT_MATTER_NOT_CLOSED = fault(
    11,
    "front-matter-not-closed",
    "The front matter has no end.",
    """A line of three hyphens, alone and at the start of the line, parts the front matter from the
    text. Add it after the last key.""",
)
NOT_READABLE = fault(
    12,
    "front-matter-not-readable",
    "The front matter cannot be read from the place shown.",
    """Front matter is YAML: one key on each line, a colon and a space, then the value; what belongs
    to a key stands below it, indented with spaces. Common slips are a missing space after a colon,
    a colon inside a value without quotes, a tab, and a quote or bracket that is not closed.
    Until this is mended, the rest of the front matter cannot be judged.""",
)
TOO_COMPLEX = fault(
    13,
    "too-complex",
    "The front matter is nested too deep, or holds too many or too long values.",
    """No case needs more than 16 levels, 20,000 values, 5,000 brackets or a value of more than
    20,000 characters.""",
)
ANCHOR_OR_ALIAS = fault(
    14,
    "anchor-or-alias",
    "The front matter uses an anchor (&), an alias (*) or a merge key (<<).",
    """These shorten YAML by pointing from one place to another, which makes files hard to review
    and can be misused. Write the value out. A text that begins with & or * needs quotes.""",
)
TAG_OR_DIRECTIVE = fault(
    15,
    "tag-or-directive",
    "The front matter uses a tag (!) or a directive (%).",
    """Tags can make a program do things while it reads. Leave the tag out. A text that begins with
    ! or % needs quotes.""",
)
SEVERAL_DOCUMENTS = fault(
    16,
    "several-documents",
    "The file holds several YAML documents.",
    """One file describes one thing. Remove the line that begins with --- or ... in the middle of
    it.""",
)
DUPLICATE_KEY = fault(
    17,
    "duplicate-key",
    "The same key stands twice in one place.",
    """Only one of the two could count, and nobody would know which. Keep one of them.""",
)
KEY_NOT_A_NAME = fault(
    18,
    "key-not-a-name",
    "A key is not a name.",
    """Keys are words, such as title or unit_value. Only under years, and where a table lists years,
    keys are numbers.""",
)
UNKNOWN_KEY = fault(
    19,
    "unknown-key",
    "The format has no such key here.",
    """The key is misspelt, or stands at the wrong level. What it says would be lost, so it is not
    passed over.""",
)
MISSING_KEY = fault(
    20,
    "missing-key",
    "A key that must be there is missing or has no value.",
    """Every case needs format, title, summary, organisation with its name, setting, status, period
    with its start, and record. Lines, measures, partners and sources need their own. Add the key
    with its value.""",
)
