"""The same library gives the same site on every computer; here, as far as Linux can show it."""

import ast
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.publish.test_pool import is_gone
from tests.runs.conftest import files_of

SOURCES = [*(ROOT / "civalue_build").rglob("*.py"), *(ROOT / ".github").rglob("*.py")]
OLD_WINDOWS = {
    "PYTHONIOENCODING": "cp1252",
    "PYTHONWARNDEFAULTENCODING": "1",
    "PYTHONUTF8": "0",
    "LC_ALL": "C",
    "TZ": "Pacific/Auckland",
}
"""A computer whose own encoding holds few letters, and where it is tomorrow already."""
ANEW = (sys.executable, "-W", "error::EncodingWarning", "-m", "tests.anew", "build")
TEXT = {"read_text": 0, "write_text": 1}
"""Methods of a path that take an encoding, and how many arguments stand before it."""


def library_with(folder: Path, count: int) -> Path:
    """Return a library of so many of our cases."""
    for name in ("framework", "programmes"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for case in sorted((ROOT / "cases").iterdir())[:count]:
        shutil.copytree(case, folder / "cases" / case.name)
    return folder


def is_without_encoding(call: ast.Call) -> bool:
    """Whether a call reads or writes text in the encoding that the computer happens to prefer."""
    given = {word.arg for word in call.keywords}
    if not isinstance(call.func, ast.Attribute) or "encoding" in given:
        return False
    if call.func.attr in ("run", "Popen"):
        return "text" in given
    if call.func.attr in TEXT:
        return len(call.args) <= TEXT[call.func.attr]
    modes = [a.value for a in call.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
    is_bare = not call.args and not given
    return call.func.attr == "open" and (is_bare or any(set(m) <= set("rwxat+") for m in modes))


@pytest.mark.parametrize(
    ("code", "bad"),
    [
        ("path.read_text()", True),
        ("path.write_text(words)", True),
        ("path.open()", True),
        ("path.open('a')", True),
        ("subprocess.run(words, text=True)", True),
        ("path.read_text('utf-8')", False),
        ("path.write_text(words, encoding='utf-8')", False),
        ("path.open('rb')", False),
        ("subprocess.run(words, text=True, encoding='utf-8')", False),
    ],
)
def test_what_depends_on_the_computers_encoding_is_recognised(code: str, *, bad: bool) -> None:
    (found,) = (node for node in ast.walk(ast.parse(code)) if isinstance(node, ast.Call))
    assert is_without_encoding(found) == bad


def test_no_text_is_read_or_written_in_the_encoding_of_the_computer() -> None:
    assert len(SOURCES) > 300
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in SOURCES
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Call) and is_without_encoding(node)
    ]
    assert found == []


@pytest.mark.slow
def test_processes_that_start_from_nothing_make_the_same_site_on_a_strange_computer(
    tmp_path: Path,
) -> None:
    library = library_with(tmp_path / "library", 13)  # more than one process does alone
    options = ["--jobs", "4", "--no-cache", "--library", str(library), "--target"]
    usual = [sys.executable, "-m", "civalue_build", "build", *options, str(tmp_path / "usual/site")]
    subprocess.run(usual, check=True, capture_output=True)
    environment = os.environ | OLD_WINDOWS | {"PYTHONPATH": str(ROOT)}
    strange = [*ANEW, *options, str(tmp_path / "strange/site")]
    done = subprocess.run(strange, capture_output=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr.decode()
    assert "…" in done.stderr.decode("utf-8")
    assert files_of(tmp_path / "strange/site") == files_of(tmp_path / "usual/site")


@pytest.mark.slow
def test_case_files_with_the_line_ends_of_windows_make_the_same_site(tmp_path: Path) -> None:
    library, target = library_with(tmp_path / "library", 12), tmp_path / "site"
    build = [sys.executable, "-m", "civalue_build", "build", "--no-cache", "--no-search"]
    command = [*build, "--library", str(library), "--target", str(target)]
    subprocess.run(command, check=True, capture_output=True)
    before = files_of(target)
    changed = 0
    for file in (library / "cases").rglob("*"):
        if file.suffix in (".md", ".csv"):
            content = file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
            file.write_bytes(b"\xef\xbb\xbf" + content)
            changed += 1
    assert changed >= 12
    subprocess.run(command, check=True, capture_output=True)
    assert files_of(target) == before


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of a terminal")
def test_a_stop_while_processes_start_from_nothing_leaves_none_and_no_noise(tmp_path: Path) -> None:
    library = library_with(tmp_path / "library", 13)
    target = tmp_path / "out" / "site"
    words = ["--jobs", "4", "--no-cache", "--library", str(library), "--target"]
    for wait in (1.6, 2.8):
        child = subprocess.Popen(
            [*ANEW, *words, str(target)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
            env=os.environ | {"PYTHONPATH": str(ROOT)},
        )
        time.sleep(wait)
        os.killpg(child.pid, signal.SIGINT)
        _, err = child.communicate(timeout=60)
        if child.returncode:  # it may have been done
            assert (child.returncode, err.decode().splitlines()[-1]) == (130, "civalue: stopped")
            assert b"Traceback" not in err
            assert not target.exists()
        assert is_gone(child.pid)


@pytest.mark.parametrize("name", ["cases/a/case.md", "civalue_build/present/static/theme.css"])
@pytest.mark.parametrize("setting", ["true", "input", "false"])
def test_git_gives_the_same_bytes_whatever_it_is_set_to_do(
    tmp_path: Path, name: str, setting: str
) -> None:
    """Settings of Git for Windows change the ends of lines on the way to the disk."""
    first, second = tmp_path / "first", tmp_path / "second"
    file = first / name
    file.parent.mkdir(parents=True)
    (first / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    ends = b"\r\n" if name.startswith("cases") else b"\n"  # who uploads a case may have either
    file.write_bytes(b"one" + ends + b"two" + ends)
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
    git = ["git", *who, "-C", str(first)]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "First"]):
        subprocess.run([*git, *words], check=True)
    clone = ["git", "clone", "-q", "-c", f"core.autocrlf={setting}", str(first), str(second)]
    subprocess.run(clone, check=True)
    assert (second / name).read_bytes() == file.read_bytes()
    status = ["git", "-C", str(second), "status", "--porcelain"]
    assert subprocess.run(status, check=True, capture_output=True).stdout == b""
