"""Faults of lines, and of what belongs together in a case."""

from civalue_build.source.faults.doc import fault

NEGATIVE_COST = fault(
    33,
    "negative-cost",
    "A cost is negative.",
    """Costs are what doing the work takes, and are never negative. A saving, or money that comes
    in, is a benefit. Something that the work makes worse is a benefit with a negative amount.""",
)
LINE_WITHOUT_ONE_AMOUNT = fault(
    34,
    "line-without-one-amount",
    "A line has no amount, or two.",
    """State a line either as a quantity with a unit_value, or as an amount. Where years gives a
    number for each year, those numbers are the quantities (with a unit_value) or the amounts
    (without). A benefit of kind health, experience or wider may have a quantity alone, or
    nothing. What is not known is written not-stated.""",
)
MONEY_WITHOUT_BASIS = fault(
    35,
    "money-without-basis",
    "A case with costs or benefits does not say in which prices and over how many years.",
    """Add appraisal with price_year (2023/24, or 2011 where the source means the calendar year) and
    horizon (the number of years that are counted).""",
)
DUPLICATE_ID = fault(
    36,
    "duplicate-id",
    "Two lines, measures, sources or partners have the same id.",
    """An id names one thing. Costs and benefits share one set of ids. The partner id self is taken:
    it is the organisation that did the work.""",
)
UNKNOWN_VOLUME = fault(
    39,
    "unknown-volume",
    "A number names a volume that the case does not define.",
    """Where a word stands in place of a number, it must be a key under volumes, or not-stated. A
    volume itself holds numbers and names no other volume.""",
)
TOO_MANY_ENTRIES = fault(
    90,
    "too-many-entries",
    "A case holds more than its page can show.",
    """A case may have 60 measures with 12,000 points together, 50 costs and benefits together,
    60 printed figures, 30 bands of what patients cost, 30 stages of a pathway, and 400 entries in
    any other list. The years of all lines may be 1,500
    together, and so may the lines times the horizon; the lines times the numbers in them may be
    3,000, and the lines times the printed figures 200. Add up what belongs together, or make two
    cases of one.""",
)
SERIES_USED_TWICE = fault(
    91,
    "series-used-twice",
    "Two measures name the same table.",
    """Each measure has a series of its own. Where two measures come from one data set, save one
    table for each.""",
)
