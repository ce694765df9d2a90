"""What `civalue ledger` says: of a tracker that is taken into ledgers, and of one to fill in."""

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from civalue_build.cli import exits, printing
from civalue_build.errors import CivalueError
from civalue_build.model.register import Told
from civalue_build.pipeline import Surroundings
from civalue_build.publish.ledgers import write_all, write_new
from civalue_build.runs.ledgers import Draft, Ledger, draft_ledgers, told_change
from civalue_build.runs.trackers import months_of, tracker_rows

_MOST = 200
"""So many things are told one by one; of the rest, how many there are."""


def take(root: Path, around: Surroundings, options: argparse.Namespace) -> int:
    """Take a tracker into the ledgers of its cases: all of it, or nothing."""
    if len(options.cases) > 1:
        raise CivalueError("name one case that every row belongs to; else a column Case names them")
    named = options.cases[0] if options.cases else None
    draft = draft_ledgers(root, around, options.register, named)
    _tell(draft.notes)
    if draft.faults:
        _tell(draft.faults)
        count = len(draft.faults)
        print(f"Nothing was written. Put right what is said above ({count}), then import again.")
        return exits.FINDINGS
    changes = [told_change(ledger, change) for ledger, change in draft.changes]
    print("".join(f"{one}\n" for one in changes), end="")
    if changes and not options.replace:
        what = "amount is" if len(changes) == 1 else "amounts are"
        print(f"Nothing was written: {len(changes)} {what} otherwise in the ledger, as above.")
        print("If the tracker is right, run the same again with --replace.")
        return exits.FINDINGS
    write_all(root, {path: text for one in draft.ledgers for path, text in one.files.items()})
    print("".join(f"{one}\n" for one in _written(draft)), end="")
    return exits.CLEAN


def _tell(told: Sequence[Told]) -> None:
    print("".join(f"{one}\n" for one in told[:_MOST]), end="")
    if len(told) > _MOST:
        print(f"… and {len(told) - _MOST} more like these.")


def _written(draft: Draft) -> Iterator[str]:
    for one in draft.ledgers:
        yield f"{one.file}: {', '.join(_counts(one))}."
        if one.is_changed and one.case_text:
            yield f"cases/{one.slug}/case.md: added the key “ledger: {one.name}”."
    changed = [one.slug for one in draft.ledgers if one.is_changed]
    if changed:
        yield f"Next: civalue check {' '.join(changed)}"
    else:
        yield "The ledgers say all of it already: nothing was written."


def _counts(one: Ledger) -> Iterator[str]:
    merged = one.merged
    if merged.added or not (merged.changes or merged.same):
        yield f"{merged.added} amounts added" if merged.added != 1 else "1 amount added"
    if merged.changes:
        yield f"{len(merged.changes)} changed"
    if merged.same:
        yield f"{merged.same} the same as before"
    if merged.left:
        yield f"{merged.left} empty in the tracker, which stay as they are"


def make(root: Path, around: Surroundings, options: argparse.Namespace) -> int:
    """Make a tracker to fill in, with the lines of the cases and what their ledgers hold."""
    from civalue_build.present.intake.tracker import tracker  # noqa: PLC0415 slow to load

    months = months_of(options.year, around)
    rows, left = tracker_rows(root, options.cases)
    if left:
        print(f"Not in it, since they cannot be read or have no lines: {', '.join(left)}.")
    write_new(options.to, tracker(rows, months))
    count = printing.cases(len({row.slug for row in rows}))
    print(f"Made {options.to}, with {len(rows)} lines of {count}.")
    print(f"Next: fill it in, then run: civalue ledger --from {options.to}")
    return exits.CLEAN
