# ruff: noqa: INP001 a program by itself
"""Tell the author of a proposal what the checks found, in one comment that is kept up to date.

It runs from the main branch, after a run of the checks that anybody may have caused. Of that run
it takes one file, which it reads in memory as data. Which proposal is meant is asked of GitHub,
never of that file.
"""

import io
import json
import lzma
import os
import sys
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import HTTPRedirectHandler, Request, build_opener

from civalue_build.errors import CivalueError
from civalue_build.report.comment import MARK, Proposal, comment
from civalue_build.report.received import MOST_BYTES, received

ARTIFACT = "findings"
FILE = "findings.json"
_NOT_AN_ARCHIVE = (
    EOFError,
    KeyError,
    OSError,
    RuntimeError,
    ValueError,
    lzma.LZMAError,
    zipfile.BadZipFile,
    zlib.error,
)
BOT = "github-actions[bot]"
PAGES = 10
"""Pages of 100 that are read of any list."""


class _Stay(HTTPRedirectHandler):
    """Follows no redirect by itself: the token must not go to another host."""

    def redirect_request(self, *_: object, **__: object) -> None:
        """Give up, so that the answer is seen."""


class GitHub:
    """One repository, asked through the interface for programs."""

    def __init__(self, environment: Mapping[str, str]) -> None:
        self.base = f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}"
        self.head = {
            "Authorization": f"Bearer {environment['GITHUB_TOKEN']}",
            "Accept": "application/vnd.github+json",
        }

    def ask(self, path: str, method: str = "GET", data: object = None) -> Any:
        """Return the answer as data."""
        body = json.dumps(data).encode() if data is not None else None
        request = Request(f"{self.base}/{path}", body, self.head, method=method)  # noqa: S310
        with build_opener(_Stay).open(request, timeout=60) as answer:
            return json.load(answer)

    def each(self, path: str, **wanted: str) -> Iterator[Any]:
        """Give the items of a list, page by page."""
        for page in range(1, PAGES + 1):
            query = urlencode({**wanted, "per_page": "100", "page": str(page)})
            items = self.ask(f"{path}?{query}")
            yield from items
            if len(items) < 100:
                return

    def fetch(self, path: str, most: int) -> bytes:
        """Return a file of up to `most` bytes that GitHub keeps elsewhere."""
        request = Request(f"{self.base}/{path}", headers=self.head)  # noqa: S310
        try:
            answer = build_opener(_Stay).open(request, timeout=60)
        except HTTPError as redirect:
            if not (elsewhere := redirect.headers["Location"]):
                raise
            answer = build_opener(_Stay).open(elsewhere, timeout=60)
        with answer:
            return capped(answer, most)


def capped(stream: Any, most: int) -> bytes:
    """Read a stream to its end, which comes before `most` bytes. Raises CivalueError else."""
    data: bytes = stream.read(most + 1)
    if len(data) > most:
        raise CivalueError(f"more than {most:,} bytes")
    return data


def proposal_of(github: GitHub, run: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the one open proposal whose last change is what the run has checked."""
    head = run["head_repository"]
    if head is None:  # the fork is gone
        return None
    owner = head["owner"]["login"]
    open_ones = github.each("pulls", state="open", head=f"{owner}:{run['head_branch']}")
    found = [
        pull
        for pull in open_ones
        if pull["head"]["sha"] == run["head_sha"]
        and (pull["head"]["repo"] or {}).get("id") == head["id"]
    ]
    return found[0] if len(found) == 1 else None


def findings_file(github: GitHub, run: Mapping[str, Any]) -> bytes | None:
    """Return the findings that the run has left, if it got so far."""
    answer = github.ask(f"actions/runs/{int(run['id'])}/artifacts?name={ARTIFACT}&per_page=1")
    for artifact in answer["artifacts"]:
        packed = github.fetch(f"actions/artifacts/{int(artifact['id'])}/zip", MOST_BYTES)
        return unpacked(packed)
    return None


def unpacked(packed: bytes) -> bytes:
    """Return the file of findings from an archive, in memory. Raises CivalueError."""
    try:
        with zipfile.ZipFile(io.BytesIO(packed)) as archive, archive.open(FILE) as file:
            return capped(file, MOST_BYTES)
    except _NOT_AN_ARCHIVE as fault:
        raise CivalueError(f"no archive with {FILE}: {fault!r}") from None


def described(
    github: GitHub, pull: Mapping[str, Any], run: Mapping[str, Any], server: str
) -> Proposal:
    """Return which files the proposal changes, and where its author edits and sees them."""
    head = pull["head"]
    files = github.each(f"pulls/{int(pull['number'])}/files")
    branch = quote(head["ref"])
    return Proposal(
        files=frozenset(file["filename"] for file in files),
        edit=f"{server}/{quote(head['repo']['full_name'])}/edit/{branch}/",
        run=run["html_url"],
    )


def publish(github: GitHub, number: int, text: str) -> str:
    """Write the comment, or write it anew where there is one of ours."""
    ours = (
        old["id"]
        for old in github.each(f"issues/{number}/comments")
        if old["user"]["login"] == BOT and old["body"].startswith(MARK)
    )
    if known := next(ours, None):
        github.ask(f"issues/comments/{int(known)}", "PATCH", {"body": text})
        return f"Comment {known} was written anew."
    github.ask(f"issues/{number}/comments", "POST", {"body": text})
    return "A comment was written."


def main(environment: Mapping[str, str]) -> str:
    """Do all of it and say what was done."""
    event = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
    run, github = event["workflow_run"], GitHub(environment)
    pull = proposal_of(github, run)
    if pull is None:
        return "No open proposal stands where this run began; nothing to say."
    raw = findings_file(github, run)
    if raw is None:
        return "The run left no findings; nothing to say."
    proposal = described(github, pull, run, environment["GITHUB_SERVER_URL"])
    text = comment(received(raw), proposal)
    return publish(github, int(pull["number"]), text) if text else "Nothing to say."


if __name__ == "__main__":
    try:
        sys.stdout.write(main(os.environ) + "\n")
    except CivalueError as fault:
        sys.exit(f"The findings could not be used: {fault}")
