"""What tests of whole runs share."""

from pathlib import Path

BEFORE = (2026, 11, 22)


def edit(file: Path, old: str, new: str) -> None:
    """Change the first place of a file that holds a text; it must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def files_of(folder: Path) -> dict[str, bytes]:
    """Return the content of every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
