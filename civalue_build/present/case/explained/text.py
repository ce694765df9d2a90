"""How every figure of a case was worked out, for a terminal."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import Case
from civalue_build.model.explained import Explained
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.place import SourceMap
from civalue_build.present.case.base import Material
from civalue_build.present.case.explained.earlier import Earlier
from civalue_build.present.case.explained.group import Group
from civalue_build.present.case.explained.groups import all_groups
from civalue_build.present.case.explained.names import shown
from civalue_build.present.case.explained.origins import origin
from civalue_build.present.case.explained.sums import told
from civalue_build.present.terminal import Ink, safe

NONE = "Nothing to explain: the case states no costs and no benefits in money."
ROUNDED = "Amounts are shown rounded. The sums use every figure in full."


def explained_text(  # noqa: PLR0913 a case as judged, and how it is written
    case: Case,
    appraisal: Appraisal,
    judgement: Judgement,
    framework: Framework,
    *,
    colour: bool,
    places: SourceMap | None = None,
) -> str:
    """Return the working of every figure, as lines of text.

    With `places`, each number of the case is followed by the file and line that state it.
    """
    known = Material(
        case=case,
        appraisal=appraisal,
        judgement=judgement,
        framework=framework,
        places=places,
    )
    ink, found = Ink(colour), all_groups(known)
    title = f"How each figure was worked out: {case.title}"
    head = (ink.bold(safe(title)), ink.faint(ROUNDED if found else NONE))
    parts, earlier = ["\n".join(head)], Earlier()
    parts += ["\n".join(_group(known, group, ink, earlier)) for group in found]
    return "\n\n".join(parts) + "\n"


def _group(known: Material, group: Group, ink: Ink, earlier: Earlier) -> Iterator[str]:
    yield ink.bold(safe(group.title))
    if group.intro:
        yield f"  {safe(group.intro)}"
    for title, node in group.nodes:
        if above := earlier.told(group, title, node):
            yield f"  {safe(title)} = {safe(shown(known, node))}"
            yield ink.faint(f"    as above: {safe(above)}")
        else:
            yield from _node(known, title, node, ink)


def _node(known: Material, title: str, node: Explained, ink: Ink) -> Iterator[str]:
    found = told(known, node, title)
    yield f"  {safe(found.name)} = {safe(found.figure)}"
    if found.formula:
        yield ink.faint(f"    {safe(found.formula)}")
        if found.pieces:
            yield f"    = {safe(found.numbers)}"
    if where := origin(known, node):
        yield ink.faint(f"    {safe(where)}")
