"""A proposed mkdocs.yml can run no code, read no file and ask no other host."""

from pathlib import Path
from typing import Any

import pytest

from civalue_build.errors import CivalueError
from civalue_build.publish.engine import draw_chrome
from civalue_build.publish.engines import Engine
from civalue_build.publish.settings import refuse
from tests.publish.conftest import Reading
from tests.publish.small_site import CASE, SETTINGS, SITE

FILES = tuple(asset.path for asset in SITE.assets)
THEME = SETTINGS["theme"]
SCRIPT = '"><script src=//evil.example></script>'


def extensions(*names: Any) -> dict[str, Any]:
    return {"markdown_extensions": list(names)}


def theme(**settings: Any) -> dict[str, Any]:
    return {"theme": THEME | settings}


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        (extensions({"pymdownx.snippets": {"base_path": "/etc"}}), "extensions: pymdownx.snippets"),
        (extensions("evil"), "markdown_extensions: evil"),
        (extensions("toc:TocExtension"), "markdown_extensions: toc:TocExtension"),
        (extensions("markdown.extensions.toc"), "markdown_extensions: markdown.extensions.toc"),
        (extensions("attr_list"), "markdown_extensions: attr_list"),
        (extensions("md_in_html"), "markdown_extensions: md_in_html"),
        (extensions({"toc": {"slugify": "os.system"}}), "markdown_extensions.toc.slugify"),
        (extensions({"toc": {"permalink": "x"}}), "toc.permalink: expected true or false"),
        (extensions({"toc": {"toc_depth": "3-4"}}), "toc.toc_depth: expected 2-3"),
        (extensions({"footnotes": {"BACKLINK_TEXT": SCRIPT}}), "footnotes.BACKLINK_TEXT"),
        ({"markdown_extensions": {"pymdownx.snippets": {}}}, "markdown_extensions: pymdownx"),
        ({"markdown_extensions": 3}, "markdown_extensions: expected a list of names"),
        (extensions({"toc": 3}), "markdown_extensions.toc: expected keys"),
        ({"plugins": ["search"]}, "plugins cannot be set, because a build runs no code"),
        ({"extra_css": ["https://evil.example/x.css"]}, "extra_css: expected a list of paths"),
        ({"extra_css": ["//evil.example/x.css"]}, "extra_css"),
        ({"extra_css": ["assets/../../x.css"]}, "assets/../../x.css"),
        ({"extra_css": ["data/x.css"]}, "extra_css: expected"),
        ({"extra_css": ["assets/gone.css"]}, "extra_css: the site has no file assets/gone.css"),
        ({"extra_javascript": ["https://evil.example/x.js"]}, "extra_javascript: expected"),
        ({"extra_javascript": [{"path": "//evil.example/x.js"}]}, "extra_javascript: expected"),
        ({"extra_javascript": "assets/civalue.js"}, "extra_javascript: expected"),
        ({"extra_templates": ["x.html"]}, "extra_templates cannot be set"),
        ({"extra": {"analytics": {"provider": "google"}}}, "extra cannot be set"),
        ({"repo_url": "https://evil.example"}, "repo_url cannot be set"),
        ({"site_url": f"https://x.example/{SCRIPT}"}, "site_url: expected a web address"),
        ({"site_url": "javascript:alert(1)"}, "site_url: expected a web address"),
        ({"copyright": "<script>alert(1)</script>"}, "copyright: expected plain text"),
        ({"use_directory_urls": True}, "use_directory_urls: expected false"),
        ({"edit_uri": "edit/main/"}, "edit_uri: expected where files are edited"),
        ({"edit_uri": f"https://evil.example/{SCRIPT}"}, "edit_uri: expected"),
        ({"edit_uri": "javascript:alert(1)"}, "edit_uri: expected"),
        (theme(font={"text": SCRIPT}), "theme.font: expected false"),
        (theme(font=None), "theme.font: expected false"),
        ({"theme": {"name": "material"}}, "theme.font: expected false"),
        (theme(favicon="https://evil.example/x.svg"), "theme.favicon: expected"),
        (theme(logo=f"assets/{SCRIPT}.svg"), "theme.logo: expected"),
        (theme(icon={"logo": "../../../etc/x"}), "theme.icon.logo: expected"),
        (theme(icon={"repo": "material/x"}), "theme.icon.repo cannot be set"),
        (theme(palette={"primary": SCRIPT}), "theme.palette.primary: expected"),
        (theme(palette=[{"toggle": {}}]), "theme.palette: expected keys"),
        (theme(language="../x"), "theme.language: expected"),
        (theme(static_templates=["x.html"]), "theme.static_templates cannot be set"),
        (theme(features=[SCRIPT]), "theme.features: expected"),
    ],
)
def test_a_setting_that_is_not_known_to_be_harmless_is_refused_by_its_key(
    settings: dict[str, Any], message: str
) -> None:
    with pytest.raises(CivalueError) as error:
        refuse(SETTINGS | settings, FILES)
    assert message in str(error.value)


@pytest.mark.parametrize("value", [3, "x", True, [3], [[]], [{3: 4}]])
@pytest.mark.parametrize("key", ["theme", "markdown_extensions", "extra_css", "validation"])
def test_a_setting_of_another_kind_is_refused_by_its_key(key: str, value: Any) -> None:
    with pytest.raises(CivalueError, match=key):
        refuse(SETTINGS | {key: value}, FILES)


def test_the_settings_that_a_team_may_change_are_taken_and_drawn(
    tmp_path: Path, engine: Engine
) -> None:
    settings = SETTINGS | {
        "site_url": "https://example.org:8443/value/",
        "copyright": '&copy; A & B\'s "trust"',
        "markdown_extensions": [
            {"toc": {"permalink": True, "toc_depth": 3}},
            *("tables", "fenced_code", "footnotes", "def_list"),
            *("abbr", "admonition", "sane_lists", "smarty"),
        ],
        "edit_uri": "https://github.com/owner/repository/edit/main/",
        "theme": THEME | {"palette": {"primary": "deep purple", "accent": "red"}},
        "extra_css": None,
    }
    html = draw_chrome(SITE, settings, tmp_path, engine).specimen.fill(CASE)
    assert '© A & B\'s "trust"' in " ".join(Reading(html).text("div"))
