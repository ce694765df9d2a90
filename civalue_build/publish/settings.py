"""Which settings of mkdocs.yml a build takes: none that run code, read files or ask other hosts.

Anybody may propose a change of that file, and it is built before a person has read it.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from civalue_build.errors import CivalueError
from civalue_build.model.record import record
from civalue_build.publish.paths import checked


@record
class Rule:
    """What a setting may be, and how to say so."""

    fits: Callable[[Any], object]
    expected: str


def _like(pattern: str) -> Callable[[Any], object]:
    """Return a test for strings that match as a whole."""
    whole = re.compile(pattern, re.ASCII)
    return lambda value: isinstance(value, str) and whole.fullmatch(value)


def _each(fits: Callable[[Any], object]) -> Callable[[Any], object]:
    return lambda value: isinstance(value, list) and all(fits(item) for item in value)


def _asset(*endings: str) -> Callable[[Any], object]:
    like = _like(r"assets(?:/[\w.-]+)+")
    return lambda value: like(value) and checked(value).endswith(endings)


ANY = Rule(fits=lambda _: True, expected="anything")
SWITCH = Rule(fits=lambda value: isinstance(value, bool), expected="true or false")
PICTURE = Rule(
    fits=_asset(".svg", ".png", ".ico", ".jpg", ".webp"),
    expected="a picture's path, such as assets/favicon.svg",
)
ICON = Rule(
    fits=_like(r"[a-z0-9-]+(?:/[a-z0-9-]+)+"), expected="the name of one of the theme's pictures"
)
COLOUR = Rule(fits=_like(r"[a-z]+(?:[ -][a-z]+)?"), expected="the name of a colour")

TOP: Mapping[str, Rule] = {
    "site_name": ANY,
    "site_description": ANY,
    "site_url": Rule(
        fits=_like(r"(?:https?://[\w.-]+(?::\d+)?(?:/[\w.~%-]+)*/?)?"),
        expected="a web address, such as https://example.org/value/",
    ),
    "copyright": Rule(
        fits=lambda value: isinstance(value, str) and "<" not in value,
        expected="plain text, without tags",
    ),
    "theme": ANY,
    "use_directory_urls": Rule(
        fits=lambda value: value is False,
        expected="false, because a site is read from a folder on a computer, too",
    ),
    "edit_uri": Rule(
        fits=_like(r"(?:https://[\w.-]+(?::\d+)?(?:/[\w.~%-]+)+/?)?"),
        expected="where files are edited, such as https://github.com/owner/repository/edit/main/",
    ),
    "extra_css": Rule(
        fits=_each(_asset(".css")), expected="a list of paths below assets/ that end in .css"
    ),
    "extra_javascript": Rule(
        fits=_each(_asset(".js", ".mjs")), expected="a list of paths below assets/ that end in .js"
    ),
    "markdown_extensions": ANY,
    "validation": Rule(fits=lambda value: isinstance(value, Mapping), expected="keys with values"),
}
THEME: Mapping[str, Rule] = {
    "name": Rule(fits=lambda value: value == "material", expected="material"),
    "language": Rule(
        fits=_like("[a-z]{2}(?:-[A-Za-z]{2,4})?"), expected="a language's code, such as en"
    ),
    "font": Rule(
        fits=lambda value: value is False,
        expected="false, because a page asks no other host for anything",
    ),
    "favicon": PICTURE,
    "logo": PICTURE,
    "icon": ANY,
    "palette": ANY,
    "features": Rule(fits=_each(_like("[a-z]+(?:[.][a-z]+)*")), expected="a list of names"),
}
ICONS: Mapping[str, Rule] = dict.fromkeys(
    ("logo", "menu", "search", "close", "previous", "next", "top"), ICON
)
PALETTE: Mapping[str, Rule] = {"primary": COLOUR, "accent": COLOUR}
EXTENSIONS: Mapping[str, Mapping[str, Rule]] = {
    "toc": {
        "permalink": SWITCH,
        "toc_depth": Rule(
            fits=lambda value: value in (3, 4, 5, 6) or _like("[12]-[3-6]")(value),
            expected="2-3, or other levels with these two among them",
        ),
    },
    "tables": {},
    "fenced_code": {},
    "footnotes": {},
    "def_list": {},
    "abbr": {},
    "admonition": {},
    "sane_lists": {},
    "smarty": {},
}
WRITTEN = ("nav", "not_in_nav", "docs_dir", "site_dir")
CODE = ("plugins", "hooks", "INHERIT", "extra_templates", "custom_dir")


def refuse(settings: Mapping[str, Any], files: Iterable[str]) -> None:
    """Raise CivalueError for a setting that is not allowed, by its key.

    `files` are the paths of the site's assets, for styles and scripts that are not there.
    """
    _refuse(settings, TOP, "")
    theme = settings.get("theme")
    if not isinstance(theme, Mapping) or theme.get("name") != "material":
        raise CivalueError("mkdocs.yml: the theme must be material")
    _refuse({**theme, "font": theme.get("font")}, THEME, "theme.")
    _refuse(theme.get("icon") or {}, ICONS, "theme.icon.")
    _refuse(theme.get("palette") or {}, PALETTE, "theme.palette.")
    key = "markdown_extensions"
    for name, options in _named(settings.get(key) or [], key):
        if name not in EXTENSIONS:
            raise _unknown(f"{key}: {name}", EXTENSIONS)
        _refuse(options, EXTENSIONS[name], f"{key}.{name}.")
    present = set(files)
    for key in ("extra_css", "extra_javascript"):
        for path in sorted(set(settings.get(key) or ()) - present):
            raise CivalueError(f"mkdocs.yml: {key}: the site has no file {path}")


def _refuse(values: Any, rules: Mapping[str, Rule], above: str) -> None:
    if not isinstance(values, Mapping):
        raise CivalueError(f"mkdocs.yml: {above.rstrip('.')}: expected keys with values")
    for key, value in values.items():
        if key not in rules:
            raise _unknown(f"{above}{key}", rules)
        if not (value is None and key != "font") and not rules[key].fits(value):
            raise CivalueError(f"mkdocs.yml: {above}{key}: expected {rules[key].expected}")


def _unknown(key: str, known: Iterable[str]) -> CivalueError:
    last = key.rpartition(".")[2]
    if last in WRITTEN:
        why = "the build writes it"
    elif last in CODE:
        why = "a build runs no code of a library"
    else:
        why = f"only these can be: {', '.join(known)}" if known else "it is not one that is known"
    return CivalueError(f"mkdocs.yml: {key} cannot be set, because {why}")


def _named(items: Any, key: str) -> Iterator[tuple[str, Any]]:
    """Give the names of a list, each alone or with its own settings."""
    for item in items if isinstance(items, list) else [items]:
        for name, options in item.items() if isinstance(item, Mapping) else [(item, None)]:
            if not isinstance(name, str):
                raise CivalueError(f"mkdocs.yml: {key}: expected a list of names")
            yield name, options or {}
