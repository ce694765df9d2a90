"""Write a whole library of generated cases: the same bytes for the same seed.

usage: python -m benchmarks.library DIR --cases N --seed S
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.case import Choices, case_files
from civalue_build.source.framework import read_framework

ROOT = Path(__file__).parents[1]


def write_library(folder: Path, cases: int, seed: int = 1) -> None:
    """Write framework/, mkdocs.yml and `cases` cases into a folder that is empty or new.

    Raises FileExistsError where the folder holds anything.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    shutil.copytree(ROOT / "framework", folder / "framework")
    shutil.copy(ROOT / "mkdocs.yml", folder)
    choices = Choices.of(read_framework(folder))
    for number in range(cases):
        slug, files = case_files(choices, seed, number)
        place = folder / "cases" / slug
        place.mkdir(parents=True)
        for name, text in files.items():
            (place / name).write_bytes(text.encode())


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.library", description=__doc__)
    parser.add_argument("folder", metavar="DIR", type=Path, help="an empty or new folder")
    parser.add_argument("--cases", metavar="N", type=int, default=100)
    parser.add_argument("--seed", metavar="S", type=int, default=1)
    options = parser.parse_args(arguments)
    write_library(options.folder, options.cases, options.seed)
    print(f"Wrote {options.cases} cases into {options.folder}.")


if __name__ == "__main__":
    main()
