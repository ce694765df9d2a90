"""A site of seven pages with every awkwardness that a title can have."""

from pathlib import Path
from typing import Any

import yaml

from civalue_build.model.site import Asset, Heading, NavEntry, Page, ProsePage, Site

AWKWARD = "Fish & chips <b>\"best\"</b> isn't Ŵales' 日本語 العربية &amp; {{ 1 }} ' --> ]]>"
URL = "https://example.org/value/"
EDIT = "https://github.com/owner/repository/edit/main/"
SETTINGS: dict[str, Any] = yaml.safe_load(
    (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8")
)
CONTENTS = (
    Heading(level=2, text="Costs & <i>gains</i>", anchor="costs"),
    Heading(level=3, text='Who "pays"', anchor="who-pays"),
    Heading(level=3, text="日本語", anchor="日本語"),
    Heading(level=2, text="Sources", anchor="sources"),
)
CASE = Page(
    path="cases/falls/index.html",
    title=AWKWARD,
    body='<h1>Ours</h1>\n<h2 id="costs">Costs</h2>\n<pre>a\n\n\nb</pre>',
    description="What it gave: \"much\" & 'more' <now>",
    contents=CONTENTS,
    source="cases/falls/case.md",
    reviewed="2026-10-01",
)
PURPOSE = "framework/purpose/index.html"
SITE = Site(
    title='Value & "worth" <of>',
    description="One & all",
    not_found='<h1>Nothing here</h1><a href="index.html">Home</a>',
    nav=(
        NavEntry(title="Home", path="index.html"),
        NavEntry(title="Cases & more", path="cases/index.html"),
        NavEntry(
            title="Framework",
            path="framework/index.html",
            children=(
                NavEntry(title="Costs & <gains>", path=PURPOSE),
                NavEntry(
                    title="Methods",
                    children=(NavEntry(title="Prices", path="framework/prices/index.html"),),
                ),
            ),
        ),
    ),
    shells=(
        "index.html",
        "cases/index.html",
        "framework/index.html",
        "framework/prices/index.html",
        "framework/unlisted/index.html",
    ),
    families=("cases", "framework/parts"),
    header='<form class="cv-find" action="cases/index.html" data-root="">'
    '<img src="assets/favicon.svg" alt=""><a href="https://example.org/">A</a></form>',
    prose=(
        ProsePage(
            path=PURPOSE,
            title=AWKWARD,
            description='Why & "how"',
            source="framework/pages/framework/purpose.md",
            markdown="See [prices](../prices/index.md), [data](../../data/a.csv) and "
            "[falls](../../cases/falls/index.md).\n\n"
            "## Part & parcel\n\nText.\n\n```\na\n\n\nb\n```\n",
        ),
        ProsePage(path="about/index.html", title="About", markdown="# Our own heading\n\nText.\n"),
    ),
    assets=(
        Asset(path="assets/civalue.css", content=b"body { color: black }"),
        Asset(path="assets/library.css", content=b""),
        Asset(path="assets/theme.css", content=b""),
        Asset(path="assets/favicon.svg", content=b"<svg/>"),
        Asset(path="assets/civalue.js", content=b"'use strict'"),
        Asset(path="assets/ours.js", content=b"'https://unpkg.com/'"),
        Asset(path="data/a.csv", content=b"\xef\xbb\xbfa,b\r\n"),
        Asset(path="data/notes.md", content=b"# not a page"),
        Asset(path=".nojekyll", content=b""),
    ),
)
