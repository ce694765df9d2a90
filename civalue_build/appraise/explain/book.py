"""Where explained figures are put down while they are worked out."""

from civalue_build.appraise.explain.evaluate import evaluate
from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.explained import Explained, How, Origin, Sort, What


class Book:
    """The explained figures of one case, each written once under its id."""

    __slots__ = ("nodes",)

    def __init__(self) -> None:
        self.nodes: dict[str, Explained] = {}

    def leaf(  # noqa: PLR0913 all that a stated number is
        self,
        name: str,
        what: What,
        sort: Sort,
        figure: float,
        origin: Origin | None,
        *,
        how: How = How.STATED,
        of: str = "",
        year: int | None = None,
    ) -> Explained:
        """Put down a number that is not worked out, and return it."""
        made = self.nodes.get(name)
        if made is None:
            made = Explained(name, what, sort, figure, how, (), of, year, origin)
            self.nodes[name] = made
        return made

    def made(  # noqa: PLR0913 all that a worked-out figure is
        self,
        name: str,
        what: What,
        sort: Sort,
        how: How,
        terms: tuple[Explained, ...],
        *,
        figure: Figure | None = None,
        of: str = "",
        year: int | None = None,
    ) -> Explained:
        """Put down a figure that is worked out, and return it.

        Without a `figure` it is what the operation makes of its terms. One that is not defined
        is put down with its reason alone.
        """
        made = self.nodes.get(name)
        if made is not None:
            return made
        value = evaluate(how, terms) if figure is None else figure
        if isinstance(value, Undefined):
            made = Explained(name, what, sort, value, How.NOT_GIVEN, (), of, year)
        else:
            made = Explained(name, what, sort, value, how, terms, of, year)
        self.nodes[name] = made
        return made
