"""Health, experience and wider value: counted for society alone, and apart from money."""

from collections.abc import Iterable, Iterator, Sequence

from civalue_build.appraise.chain import Chain
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.terms import has_quantity
from civalue_build.model.appraisal import LineValue, Undefined
from civalue_build.model.enums import Kind, Step, Stream
from civalue_build.model.worth import Counted, HealthAndWider, KindTotal, WiderItem

KINDS = tuple(kind for kind in Kind if kind.step is Step.SOCIETY)


def health_and_wider(
    ground: Ground, chains: Sequence[Chain], lines: Sequence[LineValue]
) -> HealthAndWider | None:
    """Return what only society counts, as units and as present values; none without such lines.

    Units are after all shares: attribution, deadweight, displacement and drop-off.
    """
    pairs = zip(chains, lines, strict=True)
    items = tuple(_item(ground, chain, line) for chain, line in pairs if line.kind in KINDS)
    if not items:
        return None
    totals = tuple(total for kind in KINDS if (total := _total(kind, items)))
    return HealthAndWider(
        items=items,
        units=tuple(_added(items)),
        by_kind=totals,
        claimed=sum((total.claimed for total in totals), 0.0),
        corrected=sum((total.corrected for total in totals), 0.0),
    )


def _item(ground: Ground, chain: Chain, line: LineValue) -> WiderItem:
    price = chain.terms.line.unit_value
    why = Undefined(line.undefined)
    entry = ground.prices.get((price and price.id) or "")
    return WiderItem(
        line=line.id,
        kind=line.kind or Kind.WIDER,
        party=line.party,
        units=_counted(ground, chain),
        unit_value=price.id if price else None,
        price=line.price,
        price_year=line.price_year,
        edition=f"{entry.source.title}, {entry.source.year or entry.from_date}" if entry else "",
        claimed=why if line.undefined else line.pv_claimed,
        corrected=why if line.undefined else line.pv_corrected,
    )


def _counted(ground: Ground, chain: Chain) -> Counted | None:
    """Return the units of a line by year; none where it counts none, or states no unit."""
    line = chain.terms.line
    if not line.unit or not has_quantity(line) or not chain.terms.is_counted:
        return None
    years = [0.0] * ground.horizon
    for year, number in chain.units.items():
        years[year] = float(number * chain.kept[year])
    return _sum_of(line.unit, years, _factors(ground, chain, line.unit))


def _sum_of(unit: str, years: Sequence[float], factors: Sequence[float]) -> Counted:
    discounted = (n * factor for n, factor in zip(years, factors, strict=True))
    return Counted(
        unit=unit, by_year=tuple(years), total=sum(years, 0.0), discounted=sum(discounted, 0.0)
    )


def _factors(ground: Ground, chain: Chain, unit: str) -> tuple[float, ...]:
    """Return the discount factors of a line; of one without a price, those of its unit's prices."""
    if not isinstance(chain.terms.price, Undefined):
        return chain.terms.discount
    return ground.discount[Stream.HEALTH if is_health(ground, unit) else Stream.MONEY]


def is_health(ground: Ground, unit: str) -> bool:
    """Whether the framework prices a unit as an effect on health."""
    values = (value for value in ground.framework.unit_values.values() if value.unit == unit)
    return any(entry.stream is Stream.HEALTH for value in values for entry in value.values)


def _added(items: Iterable[WiderItem]) -> Iterator[Counted]:
    """Add up the units of all items, unit by unit; no unit is ever added to another."""
    found: dict[str, list[Counted]] = {}
    for item in items:
        if item.units:
            found.setdefault(item.units.unit, []).append(item.units)
    for unit, own in found.items():
        yield Counted(
            unit=unit,
            by_year=tuple(map(sum, zip(*(one.by_year for one in own), strict=True))),
            total=sum((one.total for one in own), 0.0),
            discounted=sum((one.discounted for one in own), 0.0),
        )


def _total(kind: Kind, items: Iterable[WiderItem]) -> KindTotal | None:
    """Add up what has a value; none where nothing of the kind has one."""
    own = [(item.claimed, item.corrected) for item in items if item.kind is kind]
    claimed = [amount for amount, _ in own if not isinstance(amount, Undefined)]
    corrected = [amount for _, amount in own if not isinstance(amount, Undefined)]
    if not claimed:
        return None
    return KindTotal(kind=kind, claimed=sum(claimed, 0.0), corrected=sum(corrected, 0.0))
