import os
import sys
import unicodedata
from pathlib import Path

import pytest

from civalue_build.source.case import parse_case
from civalue_build.source.folder.files import RawCase, load_case
from tests.source.texts import STORY

TREASURE = "a secret of the machine"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A library with one case, and a file outside it."""
    (tmp_path / "library" / "cases" / "story").mkdir(parents=True)
    (tmp_path / "library" / "cases" / "story" / "case.md").write_text(STORY, "utf-8")
    (tmp_path / "secret.csv").write_text(f"date,value\n{TREASURE}\n", "utf-8")
    return tmp_path / "library"


def told(raw: RawCase) -> list[str]:
    return [f"{f.place.file.rpartition('/')[2]} {f.code}" for f in raw.findings]


def holds_secret(raw: RawCase) -> bool:
    everything = [
        raw.text or b"",
        *raw.others.values(),
        *(f.message.encode() for f in raw.findings),
    ]
    return any(TREASURE.encode() in data for data in everything)


def test_a_case_is_its_text_with_tables_and_pictures(root: Path) -> None:
    folder = root / "cases" / "story"
    (folder / "ulcers.csv").write_bytes(b"date,value\n")
    (folder / "ward.PNG").write_bytes(b"x")
    raw = load_case(root, "story")
    assert (raw.slug, raw.file) == ("story", "cases/story/case.md")
    assert raw.text == STORY.encode()
    assert dict(raw.others) == {"ulcers.csv": b"date,value\n", "ward.PNG": b"x"}
    assert raw.findings == ()


def test_what_a_system_leaves_in_a_folder_is_passed_over(root: Path) -> None:
    """macOS writes `._x` beside each file on a disk that is not its own."""
    for name in (".DS_Store", "._case.md", "._ulcers.csv", "Thumbs.db", "desktop.ini"):
        (root / "cases" / "story" / name).write_bytes(b"\0\5\26\7")
    raw = load_case(root, "story")
    assert (raw.text, dict(raw.others), raw.findings) == (STORY.encode(), {}, ())


def test_a_linked_file_is_not_followed(root: Path) -> None:
    (root / "cases" / "story" / "ulcers.csv").symlink_to(root.parent / "secret.csv")
    raw = load_case(root, "story")
    assert told(raw) == ["ulcers.csv CV006"]
    assert not holds_secret(raw)


def test_a_linked_text_is_not_followed(root: Path) -> None:
    text = root / "cases" / "story" / "case.md"
    text.unlink()
    text.symlink_to(root.parent / "secret.csv")
    raw = load_case(root, "story")
    assert raw.text is None
    assert told(raw) == ["case.md CV006"]


@pytest.mark.parametrize("target", ["/dev/zero", "/etc", "nowhere", "story"])
def test_a_linked_folder_is_not_followed(root: Path, target: str) -> None:
    (root / "cases" / "linked").symlink_to(target)
    raw = load_case(root, "linked")
    assert raw.text is None
    assert told(raw) == ["case.md CV006"]
    assert parse_case(raw).case is None


def test_linked_cases_are_not_followed(root: Path) -> None:
    (root / "cases").rename(root / "elsewhere")
    (root / "cases").symlink_to(root / "elsewhere")
    assert load_case(root, "story").text is None


@pytest.mark.parametrize(
    "slug",
    [
        "..",
        ".",
        "",
        "../cases/story",
        "/etc",
        "a/b",
        "Story",
        "story.",
        "a--b",
        "a\0b",
        "x" * 81,
        "con",
        "aux",
        "com1",
    ],
)
def test_a_name_that_is_no_address_opens_nothing(root: Path, slug: str) -> None:
    raw = load_case(root, slug)
    assert raw.text is None
    assert told(raw)[0].endswith("CV008")


def test_a_name_that_is_no_text_can_still_be_shown(root: Path) -> None:
    (finding,) = load_case(root, os.fsdecode(b"caf\xe9")).findings
    assert f"{finding.place.file} {finding.message}".encode()


def test_there_is_a_finding_where_the_case_or_its_text_is_missing(root: Path) -> None:
    assert told(load_case(root, "nowhere")) == ["case.md CV001"]
    (root / "cases" / "story" / "case.md").rename(root / "cases" / "story" / "Case.md")
    raw = load_case(root, "story")
    assert raw.text is None
    assert sorted(told(raw)) == ["Case.md CV009", "case.md CV001"]
    assert "rename it to case.md" in raw.findings[0].message


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(root: Path) -> None:
    os.mkfifo(root / "cases" / "story" / "ulcers.csv")
    assert told(load_case(root, "story")) == ["ulcers.csv CV006"]


def test_folders_and_files_of_other_kinds_are_told_and_not_read(root: Path) -> None:
    folder = root / "cases" / "story"
    (folder / "more").mkdir()
    (folder / "notes.docx").write_bytes(b"x")
    (folder / "chart.svg").write_bytes(b"<svg/>")
    raw = load_case(root, "story")
    assert told(raw) == ["chart.svg CV009", "more CV006", "notes.docx CV009"]
    assert raw.others == {}


@pytest.mark.parametrize(("name", "limit"), [("case.md", 512_000), ("a.csv", 2_000_000)])
def test_a_file_beyond_its_limit_is_not_read(root: Path, name: str, limit: int) -> None:
    with (root / "cases" / "story" / name).open("wb") as file:
        file.truncate(limit + 1)
    raw = load_case(root, "story")
    assert told(raw) == [f"{name} CV002"]
    assert name not in raw.others


def test_files_beyond_the_limit_of_a_folder_are_not_read(root: Path) -> None:
    for number in range(11):
        with (root / "cases" / "story" / f"{number:02}.csv").open("wb") as file:
            file.truncate(2_000_000)
    raw = load_case(root, "story")
    assert raw.text == STORY.encode()
    assert told(raw) == ["09.csv CV002"]
    assert sum(map(len, raw.others.values())) <= 20_000_000


def test_a_folder_of_very_many_files_is_not_read(root: Path) -> None:
    for number in range(101):
        (root / "cases" / "story" / f"{number}.csv").touch()
    raw = load_case(root, "story")
    assert told(raw) == ["case.md CV002"]
    assert raw.others == {}


@pytest.mark.skipif(sys.platform != "linux", reason="names differ only on Linux")
@pytest.mark.parametrize(
    "names",
    [
        ("Ulcers.csv", "ulcers.csv"),
        (unicodedata.normalize("NFC", "é.csv"), unicodedata.normalize("NFD", "é.csv")),
        ("straße.csv", "STRASSE.csv"),
    ],
)
def test_names_that_are_one_on_other_computers_collide(root: Path, names: tuple[str, str]) -> None:
    for name in names:
        (root / "cases" / "story" / name).write_bytes(b"x")
    raw = load_case(root, "story")
    assert [line.split()[-1] for line in told(raw)] == ["CV007"]
    assert len(raw.others) == 1


def test_names_are_found_in_whichever_form_their_accents_are_stored(root: Path) -> None:
    (root / "cases" / "story" / unicodedata.normalize("NFD", "é.csv")).write_bytes(b"x")
    assert list(load_case(root, "story").others) == [unicodedata.normalize("NFC", "é.csv")]
