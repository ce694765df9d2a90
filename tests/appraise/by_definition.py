"""The economics once more, by definition: plain loops over lines and years, sums from nothing.

Written from the rules of the methods pages, and sharing no code with `civalue_build.appraise`.
Slow and plain on purpose: what both say alike was worked out twice.

A figure is a number, or None where it is not defined.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from civalue_build.model.case import Basis, Case
from civalue_build.model.enums import Better, Kind, Perspective, PrintedOf, Stream
from civalue_build.model.estimate import Estimate, PriceYear
from civalue_build.model.evidence import Printed
from civalue_build.model.framework import Framework
from civalue_build.model.lines import BenefitLine, CostLine, FromMeasure, Line
from civalue_build.model.measures import Measure, SeriesPoint
from civalue_build.model.reference import Band, DatedValue, DiscountSchedule

Figure = float | None
Moves = Mapping[str, float]
"""Inputs that are not at their central number, by key."""

CASH = {"cash-releasing", "income", "funded-capacity"}
CAPACITY = CASH | {"released-capacity", "cost-avoided"}
EVERYTHING = CAPACITY | {"health", "experience", "wider"}
NHS = {"provider", "commissioner", "primary-care"}
PUBLIC = NHS | {"local-authority", "central-government"}
COUNTED = {"organisation": set[str](), "nhs": NHS, "public-sector": PUBLIC}


@dataclass(frozen=True, kw_only=True)
class Yearly:
    """One line in one year; `minus` is what its payer loses, corrected, where it is a transfer."""

    gross: float
    claimed: float
    corrected: float
    minus: float
    factor: float


@dataclass(frozen=True, kw_only=True)
class Account:
    """The figures of one perspective and horizon, with or without discounting."""

    costs: Figure
    benefits: Figure
    net: Figure
    ratio: Figure
    payback: Figure


@dataclass(frozen=True, kw_only=True)
class Given:
    """What the lines of a case are valued with."""

    case: Case
    basis: Basis
    framework: Framework
    schedule: DiscountSchedule
    moves: Moves = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Sums:
    """A case as it is summed up: its lines by id and year, None for one without a value."""

    given: Given
    lines: Mapping[str, Mapping[int, Yearly] | None]

    @property
    def case(self) -> Case:
        """The case."""
        return self.given.case

    @property
    def basis(self) -> Basis:
        """What its sums are based on."""
        return self.given.basis


def summed(case: Case, framework: Framework, discounting: str | None = None) -> Sums:
    """Value every line of a case that has money, in every year of its horizon."""
    basis = case.appraisal
    assert basis is not None
    name = discounting or basis.discounting or framework.default_discounting
    schedule = framework.schedules.get(name) or framework.schedules[framework.default_discounting]
    return _valued(Given(case=case, basis=basis, framework=framework, schedule=schedule))


def _valued(given: Given) -> Sums:
    return Sums(given=given, lines={line.id: _line(line, given) for line in given.case.lines})


def discount_factor(bands: tuple[Band, ...], year: int) -> float:
    """f(0) = 1; f(t) = f(t − 1) / (1 + the rate of the band that year t falls in)."""
    factor = 1.0
    for t in range(1, year + 1):
        rate = bands[-1].rate
        for band in bands:
            if t >= band.first and (band.last is None or t <= band.last):
                rate = band.rate
                break
        factor = factor / (1 + rate)
    return factor


def account(  # noqa: PLR0913 one figure for each way to count
    sums: Sums,
    perspective: Perspective,
    horizon: int,
    *,
    corrected: bool = False,
    discounted: bool = True,
    kinds: set[str] = EVERYTHING,
) -> Account:
    """Sum up one account over its years."""
    years = min(horizon, sums.basis.horizon)
    costs: list[float] = [0.0] * years
    benefits: list[float] = [0.0] * years
    knows_costs = sums.case.costs is not None
    stated: list[bool] = []
    for line in sums.case.lines:
        signs = _signs(sums.case, line, perspective, kinds)
        if not signs:
            continue
        found = sums.lines[line.id]
        if isinstance(line, CostLine):
            knows_costs = knows_costs and found is not None
        else:
            stated.append(found is not None)
        for year, item in (found or {}).items():
            if year < years:
                weight = item.factor if discounted else 1.0
                amount = _amount(item, signs, corrected=corrected) * weight
                (costs if isinstance(line, CostLine) else benefits)[year] += amount
    knows_benefits = sums.case.benefits is not None and (not stated or any(stated))
    return _account(costs, benefits, knows_costs=knows_costs, knows_benefits=knows_benefits)


def parties(sums: Sums) -> dict[str, tuple[Figure, Figure]]:
    """Return what each party pays and gains, discounted, as claimed."""
    names = ("self", *(partner.id for partner in sums.case.partners))
    return {name: (_paid(sums, name), _gained(sums, name)) for name in names}


def operational(sums: Sums) -> dict[str, list[float]]:
    """Return the quantity of each operational unit that benefits free, by year, after shares."""
    found: dict[str, list[float]] = {}
    for line in sums.case.benefits or ():
        unit = sums.given.framework.units.get(line.unit or "")
        if unit is None or not unit.operational:
            continue
        for year in _years(line, sums.given):
            units = _quantity(line, year, sums.given)
            if units is not None:
                share = _share(line, year, sums.given)
                years = found.setdefault(unit.id, [0.0] * sums.basis.horizon)
                years[year] += units * share
    return found


def printed(sums: Sums, item: Printed) -> Figure:
    """Compute a printed figure."""
    named = [line for line in sums.case.lines if line.id in item.lines]
    both = any(isinstance(x, CostLine) for x in named) and any(
        isinstance(x, BenefitLine) for x in named
    )
    if item.of in (PrintedOf.LINES, PrintedOf.UNIT_VALUES, PrintedOf.QUANTITY):
        return _of_lines(sums, item, named, both=both)
    horizon = item.horizon or sums.basis.horizon
    found = account(sums, item.perspective, horizon, discounted=not item.undiscounted)
    if item.of is PrintedOf.BREAK_EVEN:
        flat = account(sums, item.perspective, horizon, discounted=False)
        price = _prices(sums, named, both=both)
        return None if flat.costs is None or not price or price <= 0 else flat.costs / price
    return {
        PrintedOf.COSTS: found.costs,
        PrintedOf.BENEFITS: found.benefits,
        PrintedOf.NPV: found.net,
        PrintedOf.RETURN_PER_POUND: found.ratio,
        PrintedOf.NET_RETURN: None if found.ratio is None else found.ratio - 1,
        PrintedOf.PAYBACK: found.payback,
    }[item.of]


def _of_lines(sums: Sums, item: Printed, named: list[Line], *, both: bool) -> Figure:
    if item.of is PrintedOf.UNIT_VALUES:
        return _prices(sums, named, both=both)
    total: float | None = 0.0 if named else None
    for line in named:
        found = _counted(line, sums) if item.of is PrintedOf.QUANTITY else _claimed(line, sums)
        sign = -1 if both and isinstance(line, CostLine) and item.of is PrintedOf.LINES else 1
        total = None if found is None or total is None else total + sign * found
    return total


def _counted(line: Line, sums: Sums) -> Figure:
    """Return the units of a line over its years; unknown where those of any year are."""
    total = 0.0
    for year in line.years:
        units = _quantity(line, year, sums.given)
        if units is None:
            return None
        total += units if year < sums.basis.horizon else 0.0
    return total


def _claimed(line: Line, sums: Sums) -> Figure:
    found = sums.lines[line.id]
    return None if found is None else sum(item.claimed for item in found.values())


def _prices(sums: Sums, named: list[Line], *, both: bool) -> Figure:
    total: float | None = 0.0 if named else None
    for line in named:
        price = _price(line, sums.given)
        if price is None or total is None:
            return None
        rebased = price[0] * price[1]
        total += -rebased if both and isinstance(line, CostLine) else rebased
    return total


def _line(line: Line, given: Given) -> dict[int, Yearly] | None:
    """Value a line; what is not stated is unknown, unless the ledger has every year of it in full.

    A year that the ledger alone has is counted too: the money has moved.
    """
    own, actual = _years(line, given), _from_ledger(line, given.case)
    ledger = {y: given.moves.get(_key(line, f"ledger.{y}"), actual[y]) for y in actual}
    amounts = {year: _gross(line, year, given) for year in line.years}
    if None in amounts.values() and not (own and all(year in ledger for year in own)):
        return None
    years: dict[int, Yearly] = {}
    for year in range(given.basis.horizon):
        gross = ledger.get(year, amounts.get(year))
        if gross is not None:
            years[year] = _yearly(line, year, gross, given)
    return years


def _yearly(line: Line, year: int, gross: float, given: Given) -> Yearly:
    claimed = gross * _share(line, year, given)
    grade = given.framework.grades.of(line.grade)
    up, down = 1 + grade.cost_correction, 1 + grade.benefit_correction
    is_gain = isinstance(line, BenefitLine) and claimed > 0
    schedule, price = given.schedule, _price(line, given)
    is_health = line.unit_value is not None and price is not None and price[2] is Stream.HEALTH
    bands = schedule.health if is_health and schedule.health else schedule.money
    return Yearly(
        gross=gross,
        claimed=claimed,
        corrected=claimed * (down if is_gain else up),
        minus=claimed * (up if claimed > 0 else down),
        factor=discount_factor(bands, year),
    )


def _years(line: Line, given: Given) -> list[int]:
    return [year for year in line.years if year < given.basis.horizon]


def _gross(line: Line, year: int, given: Given) -> Figure:
    """Quantity × unit value, or the amount, × what brings its price year to the case's."""
    price = _price(line, given)
    if line.unit_value is not None:
        units = _quantity(line, year, given)
        if units is None or price is None:
            return None
        return units * price[0] * price[1] * _of_the_year(line, year, given)
    own = _of_year(line, year)
    key = _key(line, f"years.{year}" if own else "amount")
    amount = _number(own or line.amount, key, given)
    return None if amount is None or price is None else amount * price[1]


