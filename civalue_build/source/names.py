"""From what a person types to the name of a case."""

from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.source.library import case_slugs
from civalue_build.source.words import near


def slug_of(root: Path, name: str) -> str:
    """Return the slug of a case named by slug, folder or file.

    Raises CivalueError with the nearest name where the library has no such case.
    """
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".")]
    if parts and parts[-1] == "case.md":
        parts.pop()
    _refuse_elsewhere(root, name, parts)
    wanted = parts[-1] if parts else Path.cwd().name
    known = case_slugs(root)
    if wanted in known:
        return wanted
    found = near(wanted, known, 1, 0.6)
    hint = f"; did you mean {found[0]}?" if found else ""
    raise CivalueError(f"there is no case “{wanted}” in {root / 'cases'}{hint}")


def _refuse_elsewhere(root: Path, name: str, parts: list[str]) -> None:
    folder = Path(name).parent if name.endswith("case.md") else Path(name)
    if len(parts) > 1 and folder.is_dir() and folder.resolve().parent != root / "cases":
        raise CivalueError(f"{name} is not a case of the library at {root}")
