"""Faults of the text below the front matter."""

from civalue_build.model.enums import Level
from civalue_build.source.faults.doc import fault

RAW_HTML = fault(
    46,
    "raw-html",
    "The text holds HTML.",
    """HTML and HTML comments are not published, because they can carry programs. Use Markdown: two
    stars for bold, a table with bars. Put a sign such as < in code marks, or write it as a
    word.""",
)
LINK_NOT_ALLOWED = fault(
    47,
    "link-not-allowed",
    "A link leads to something other than a web page or an email address.",
    """Links begin with https://, http:// or mailto:, or lead to a place in this library.""",
)
HEADING_NOT_USABLE = fault(
    48,
    "heading-not-usable",
    "A heading is of the first level, or repeats one above.",
    """The title of the case is its heading of the first level. Parts of the text begin with two
    number signs (##), and each of them occurs once. Use ### for headings inside a part.""",
)
PROSE_TOO_COMPLEX = fault(
    94,
    "text-too-complex",
    "The text is nested too deep, or holds too much Markdown.",
    """A narrative needs few lists inside lists. At most 20 levels of lists, quotes and emphasis,
    one inside the other, and 50,000 parts of Markdown are read. Until this is mended, the text
    cannot be judged.""",
)
HEADING_NOT_KNOWN = fault(
    49,
    "heading-not-known",
    "A part of the text is not under one of the four headings.",
    """Readers find their way because every case has the same parts: The problem, What we changed,
    What happened, What we learned.""",
    Level.ADVICE,
)
EXAMPLE_NOT_KNOWN = fault(
    97,
    "example-not-known",
    "A page of the framework asks for a worked example in words that are not known.",
    """A block that opens with ```worked has a line figure: with the name of a figure and, where
    wanted, lines case:, line: and year:. A figure that no case has is no fault: the page then says
    that there is no example. A misspelt name is one, so that no page loses its example
    unnoticed.""",
)