def _quantity(line: Line, year: int, given: Given) -> Figure:
    own = _of_year(line, year)
    if own is not None:
        is_counted = line.unit_value is not None
        return _number(own, _key(line, f"years.{year}"), given) if is_counted else None
    if isinstance(line, BenefitLine) and line.from_measure is not None:
        return given.moves.get(_key(line, "quantity"), _from_measure(line.from_measure, given.case))
    return _number(line.quantity, _key(line, "quantity"), given)


def _of_year(line: Line, year: int) -> Estimate | None:
    for item in line.years.by_year:
        if item.year == year:
            return item.value
    return None


def _from_measure(stated: FromMeasure, case: Case) -> Figure:
    """The change of a measure's mean, better counted as positive, × exposure × per unit.

    What others did meanwhile, where the work was not done, is no change of the work.
    """
    for measure in case.measures:
        if measure.id == stated.measure and measure.better is not Better.NEITHER:
            change = _change(measure, case.series.get(measure.id, measure.points))
            if change is None:
                return None
            if stated.net_of_controls and measure.effect and measure.effect.controls is not None:
                change -= measure.effect.controls
            sign = 1 if measure.better is Better.HIGHER else -1
            return sign * change * stated.exposure * stated.per_unit
    return None


def _change(measure: Measure, points: Sequence[SeriesPoint]) -> Figure:
    """From the points before and after, else from the two values, else as stated."""
    before, after = [], []
    for point in points:
        if measure.change_on is None or point.value is None:
            continue
        until = measure.baseline_until
        if point.date.first_day >= measure.change_on.first_day:
            after.append(point.value)
        elif until is None or point.date.first_day <= until.last_day:
            before.append(point.value)
    if before and after:
        return sum(after) / len(after) - sum(before) / len(before)
    if measure.before and measure.after:
        return measure.after.value - measure.before.value
    return measure.effect.value if measure.effect else None


