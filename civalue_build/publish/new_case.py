"""Start a case: a file that is valid as it stands, for its author to overwrite."""

from pathlib import Path

from civalue_build.errors import CivalueError
from civalue_build.model.names import is_slug

SIZES = ("story", "valued")
STARTS = Path(__file__).with_name("starts")


def start_case(root: Path, slug: str, size: str) -> Path:
    """Write `cases/<slug>/case.md` and return its path.

    Nothing is overwritten. Raises CivalueError where the name is unfit or taken.
    """
    if not is_slug(slug):
        raise CivalueError(
            f"“{slug}” cannot name a case: use small letters, digits and hyphens, "
            "such as fewer-falls-on-ward-six"
        )
    path = root / "cases" / slug / "case.md"
    text = (STARTS / f"{size}.md").read_bytes()
    try:
        path.parent.mkdir(exist_ok=True)
        with path.open("xb") as file:
            file.write(text)
    except FileExistsError:
        raise CivalueError(f"{path} is there already, and was left as it is") from None
    except OSError as fault:
        raise CivalueError(f"{path} cannot be written: {fault.strerror}") from fault
    return path
