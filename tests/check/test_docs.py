"""A docstring becomes a page."""

from civalue_build.check.docs import read_docs
from civalue_build.model.enums import Level

DOCSTRING = """Nobody says why.

    A first paragraph
    of two lines.

    A second.

    *Fails:* at benefits.0.grade

        benefits:
          - {id: a}

    *Passes:*

        benefits: []
    """


def test_a_docstring_is_a_summary_paragraphs_and_two_examples() -> None:
    doc, path = read_docs(DOCSTRING, "CV9999", "nobody-says-why", Level.GAP, "co-design")
    assert doc.summary == "Nobody says why."
    assert doc.explanation == "A first paragraph of two lines.\n\nA second."
    assert doc.fails == "benefits:\n  - {id: a}\n"
    assert doc.passes == "benefits: []\n"
    assert path == "benefits.0.grade"
    assert (doc.code, doc.name, doc.level, doc.principle) == (
        "CV9999",
        "nobody-says-why",
        Level.GAP,
        "co-design",
    )