def _share(line: Line, year: int, given: Given) -> float:
    """Attribution × (1 − deadweight) × (1 − displacement) × (1 − drop-off)^(years since first)."""
    if isinstance(line, CostLine):
        return 1.0
    used = {}
    for name in ("attribution", "deadweight", "displacement", "drop_off"):
        found = _number(getattr(line, name), _key(line, name), given)
        used[name] = float(name == "attribution") if found is None else found
    lasting = 1.0
    for _ in range(min(line.years), year):
        lasting *= 1 - used["drop_off"]
    return used["attribution"] * (1 - used["deadweight"]) * (1 - used["displacement"]) * lasting


def _price(line: Line, given: Given) -> tuple[float, float, Stream] | None:
    """Return the price of one unit, the factor to the case's price year, and its stream."""
    price = line.unit_value
    if price is None:
        bare = _rebase(line.price_year, given)
        return None if bare is None else (1.0, bare, Stream.MONEY)
    entry = _entry(price.id, given) if price.id else None
    if price.id and entry is None:
        return None
    key = f"unit-values.{price.id}" if price.id else _key(line, "unit_value")
    amount = _number(entry.value if entry else price.amount, key, given)
    year = entry.price_year if entry else price.price_year or line.price_year
    factor = _rebase(year, given)
    stream = entry.stream if entry else price.stream
    return None if amount is None or factor is None else (amount, factor, stream)


