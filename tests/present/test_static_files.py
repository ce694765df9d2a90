import hashlib
from importlib.resources import files

from civalue_build.present.static_files import static_assets


def test_the_charting_library_is_the_one_that_was_taken() -> None:
    folder = files("civalue_build.present") / "static" / "vendor"
    noted = (folder / "plotly-basic.min.js.sha256").read_text().split()[0]
    assert hashlib.sha256((folder / "plotly-basic.min.js").read_bytes()).hexdigest() == noted


def test_neither_style_nor_script_asks_another_host() -> None:
    ours = [
        a for a in static_assets() if a.path.endswith((".css", ".js")) and "vendor" not in a.path
    ]
    assert ours
    assert not any(b"//" in asset.content.replace(b"/*", b"") for asset in ours)
