"""Style, script and the charting library, as files of the site below `assets/`."""

from importlib.resources import files

from civalue_build.model.site import Asset

NAMES = (
    "civalue.css",
    "library.css",
    "theme.css",
    "board.css",
    "approaches.css",
    "favicon.svg",
    "civalue.js",
    "search.js",
    "words.js",
    "here.js",
    "explorer.js",
    "explorer_start.js",
    "compare.js",
    "case_text.js",
    "form.js",
    "vendor/plotly-basic.min.js",
    "vendor/LICENSE-plotly.txt",
)


def static_assets() -> tuple[Asset, ...]:
    """Return every static file of this package."""
    folder = files("civalue_build.present") / "static"
    return tuple(
        Asset(path=f"assets/{name}", content=folder.joinpath(name).read_bytes()) for name in NAMES
    )
