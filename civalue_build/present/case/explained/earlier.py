"""Which workings a reader has met before, so that the same sum is not told twice."""

from civalue_build.model.explained import Explained, How
from civalue_build.present.case.explained.group import Group

LEAVES = (How.STATED, How.TAKEN, How.COUNTED, How.DRAWN, How.SEARCHED, How.NOT_GIVEN)
Sum = tuple[How, tuple[str, ...]]


class Earlier:
    """Knows a sum again by its operation and what it is made from, whatever it is called."""

    __slots__ = ("_names", "_sums", "_told")

    def __init__(self) -> None:
        self._sums: dict[Sum, str] = {}
        self._names: dict[str, str] = {}
        self._told: dict[str, str] = {}

    def told(self, group: Group, title: str, node: Explained) -> str:
        """Return where a working was told, and remember it for the next; empty for a new one."""
        if node.how in LEAVES or not node.terms:
            return ""
        name = self._name(node)
        if name in self._told:
            return self._told[name]
        self._told[name] = f"{group.title} › {title}"
        return ""

    def _name(self, node: Explained) -> str:
        """Return the id of the first figure that is worked out in the same way.

        No two figures of lines are.
        """
        if node.how in LEAVES or node.id.startswith("lines."):
            return node.id
        known = self._names.get(node.id)
        if known is None:
            terms = tuple(self._name(term) for term in node.terms)
            known = self._sums.setdefault((node.how, terms), node.id)
            self._names[node.id] = known
        return known
