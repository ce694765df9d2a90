"""What every part of a case's page is drawn from, and words that several parts need."""

from collections.abc import Iterable

from civalue_build.model.appraisal import Appraisal, Figure, Returns, Undefined
from civalue_build.model.case import Case
from civalue_build.model.enums import Perspective
from civalue_build.model.estimate import Estimate, Range
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.lines import SELF
from civalue_build.model.place import SourceMap
from civalue_build.model.programme import Programme
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.addresses import case_address, relative
from civalue_build.present.library.views import anchor_of
from civalue_build.present.views import Cell, Column, Row, Table


@record
class Material:
    """One case with everything known about it.

    `programme` is its own, where it has a page; `today` is (year, month, day) of the build.
    `places` say where in its file each key stands, where a reader has that file at hand.
    """

    case: Case
    appraisal: Appraisal
    judgement: Judgement
    framework: Framework
    programme: Programme | None = None
    today: tuple[int, int, int] | None = None
    places: SourceMap | None = None

    @property
    def path(self) -> str:
        """The address of the page below the site."""
        return case_address(self.case.slug)

    @property
    def currency(self) -> str:
        """The ISO code of the case's currency."""
        return self.appraisal.vintage.currency if self.appraisal.vintage else "GBP"

    @property
    def horizon(self) -> int:
        """The case's own horizon, in years."""
        return self.appraisal.vintage.horizon if self.appraisal.vintage else 0

    @property
    def is_gross(self) -> bool:
        """Whether costs are not stated, so that benefits stand alone."""
        headline = self.appraisal.headline
        return headline is not None and stands_gross(headline.claimed)

    def to(self, target: str) -> str:
        """Return the way from the page to an address below the site."""
        return relative(self.path, target)

    def party(self, identifier: str) -> str:
        """Return the name of a party."""
        if identifier == SELF:
            return self.case.organisation.name
        names = {partner.id: partner.name for partner in self.case.partners}
        return names.get(identifier, wording.capital(wording.plain(identifier)))

    def measure(self, identifier: str | None) -> str:
        """Return the label of a measure, empty where none is named or known."""
        return next((m.label for m in self.case.measures if m.id == identifier), "")

    def source(self, identifier: str | None) -> str:
        """Return the title of a source, the text itself where the case lists no such source."""
        titles = {source.id: source.title for source in self.case.sources}
        return titles.get(identifier or "", identifier or "")

    def source_note(self, identifier: str | None) -> str:
        """Return the number of a source in the list, empty where the case has no other source."""
        known = [source.id for source in self.case.sources]
        if len(known) < 2 or identifier is None:
            return ""
        return f"Source {known.index(identifier) + 1}" if identifier in known else identifier

    @property
    def only_source(self) -> str:
        """The one source of a case that has no other, as a sentence for the foot of a table."""
        titles = [source.title for source in self.case.sources]
        return f"Source: {wording.sentence(titles[0])}" if len(titles) == 1 else ""

    def source_href(self, identifier: str | None) -> str:
        """Return the way to a source in the list of sources, empty where it is not there."""
        known = any(source.id == identifier for source in self.case.sources)
        return f"#{source_anchor(identifier or '')}" if known else ""

    def money(self, value: Figure) -> str:
        """Return an amount to the pound, or why there is none."""
        return wording.figure(value, lambda amount: wording.money(amount, self.currency))

    def brief(self, value: Figure) -> str:
        """Return an amount to the pound for a cell, or a short reason why there is none."""
        return wording.brief(value, lambda amount: wording.money(amount, self.currency))

    def about(self, value: Figure) -> str:
        """Return an amount for prose, or why there is none."""
        return wording.figure(value, lambda amount: wording.about(amount, self.currency))

    def amount(self, value: Figure, note: str = "") -> Cell:
        """Return a cell with an amount to the pound."""
        return Cell(text=self.brief(value), note=note, empty=isinstance(value, Undefined))

    def ratio(self, value: Figure) -> Cell:
        """Return a cell with a return."""
        text = wording.brief(value, lambda r: wording.ratio(r, self.currency))
        return Cell(text=text, empty=text == wording.NO_RETURN or isinstance(value, Undefined))

    def net_ratio(self, value: Figure) -> Cell:
        """Return a cell with a net return."""
        text = wording.brief(value, lambda r: wording.net_ratio(r, self.currency))
        return Cell(text=text, empty=text == wording.NO_RETURN or isinstance(value, Undefined))

    def price(self, amount: float) -> str:
        """Return a price with its pence."""
        return wording.price(amount, self.currency)

    def estimate(self, estimate: Estimate | None) -> Estimate | None:
        """Return a number as it is stated, where it is a shared volume that of the volume."""
        if estimate is None or estimate.volume is None:
            return estimate
        return self.case.volumes.get(estimate.volume)

    def range(self, estimate: Estimate | None) -> Range | None:
        """Return the ends of a number, or of the shared volume that it is; none if not stated."""
        found = self.estimate(estimate)
        return found.range if found else None

    @property
    def ungraded(self) -> str:
        """Return how many lines have no grade, so that a corrected figure takes the weakest."""
        return wording.ungraded(len(self.appraisal.ungraded), self.framework.grades.of(None).grade)

    @property
    def over(self) -> str:
        """The case's horizon in words, and of what its figures are: `over 3 years`."""
        years = wording.counted(self.horizon, "year", "years")
        return f"over {years}, for {self.one_only}" if self.one_only else f"over {years}"

    @property
    def one_only(self) -> str:
        """What all figures are for, in words: `one practice`; empty for the whole of the work."""
        return wording.one_of(self.framework.units, self.appraisal.vintage)


