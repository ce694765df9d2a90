"""The program that writes the comment, run against a server that speaks GitHub's interface."""

import io
import json
import os
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from civalue_build.report.comment import MARK
from civalue_build.report.findings import as_json
from tests.report.made import finding

ROOT = Path(__file__).parents[2]
PROGRAM = ROOT / ".github" / "scripts" / "comment.py"
RUN = {
    "id": 7,
    "head_sha": "a" * 40,
    "head_branch": "my/patch #1",
    "head_repository": {"id": 11, "owner": {"login": "somebody"}},
    "html_url": "https://github.com/owner/library/actions/runs/7",
}
PULL = {
    "number": 5,
    "head": {
        "sha": "a" * 40,
        "ref": "my/patch #1",
        "repo": {"id": 11, "full_name": "somebody/library"},
    },
}


def zipped(raw: bytes, name: str = "findings.json") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, raw)
    return made.getvalue()


@dataclass
class Repository:
    """What the server knows, and what it was asked for."""

    address: str = ""
    pulls: list[Any] = field(default_factory=lambda: [PULL])
    packed: bytes | None = field(default_factory=lambda: zipped(as_json([finding()]).encode()))
    files: list[str] = field(default_factory=lambda: ["cases/a/case.md"])
    comments: list[dict[str, Any]] = field(default_factory=list)
    written: list[tuple[str, str, str]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    tokens: dict[str, str | None] = field(default_factory=dict)

    def answer(self, path: str) -> Any:
        """Return the data at a path of the interface."""
        return {
            "pulls": self.pulls,
            "pulls/5/files": [{"filename": file} for file in self.files],
            "issues/5/comments": self.comments,
            "actions/runs/7/artifacts": {"artifacts": [{"id": 3}] if self.packed else []},
        }[path]


class Handler(BaseHTTPRequestHandler):
    """Answers as GitHub does; a class of its own for each test holds what it knows."""

    known: Repository

    def do_GET(self) -> None:
        url = urlsplit(self.path)
        path = url.path.removeprefix("/repos/owner/library/")
        self.known.asked.append(self.path)
        self.known.tokens[path] = self.headers["Authorization"]
        if path == "/store":
            self.give(200, self.known.packed or b"")
        elif path == "actions/artifacts/3/zip":
            self.give(302, b"", Location=f"{self.known.address}/store")
        else:
            items = self.known.answer(path)
            first = int(parse_qs(url.query).get("page", ["1"])[0]) - 1
            cut = items[first * 100 :][:100] if isinstance(items, list) else items
            self.give(200, json.dumps(cut).encode())

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        path = self.path.removeprefix("/repos/owner/library/")
        self.known.written.append((self.command, path, body["body"]))
        self.give(200, b"{}")

    def do_PATCH(self) -> None:
        self.do_POST()

    def give(self, status: int, body: bytes, **head: str) -> None:
        self.send_response(status)
        for name, value in {**head, "Content-Length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def github() -> Iterator[Repository]:
    known = Repository()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Own", (Handler,), {"known": known}))
    known.address = f"http://127.0.0.1:{server.server_port}"
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield known
    server.shutdown()
    thread.join()
    server.server_close()


def run(github: Repository, tmp_path: Path, **changed: Any) -> subprocess.CompletedProcess[str]:
    """Run the program with a Python that has nothing installed, as on a bare runner."""
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"workflow_run": {**RUN, **changed}}), encoding="utf-8")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "GITHUB_API_URL": github.address,
        "GITHUB_REPOSITORY": "owner/library",
        "GITHUB_SERVER_URL": "https://github.com",
        "GITHUB_TOKEN": "token",
        "GITHUB_EVENT_PATH": str(event),
        "no_proxy": "*",
    }
    command = [sys.executable, "-S", str(PROGRAM)]
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_author_is_told_what_to_mend(github: Repository, tmp_path: Path) -> None:
    done = run(github, tmp_path)
    assert done.returncode == 0, done.stderr
    ((method, path, text),) = github.written
    assert (method, path) == ("POST", "issues/5/comments")
    assert text.startswith(MARK)
    assert "**Line 3:** the date has passed" in text
    assert "/somebody/library/edit/my/patch%20%231/cases/a/case.md" in text
    assert any("head=somebody%3Amy%2Fpatch+%231" in path for path in github.asked)


def test_the_token_stays_with_github(github: Repository, tmp_path: Path) -> None:
    run(github, tmp_path)
    assert github.tokens["pulls"] == "Bearer token"
    assert github.tokens["/store"] is None


def test_the_comment_is_written_anew_and_never_that_of_another(
    github: Repository, tmp_path: Path
) -> None:
    others = [{"id": n, "user": {"login": "somebody"}, "body": MARK} for n in range(150)]
    bot = {"login": "github-actions[bot]"}
    github.comments = [
        *others,
        {"id": 888, "user": bot, "body": "of another workflow"},
        {"id": 999, "user": bot, "body": f"{MARK}\nold"},
    ]
    assert run(github, tmp_path).returncode == 0
    ((method, path, _),) = github.written
    assert (method, path) == ("PATCH", "issues/comments/999")


@pytest.mark.parametrize(
    "changed",
    [
        {"head_sha": "b" * 40},
        {"head_repository": {"id": 12, "owner": {"login": "somebody"}}},
        {"head_repository": None},
    ],
)
def test_a_run_that_is_not_of_the_last_change_says_nothing(
    github: Repository, tmp_path: Path, changed: dict[str, Any]
) -> None:
    done = run(github, tmp_path, **changed)
    assert done.returncode == 0, done.stderr
    assert not github.written


def test_where_two_proposals_have_the_same_last_change_neither_is_told(
    github: Repository, tmp_path: Path
) -> None:
    github.pulls = [PULL, {**PULL, "number": 6}]
    assert run(github, tmp_path).returncode == 0
    assert not github.written


def test_a_run_without_findings_says_nothing(github: Repository, tmp_path: Path) -> None:
    github.packed = None
    assert run(github, tmp_path).returncode == 0
    assert not github.written


@pytest.mark.parametrize(
    "packed",
    [
        b"no archive",
        zipped(b"{}", "other.json"),
        zipped(b'{"findings": [{"number": 1}]}'),
        zipped(b"[" * 100_000),
        zipped(b" " * 50_000_000),
        zipped(os.urandom(5_000_000)),
        zipped(b"{}")[:-30],
        zipped(b"{}").replace(b"\x00\x00\x08\x00", b"\x00\x00\x0e\x00"),
        zipped(b"{}").replace(b"findings", b"find\xff\xfegs"),
        zipped(as_json([finding(file="../x")]).encode()),
    ],
    ids=[
        "text",
        "no file",
        "other keys",
        "deep",
        "bomb",
        "large",
        "cut off",
        "packed otherwise",
        "name",
        "outside",
    ],
)
def test_hostile_findings_are_refused_in_one_line(
    github: Repository, tmp_path: Path, packed: bytes
) -> None:
    github.packed = packed
    done = run(github, tmp_path)
    assert done.returncode == 1
    assert "could not be used" in done.stderr
    assert "Traceback" not in done.stderr
    assert not github.written
