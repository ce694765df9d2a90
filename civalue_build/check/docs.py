"""The documentation of a rule, read from its docstring."""

from inspect import cleandoc

from civalue_build.model.enums import Level
from civalue_build.model.finding import CheckDoc

FAILS = "*Fails:*"
PASSES = "*Passes:*"


def read_docs(
    docstring: str, code: str, name: str, level: Level, principle: str | None
) -> tuple[CheckDoc, str]:
    """Return the page of a rule, and the path at which its failing example fails.

    A docstring is a summary, paragraphs, `*Fails:* at <path>` with an indented example, and
    `*Passes:*` with another.
    """
    text, _, examples = cleandoc(docstring).partition(f"\n{FAILS}")
    fails, _, passes = examples.partition(f"\n{PASSES}")
    path, _, fails = fails.partition("\n")
    summary, _, explanation = text.strip().partition("\n\n")
    doc = CheckDoc(
        code=code,
        name=name,
        level=level,
        summary=" ".join(summary.split()),
        explanation=_paragraphs(explanation),
        principle=principle,
        fails=_example(fails),
        passes=_example(passes),
    )
    return doc, path.strip().removeprefix("at ").strip()


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n")).strip()


def _example(text: str) -> str:
    from textwrap import dedent  # noqa: PLC0415 not to check a case

    body = dedent(text).strip("\n")
    return f"{body}\n" if body.strip() else ""
