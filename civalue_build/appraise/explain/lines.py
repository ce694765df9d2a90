"""One line, year by year: quantity × price × shares, corrected for evidence and discounted."""

from civalue_build.appraise.chain import Chain
from civalue_build.appraise.explain.basis import correction, discount, price_factor
from civalue_build.appraise.explain.book import Book
from civalue_build.appraise.explain.inputs import number, price_of_year
from civalue_build.appraise.ground import Ground
from civalue_build.appraise.inputs import DEFAULTS, share_key
from civalue_build.appraise.terms import Price, has_quantity
from civalue_build.model.appraisal import LineValue, Undefined, YearValue
from civalue_build.model.explained import Explained, How, Origin, Sort, What, Where, of_line
from civalue_build.model.lines import BenefitLine
from civalue_build.model.reference import Grade

VIEWS = (
    What.GROSS,
    What.CLAIMED,
    What.CORRECTED,
    What.DISCOUNTED,
    What.DISCOUNTED_CORRECTED,
)
"""The amounts of a line that are added up."""
_SHARES = {
    "attribution": What.ATTRIBUTION,
    "deadweight": What.DEADWEIGHT,
    "displacement": What.DISPLACEMENT,
    "drop_off": What.DROP_OFF,
}
_RESTS = {"deadweight": What.NOT_DEADWEIGHT, "displacement": What.NOT_DISPLACED}


