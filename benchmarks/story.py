"""The prose of a generated case: some 600 words under the four headings."""

from benchmarks.words import Words


def story(words: Words) -> str:
    """Return Markdown with paragraphs, lists, a table, links and a footnote."""
    sections = (
        ("The problem", [_opening(words), _paragraph(words, 5), _list(words, 3, "- ")]),
        ("What we changed", [_paragraph(words, 5), _list(words, 4, "1. "), _linked(words)]),
        ("What happened", [_paragraph(words, 4), _table(words), _noted(words)]),
        ("What we learned", [_paragraph(words, 3), _list(words, 4, "- ")]),
    )
    return "\n\n".join(
        f"## {heading}\n\n" + "\n\n".join(blocks) for heading, blocks in sections
    ) + "\n"  # fmt: skip


def _opening(words: Words) -> str:
    return f"This is an invented example. {_paragraph(words, 2)}"


def _paragraph(words: Words, sentences: int) -> str:
    return " ".join(f"{words.sentence()}." for _ in range(sentences))


def _list(words: Words, items: int, mark: str) -> str:
    return "\n".join(f"{mark}{words.sentence('bullets')}." for _ in range(items))


def _linked(words: Words) -> str:
    name = words.name()
    return (
        f"The [toolkit of {name}](https://example.org/{name.lower()}/toolkit) and the "
        f'[notes of the team](https://example.org/notes/{words["count"]} "Notes") say more. '
        f"{words.sentence()}."
    )


def _table(words: Words) -> str:
    rows = (
        f"| {words.sentence('where')} | {words['count']} | {words['share']} |"
        for _ in range(words.between(3, 6))
    )
    return "\n".join(["| Where | Seen | Changed |", "| --- | ---: | ---: |", *rows])


def _noted(words: Words) -> str:
    return f"{_paragraph(words, 3)}[^1]\n\n[^1]: {words.sentence()}. {words.sentence()}."