def _entry(name: str | None, given: Given) -> DatedValue | None:
    """Return the newest entry that began on or before the day of valuation."""
    value = given.framework.unit_values.get(name or "")
    day = given.basis.valued_on
    if value is not None and value.yearly:
        start = given.case.period.start
        half_way = (start.year * 12 + (start.month or 1) - 1 + 6) // 12
        return next((e for e in value.values if e.from_date.year == half_way), None)
    best: DatedValue | None = None
    for entry in value.values if value else ():
        if day is not None and entry.from_date.first_day > day.last_day:
            continue
        if best is None or entry.from_date.first_day >= best.from_date.first_day:
            best = entry
    return best


def _of_the_year(line: Line, year: int, given: Given) -> float:
    """Return a yearly price of the framework in a year of the case over that in its year 0."""
    name = line.unit_value.id if line.unit_value else None
    value = given.framework.unit_values.get(name or "")
    if value is None or not value.yearly:
        return 1.0
    start = given.case.period.start
    half_way = (start.year * 12 + (start.month or 1) - 1 + 6) // 12
    prices = {entry.from_date.year: entry.value.range for entry in value.values}
    first, now = prices[half_way], prices[half_way + year]
    assert first is not None
    assert now is not None
    return now.central / first.central


def _rebase(year: PriceYear | None, given: Given) -> Figure:
    """I[to] / I[from]; a year that the index does not reach is unknown."""
    name = given.basis.price_index or given.framework.default_price_index
    if name == "none" or year is None or year == given.basis.price_year:
        return 1.0
    index = given.framework.price_indices[name]
    to, start = (
        (index.financial if one.financial else index.calendar).get(one.label)
        for one in (given.basis.price_year, year)
    )
    return None if to is None or start is None else to / start


def _number(stated: Estimate | None, key: str, given: Given) -> Figure:
    """Return an input: where it was moved to, or its central number."""
    if stated is not None and stated.volume:
        shared = given.case.volumes.get(stated.volume)
        return _number(shared, f"volumes.{stated.volume}", given) if shared else None
    if stated is None or not stated.stated:
        return None
    if key in given.moves:
        return given.moves[key]
    if stated.total is not None:
        return stated.total / len(list(stated.over or ()))
    return _middle(stated) if stated.central is None else stated.central


def _middle(stated: Estimate) -> Figure:
    if stated.low is None or stated.high is None:
        return None
    return (stated.low + stated.high) / 2


def _key(line: Line, what: str) -> str:
    return f"{'costs' if isinstance(line, CostLine) else 'benefits'}.{line.id}.{what}"