class LineBook:
    """Writes the figures of one line into the book of its case."""

    def __init__(self, book: Book, ground: Ground, chain: Chain, value: LineValue) -> None:
        self.book, self.ground = book, ground
        self.chain, self.value = chain, value
        self.line = chain.terms.line
        self.grade: Grade = ground.framework.grades.of(self.line.grade)
        self._shares = tuple(self._constant_shares())

    def write(self) -> None:
        """Put down the line in every year, and the sums over all years."""
        years = tuple(map(self._year, self.value.by_year))
        for place, view in enumerate(VIEWS):
            terms = tuple(year[place] for year in years)
            if not self.value.undefined:
                name = of_line(self.line.id, view)
                self.book.made(name, view, Sort.MONEY, How.SUM, terms, of=self.line.id)

    def price(self) -> Explained:
        """Return the price of one unit at the case's prices."""
        name, sort = of_line(self.line.id, What.PRICE_BASED), Sort.PRICE
        return self.book.made(
            name, What.PRICE_BASED, sort, How.PRODUCT, self._price(), of=self.line.id
        )

    def units(self, year: int) -> Explained:
        """Return the units of a year as they are stated."""
        terms = self.chain.terms
        keys = {} if isinstance(terms.units, Undefined) else terms.units
        is_counted = has_quantity(self.line)
        what = What.QUANTITY if is_counted else What.AMOUNT
        sort = Sort.QUANTITY if is_counted else Sort.PRICE
        return number(self.book, self.ground, self.line, keys[year], what=what, sort=sort)

    def frees(self, unit: str) -> bool:
        """Whether the line is a benefit that counts this unit."""
        line, terms = self.line, self.chain.terms
        counts = isinstance(line, BenefitLine) and has_quantity(line) and terms.is_counted
        return counts and line.unit == unit

    def own_units(self, year: int) -> Explained:
        """Return the units of a year after all shares."""
        name = of_line(self.line.id, What.UNITS, year)
        terms = (self.units(year), *self._kept(year))
        return self.book.made(
            name, What.UNITS, Sort.QUANTITY, How.PRODUCT, terms, of=self.line.id, year=year
        )

    def _year(self, item: YearValue) -> tuple[Explained, ...]:
        book, line, year = self.book, self.line.id, item.year
        money, product = Sort.MONEY, How.PRODUCT

        def made(what: What, terms: tuple[Explained, ...], figure: float) -> Explained:
            name = of_line(line, what, year)
            return book.made(name, what, money, product, terms, figure=figure, of=line, year=year)

        gross = self._gross(item)
        claimed = made(What.CLAIMED, (gross, *self._kept(year)), item.claimed)
        by = correction(book, self.grade, self.value.side, item.claimed)
        corrected = made(What.CORRECTED, (claimed, by), item.corrected)
        factor = discount(book, self.ground, self.value.stream, year)
        return (
            gross,
            claimed,
            corrected,
            made(What.DISCOUNTED, (claimed, factor), item.discounted),
            made(What.DISCOUNTED_CORRECTED, (corrected, factor), item.discounted_corrected),
        )

    def _gross(self, item: YearValue) -> Explained:
        line, year, terms = self.line.id, item.year, self.chain.terms
        name = of_line(line, What.GROSS, year)
        if year in terms.actuals:
            origin = Origin(Where.LEDGER, line, self.line.source)
            how = How.STATED
            return self.book.leaf(
                name, What.LEDGER, Sort.MONEY, item.gross, origin, how=how, of=line, year=year
            )
        if year not in self.chain.units:
            taken = How.TAKEN
            return self.book.leaf(
                name, What.NOTHING, Sort.MONEY, 0.0, None, how=taken, of=line, year=year
            )
        parts = (self.units(year), *self._price(year))
        return self.book.made(
            name, What.GROSS, Sort.MONEY, How.PRODUCT, parts, figure=item.gross, of=line, year=year
        )

    def _price(self, year: int | None = None) -> tuple[Explained, ...]:
        price = self.chain.terms.price
        if isinstance(price, Undefined):
            return ()
        return (*self._own_price(price, year), *self._factor(price))

    def _own_price(self, price: Price, year: int | None) -> tuple[Explained, ...]:
        if price.key is None:
            return ()
        if year is not None and dict(price.yearly).get(year, 1) != 1:
            return (price_of_year(self.book, self.ground, price.key, year),)
        what, sort = What.PRICE, Sort.PRICE
        return (number(self.book, self.ground, self.line, price.key, what=what, sort=sort),)

    def _factor(self, price: Price) -> tuple[Explained, ...]:
        if price.year is None or price.factor == 1:
            return ()
        return (price_factor(self.book, self.ground, price.year, price.factor, price.index),)

    def _constant_shares(self) -> list[Explained]:
        """Return the shares that are the same in every year; what is not stated is left out."""
        if not isinstance(self.line, BenefitLine):
            return []
        rests = (self._rest(name, what) for name, what in _RESTS.items())
        return [self._share("attribution"), *(rest for rest in rests if rest)]

    def _share(self, name: str) -> Explained:
        key, what = share_key(self.line, name), _SHARES[name]
        if key in self.ground.numbers:
            return number(self.book, self.ground, self.line, key, what=what, sort=Sort.SHARE)
        default, of = DEFAULTS[name], self.line.id
        return self.book.leaf(key, what, Sort.SHARE, default, None, how=How.TAKEN, of=of)

    def _rest(self, name: str, what: What) -> Explained | None:
        share = self._share(name)
        if share.how is How.TAKEN:
            return None
        key = of_line(self.line.id, what)
        return self.book.made(key, what, Sort.SHARE, How.REST, (share,), of=self.line.id)

    def _kept(self, year: int) -> tuple[Explained, ...]:
        left = self._left(year) if self._shares else None
        return (*self._shares, left) if left else self._shares

    def _left(self, year: int) -> Explained | None:
        """Return what drop-off leaves of a year; none where nothing is lost."""
        later = year - self.line.years.first
        lost = self._share("drop_off")
        if later <= 0 or lost.how is How.TAKEN:
            return None
        book, line = self.book, self.line.id
        rest = book.made(
            of_line(line, What.KEPT), What.KEPT, Sort.SHARE, How.REST, (lost,), of=line
        )
        count = book.leaf(
            of_line(line, What.YEARS_LATER, year), What.YEARS_LATER, Sort.YEARS, later, None,
            how=How.COUNTED, of=line, year=year,
        )  # fmt: skip
        name = of_line(line, What.LEFT, year)
        terms = (rest, count)
        return book.made(name, What.LEFT, Sort.SHARE, How.POWER, terms, of=line, year=year)
