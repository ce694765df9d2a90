"""Files that are served while a library is written."""

import mimetypes
from pathlib import Path

import pytest

from civalue_build.publish.live import Behind, Changes, _Files


class Nothing(Behind):
    def banner(self, path: str) -> str:
        return path

    def instead(self, path: str) -> str:
        return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.js", "text/javascript"), ("a.css", "text/css"), ("a.svg", "image/svg+xml")],
)
def test_a_browser_is_told_what_a_file_is_whatever_the_computer_takes_it_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, kind: str
) -> None:
    """On Windows, other programs may have noted that scripts are plain text."""
    monkeypatch.setattr(mimetypes, "guess_type", lambda *_, **__: ("text/plain", None))
    monkeypatch.setattr("starlette.responses.guess_type", lambda *_, **__: ("text/plain", None))
    file = tmp_path / name
    file.write_bytes(b"x")
    scope = {"type": "http", "method": "GET", "path": f"/{name}", "headers": []}
    found = _Files(tmp_path, Nothing(), Changes()).file_response(file, file.stat(), scope)
    assert found.headers["Content-Type"].partition(";")[0] == kind
