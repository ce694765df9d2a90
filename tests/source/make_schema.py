"""Write schema/case.schema.json again: `python -m tests.source.make_schema`."""

import json
from pathlib import Path

from civalue_build.source.shape.schema import case_schema

PATH = Path(__file__).parents[2] / "schema" / "case.schema.json"


def text() -> str:
    """Return the schema as its file holds it."""
    return json.dumps(case_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), "utf-8")