def _from_ledger(line: Line, case: Case) -> dict[int, float]:
    """Return what the ledger has for a line in each year of which it has all twelve months."""
    start = case.period.start
    begin = start.year * 12 + (start.month or 1) - 1
    months: dict[int, float] = {}
    for entry in case.entries:
        if entry.line == line.id and entry.actual is not None:
            months[entry.month.year * 12 + (entry.month.month or 1) - 1 - begin] = entry.actual
    years = {}
    for year in range(60):
        twelve = [months.get(month) for month in range(12 * year, 12 * year + 12)]
        if None not in twelve:
            years[year] = sum(amount for amount in twelve if amount is not None)
    return years


def _counts(case: Case, perspective: Perspective, party: str) -> bool:
    """Whether what a party pays or gains is counted."""
    if perspective == "society" or party == "self":
        return True
    sectors = {partner.id: str(partner.sector) for partner in case.partners}
    return sectors.get(party) in COUNTED[str(perspective)]


def _signs(
    case: Case, line: Line, perspective: Perspective, kinds: set[str]
) -> tuple[int, int] | None:
    """Return how often a line's amount is gained, and lost, in a perspective; none if neither."""
    if isinstance(line, CostLine):
        return (1, 0) if _counts(case, perspective, line.paid_by) else None
    wide = line.kind in (Kind.HEALTH, Kind.EXPERIENCE, Kind.WIDER)
    if str(line.kind) not in kinds or (wide and perspective != "society"):
        return None
    gains = int(_counts(case, perspective, line.gained_by))
    transfers = line.kind in (Kind.INCOME, Kind.FUNDED_CAPACITY) and line.from_party is not None
    loses = int(transfers and _counts(case, perspective, line.from_party or ""))
    return (gains, loses) if gains or loses else None


def _amount(item: Yearly, signs: tuple[int, int], *, corrected: bool) -> float:
    gains, loses = signs
    if gains and loses:
        return 0.0
    if not corrected:
        return item.claimed * (gains - loses)
    return item.corrected if gains else -item.minus


def _account(
    costs: list[float], benefits: list[float], *, knows_costs: bool, knows_benefits: bool
) -> Account:
    spent = sum(costs) if knows_costs else None
    gained = sum(benefits) if knows_benefits else None
    if spent is None or gained is None:
        return Account(costs=spent, benefits=gained, net=None, ratio=None, payback=None)
    return Account(
        costs=spent,
        benefits=gained,
        net=gained - spent,
        ratio=gained / spent if spent > 1e-9 else None,
        payback=payback(costs, benefits),
    )


def payback(costs: list[float], benefits: list[float]) -> float | None:
    """Return the end of the last stretch of time in which the running total is below nothing.

    A year's costs fall at its start, its benefits evenly through it.
    """
    nothing = -1e-9 * max([abs(x) for x in (*costs, *benefits)], default=0.0)
    below_until = 0.0
    level = 0.0
    for year in range(len(costs)):
        start = level - costs[year]
        level = start + benefits[year]
        if level < nothing:
            below_until = year + 1.0
        elif start < nothing:
            below_until = year + min(1.0, -start / benefits[year])
    return None if level < nothing else below_until


def _paid(sums: Sums, party: str) -> Figure:
    if sums.case.costs is None:
        return None
    total = 0.0
    for line in sums.case.costs:
        if line.paid_by == party:
            found = sums.lines[line.id]
            if found is None:
                return None
            total += sum(item.claimed * item.factor for item in found.values())
    return total


def _gained(sums: Sums, party: str) -> Figure:
    total, known = 0.0, []
    for line in sums.case.benefits or ():
        found = sums.lines[line.id]
        times = int(line.gained_by == party)
        if line.kind in (Kind.INCOME, Kind.FUNDED_CAPACITY):
            times -= int(line.from_party == party)
        if line.gained_by == party or (line.kind.is_transfer and line.from_party == party):
            known.append(found is not None)
        total += times * sum(item.claimed * item.factor for item in (found or {}).values())
    if sums.case.benefits is None or (known and not any(known)):
        return None
    return total


def at(sums: Sums, moves: Moves) -> Figure:
    """Return the headline net present value with some inputs moved."""
    moved = _valued(replace(sums.given, moves=moves))
    return account(moved, Perspective.NHS, sums.basis.horizon, kinds=CAPACITY).net
