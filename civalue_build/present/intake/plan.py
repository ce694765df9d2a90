"""What is asked, as the page's script reads it: parts, fields, lists."""

import json

from markupsafe import Markup

from civalue_build.model.framework import Framework
from civalue_build.model.intake import OURSELVES, Part, choices
from civalue_build.model.intake_parts import BASIS, LEADING, NOT_KEYS, ORDER, PARTS


def plan(framework: Framework) -> Markup:
    """Return the plan as JSON that can stand in a page."""
    told = {
        "parts": [_part(part) for part in PARTS],
        "lists": choices(framework),
        "units": {name: value.unit for name, value in framework.unit_values.items()},
        "ourselves": OURSELVES,
        "order": ORDER,
        "leading": LEADING,
        "basis": BASIS,
        "notKeys": NOT_KEYS,
        "few": int(framework.threshold("small-count")),
    }
    text = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 our own words, and no markup


def _part(part: Part) -> dict[str, object]:
    return {
        "id": part.id,
        "title": part.title,
        "many": part.many,
        "one": part.one,
        "namedBy": part.named_by,
        "fields": [
            {
                "path": field.path,
                "label": field.label,
                "sort": field.sort,
                "required": field.required,
                "of": field.of,
                "longest": field.longest,
            }
            for field in part.fields
        ],
    }
