"""Start a case: a file that is valid as it stands, for its author to overwrite."""

from collections.abc import Mapping
from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.model.names import is_slug

SIZES = ("story", "valued")
_TAKEN = "{} is there already, and was left as it is; give the new case another name"
STARTS = Path(__file__).with_name("starts")


def start_case(root: Path, slug: str, size: str) -> Path:
    """Write `cases/<slug>/case.md` and return its path.

    Nothing is overwritten. Raises CivalueError where the name is unfit or taken.
    """
    return write_case(root, slug, (STARTS / f"{size}.md").read_bytes())


def write_case(
    root: Path, slug: str, text: bytes, files: Mapping[str, bytes] | None = None
) -> Path:
    """Write the text of a case and the `files` beside it, and return the path of the text.

    Nothing is overwritten. Raises CivalueError where the name is unfit or taken.
    """
    if not is_slug(slug):
        raise CivalueError(
            f"“{slug}” cannot name a case: use small letters, digits and hyphens, "
            "such as fewer-falls-on-ward-six"
        )
    path = root / "cases" / slug / "case.md"
    made = {path.with_name(name): content for name, content in (files or {}).items()}
    made = {path: text, **made}
    for one in filter(Path.exists, made):
        raise CivalueError(_TAKEN.format(one))
    try:
        path.parent.mkdir(exist_ok=True)
        for one, content in made.items():
            _create(one, content)
    except OSError as fault:
        raise CivalueError(f"{path} cannot be written: {fault.strerror}") from fault
    return path


def _create(path: Path, content: bytes) -> None:
    try:
        with path.open("xb") as file:
            file.write(content)
    except FileExistsError:
        raise CivalueError(_TAKEN.format(path)) from None