def source_anchor(identifier: str) -> str:
    """Return the anchor of a source in the list of sources."""
    return f"source-{anchor_of(identifier)}"


def stands_gross(returns: Returns) -> bool:
    """Whether there are benefits, and no statement of all that they cost."""
    benefits = returns.pv_benefits
    some = not isinstance(benefits, Undefined) and round(benefits) != 0
    return some and isinstance(returns.pv_costs, Undefined)


def perspective(known: Material, who: Perspective) -> str:
    """Return the title of a perspective."""
    return wording.title(known.framework.perspectives, who)


def returns_table(  # noqa: PLR0913 all that a table is made of
    known: Material,
    name: str,
    caption: str,
    claimed: Returns,
    corrected: Returns,
    *,
    within: tuple[Row, ...] = (),
    grades_said: bool = False,
) -> Table:
    """Return what is claimed beside what is corrected: costs, benefits, net, both ratios.

    `within` are rows that say what a part of the benefits is. The reason for a missing net value
    is left to the words around the table, and so are lines without a grade where `grades_said`.
    """
    one = wording.one_pound(known.currency)
    both = (claimed, corrected)
    npv, ratio, net = (
        tuple(_once(returns, figure) for returns, figure in zip(both, figures, strict=True))
        for figures in zip(*map(_last_three, both), strict=True)
    )
    gross = " (gross: costs are not stated)" if stands_gross(claimed) else ""
    rows = (
        _row("Costs", *(known.amount(r.pv_costs) for r in both)),
        _row(f"Benefits{gross}", *(known.amount(r.pv_benefits) for r in both)),
        *within,
        _row("Net present value", *map(known.amount, npv), total=True),
        _row(f"Return per {one}", *map(known.ratio, ratio),
             note="benefits ÷ costs"),
        _row(f"Net return per {one}", *map(known.net_ratio, net),
             note="(benefits − costs) ÷ costs"),
    )  # fmt: skip
    return Table(
        id=name,
        caption=caption,
        columns=_both("Present value"),
        rows=rows,
        note=" ".join(filter(None, (_small_print(*both), "" if grades_said else known.ungraded))),
    )


def _last_three(returns: Returns) -> tuple[Figure, Figure, Figure]:
    return returns.npv, returns.return_per_pound, returns.net_return


def _once(returns: Returns, figure: Figure) -> Figure:
    """Leave out a reason that already stands in the row of the costs or of the benefits."""
    said = (returns.pv_costs, returns.pv_benefits)
    return Undefined("not given") if isinstance(figure, Undefined) and figure in said else figure


def _small_print(claimed: Returns, corrected: Returns) -> str:
    notes = [wording.not_given(v for v in _figures(claimed) if v != claimed.npv)]
    benefits = claimed.pv_benefits
    if not isinstance(benefits, Undefined) and round(benefits) < 0:
        notes.append("Benefits below zero mean that the change made costs grow.")
    accounts = [(r.pv_costs, r.pv_benefits, r.npv) for r in (claimed, corrected)]
    notes.append(rounded(accounts))
    return " ".join(filter(None, notes))


def rounded(accounts: Iterable[tuple[Figure, Figure, Figure]]) -> str:
    """Say that amounts are rounded where a column, as it is shown, does not add up."""
    for costs, benefits, net in accounts:
        if isinstance(costs, Undefined) or isinstance(benefits, Undefined):
            continue
        if not isinstance(net, Undefined) and not wording.adds_up(costs, benefits, net):
            return wording.ROUNDED
    return ""


def undiscounted_table(known: Material, claimed: Returns, corrected: Returns) -> Table:
    """Return the same figures as plain sums over the horizon."""
    one = wording.one_pound(known.currency)
    both = (claimed.undiscounted, corrected.undiscounted)
    rows = (
        _row("Costs", *(known.amount(sums.costs) for sums in both)),
        _row("Benefits", *(known.amount(sums.benefits) for sums in both)),
        _row("Net value", *(known.amount(sums.net) for sums in both), total=True),
        _row(f"Return per {one}", *(known.ratio(sums.return_per_pound) for sums in both)),
    )
    return Table(
        id="undiscounted",
        caption=f"Plain sums {known.over}, not discounted",
        columns=_both("Sum"),
        rows=rows,
        note=" ".join(
            filter(
                None,
                (
                    wording.not_given(sums.net for sums in both),
                    rounded((sums.costs, sums.benefits, sums.net) for sums in both),
                ),
            )
        ),
    )


def _both(head: str) -> tuple[Column, ...]:
    return (
        Column(text=head),
        Column(text="As claimed", numeric=True),
        Column(text="Corrected for evidence", numeric=True),
    )


def _figures(returns: Returns) -> tuple[Figure, ...]:
    return (returns.pv_costs, returns.pv_benefits, returns.return_per_pound)


def _row(head: str, *cells: Cell, note: str = "", total: bool = False) -> Row:
    return Row(cells=(Cell(text=head, note=note), *cells), total=total)
