"""What a line adds to the headline, as one formula of its inputs: at any ends, and by the unit."""

from collections.abc import Callable, Iterable, Iterator

from civalue_build.model.enums import Perspective, Side
from civalue_build.model.record import record
from civalue_build.present.workbook.by_year import Block, ByYear, Ground
from civalue_build.present.workbook.inputs import TAKEN
from civalue_build.present.workbook.lines import Row
from civalue_build.present.workbook.terms import (
    NOTHING,
    ONE,
    Term,
    loss,
    power,
    product,
    rest,
    total,
)

At = Callable[[str], Term]
"""Where the number of an input is taken from."""


@record
class Worth:
    """A row of the headline, and what it needs to be worked out."""

    row: Row
    place: int
    ground: Ground
    made: ByYear
    factor: Term

    @property
    def sign(self) -> int:
        """Whether it raises the net present value, or lowers it."""
        return -1 if self.row.line.side is Side.COST or self.row.is_loss else 1

    def at(self, at: At) -> Term:
        """Return the present value with its sign, every input taken from `at`."""
        return _signed(self.sign, product((self._before_shares(at), *self._shares(at))))

    def uses(self, key: str) -> bool:
        """Whether an input is felt."""
        return any(used == key for used, _ in self._roles())

    def bends(self, key: str) -> bool:
        """Whether the value is no straight line along an input."""
        roles = {role for used, role in self._roles() if used == key}
        if roles == {"drop_off"}:
            return max(self._years(), default=0) - self.row.rests.first > 1
        return len(roles) > 1

    def slope(self, key: str) -> Term:
        """Return what one more unit of an input adds, where the value is a straight line."""
        role = next(role for used, role in self._roles() if used == key)
        return _signed(self.sign, self._slopes(role, key))

    def _slopes(self, role: str, key: str) -> Term:
        at = self._as_it_is
        if role == "units":
            return product((self.row.price, self.row.share, self._present(self._of(key))))
        if role == "ledger":
            year = int(key.rpartition(".")[2])
            return product((self.row.share, self._present([year], is_paid=True)))
        if role == "price":
            units = (product((at(k), self._present(self._of(k)))) for k in self._keys())
            return product((self.factor, self.row.share, total(units)))
        if role == "drop_off":
            return loss(product((self.row.share, total(self._later()))))
        return self._of_share(role, at)

    def _of_share(self, role: str, at: At) -> Term:
        kept = dict(zip(TAKEN, self._kept(at), strict=True))
        others = [term for name, term in kept.items() if name != role]
        found = product((self._before_shares(at), *others))
        return found if role == "attribution" else loss(found)

    def _as_it_is(self, key: str) -> Term:
        return self.ground.inputs.by_key[key].value

    def _roles(self) -> Iterator[tuple[str, str]]:
        rests = self.row.rests
        yield from ((key, "units") for key in self._keys())
        if rests.price and self._keys():
            yield rests.price, "price"
        yield from ((self._ledger(year), "ledger") for year in self._paid())
        if self._years():
            known = self.ground.inputs.by_key
            yield from ((key, name) for name, key in rests.shares.items() if key in known)

    def _years(self) -> list[int]:
        return sorted(self.made.amounts[Block.GROSS][self.place])

    def _paid(self) -> list[int]:
        return [year for year in self._years() if year in self.row.rests.actuals]

    def _ledger(self, year: int) -> str:
        side = "benefits" if self.row.rests.shares else "costs"
        return f"{side}.{self.row.line.id}.ledger.{year}"

    def _keys(self) -> list[str]:
        rests = self.row.rests
        return list(dict.fromkeys(rests.units[y] for y in self._years() if y not in rests.actuals))

    def _of(self, key: str) -> list[int]:
        rests = self.row.rests
        years = (year for year in self._years() if year not in rests.actuals)
        return [year for year in years if rests.units[year] == key]

    def _before_shares(self, at: At) -> Term:
        rests, left = self.row.rests, self._left(at)
        units = total(
            product((at(key), self._present(self._of(key), left))) for key in self._keys()
        )
        found = []
        if self._keys():
            found.append(product((at(rests.price) if rests.price else ONE, self.factor, units)))
        for year in self._paid():
            present = self._present([year], left, is_paid=True)
            found.append(product((at(self._ledger(year)), present)))
        return total(found)

    def _left(self, at: At) -> Term:
        key = self.row.rests.shares.get("drop_off", "")
        return rest(at(key)) if key in self.ground.inputs.by_key else ONE

    def _shares(self, at: At) -> tuple[Term, ...]:
        return self._kept(at) if self.row.rests.shares else ()

    def _kept(self, at: At) -> tuple[Term, ...]:
        inputs, shares = self.ground.inputs, self.row.rests.shares
        found = (
            at(shares[name]) if shares[name] in inputs.by_key else inputs.taken[name]
            for name in TAKEN
        )
        attribution, deadweight, displacement = found
        return attribution, rest(deadweight), rest(displacement)

    def _later(self) -> Iterator[Term]:
        """Go through present values before shares of the years that feel a drop-off once."""
        for year in self._years():
            if year > self.row.rests.first:
                gross = self.made.amounts[Block.GROSS][self.place][year]
                yield product((gross, self._discount(year)))

    def _present(
        self, years: Iterable[int], left: Term | None = None, *, is_paid: bool = False
    ) -> Term:
        """Return the present value of one unit in each of some years.

        `left` is what drop-off leaves each year; without it that is as the sheet has it.
        """
        given = list(years)
        weights = list(self._weights(given, left, is_paid=is_paid))
        factors = self.ground.factors[self.row.line.stream]
        plain = [factors.by_year[year] for year in given]
        if len(given) > 1 and weights == plain and given[-1] - given[0] == len(given) - 1:
            return Term(f"SUM({plain[0].text}:{_bare(plain[-1])})", total(weights).value)
        return total(weights)

    def _weights(self, years: list[int], left: Term | None, *, is_paid: bool) -> Iterator[Term]:
        multiples = {} if is_paid else self.made.multiples[self.place]
        for year in years:
            faded = self.made.left[self.place].get(year, ONE)
            if left is not None:
                faded = power(left, max(0, year - self.row.rests.first)) if left is not ONE else ONE
            yield product((multiples.get(year, ONE), faded, self._discount(year)))

    def _discount(self, year: int) -> Term:
        return self.ground.factors[self.row.line.stream].by_year[year]


def worths(ground: Ground, made: ByYear) -> tuple[Worth, ...]:
    """Return the rows that the headline counts."""
    return tuple(
        Worth(
            row=row,
            place=place,
            ground=ground,
            made=made,
            factor=ground.prices[row.line.id],
        )
        for place, row in enumerate(ground.rows.rows)
        if row.has_value and row.weights[Perspective.NHS]
    )


def _bare(term: Term) -> str:
    """Return the way to a cell without its sheet, for the end of a range."""
    return term.text.rpartition("!")[2]


def _signed(sign: int, term: Term) -> Term:
    if term is ONE or term is NOTHING:
        return Term(f"{sign * term.value:g}", sign * term.value)
    return loss(term) if sign < 0 else term
