"""Faults of single values: text, numbers, dates, words of a list."""

from civalue_build.source.faults.doc import fault

WRONG_KIND_OF_VALUE = fault(
    21,
    "wrong-kind-of-value",
    "A value is text where a list belongs, a list where a number belongs, or the like.",
    """Look at the example of this key in the description of the format.""",
)
NOT_A_NUMBER = fault(
    22,
    "not-a-number",
    "A number is not written in plain digits.",
    """Write numbers in digits with a point for decimals: 12000 and not 12,000; 5 and not £5;
    0.05 and not 5%; 1000 and not 1e3; without quotes. Where a number is not known, write
    not-stated.""",
)
NOT_FINITE = fault(
    23,
    "not-finite",
    "A number is infinite or no number at all.",
    """Sums cannot be made with .inf or .nan. Where a number is not known, write not-stated.""",
)
WORD_NOT_IN_LIST = fault(
    24,
    "word-not-in-list",
    "A value is not one of the words that this key takes.",
    """Some keys take one word of a fixed list, so that cases can be compared. Use the word that the
    message names, spelt exactly so.""",
)
NOT_A_DATE = fault(
    25,
    "not-a-date",
    "A date is not written as year, month and day, or does not exist.",
    """Write 2023, 2023-04 or 2023-04-01, as exactly as you know it.""",
)
NOT_A_PRICE_YEAR = fault(
    26,
    "not-a-price-year",
    "A price year is neither a financial nor a calendar year.",
    """Write 2023/24 for the financial year from April 2023 to March 2024, or 2023 where the source
    means the calendar year.""",
)
YEARS_NOT_READABLE = fault(
    27,
    "years-not-readable",
    "The years of a line cannot be read.",
    """Years are counted from 0, the first twelve months from the start of the period. Write 0, or
    0-2 for each year from 0 to 2, or [0, 2] for these two, or {0: 1650, 1: 800} for a number of
    its own in each year. The last possible year is 200.""",
)
NUMBER_STATED_TWO_WAYS = fault(
    28,
    "number-stated-two-ways",
    "A number is stated in two ways at once, or only in part.",
    """Give one number; or a range with low and high, and central where somebody stated it; or a
    total with the years it is spread over; or the name of a volume; or not-stated.""",
)
RANGE_OUT_OF_ORDER = fault(
    29,
    "range-out-of-order",
    "The ends of a range are in the wrong order.",
    """Low is at most central, and central at most high. Of two negative numbers, the one further
    from zero is the lower.""",
)
SHARE_OUTSIDE_0_TO_1 = fault(
    30,
    "share-outside-0-to-1",
    "A share is less than 0 or more than 1.",
    """Attribution, deadweight, displacement and drop_off are shares: 60 per cent is
    written 0.6.""",
)
NUMBER_OUTSIDE_LIMITS = fault(
    31,
    "number-outside-limits",
    "A number lies outside the scale that it belongs to.",
    """An evidence grade runs from 1 to 6, the Maryland scale from 0 to 5, a horizon from 1 to 200
    years, and format is 1. No number of a case is beyond 1,000,000,000,000 (a million million):
    it holds digits too many.""",
)
EMPTY_TEXT = fault(
    37,
    "empty-text",
    "A text that must say something is empty.",
    """Fill it in.""",
)
NOT_ABOVE_ZERO = fault(
    38,
    "not-above-zero",
    "A number that counts or rounds is zero or negative.",
    """People and observations are counted from 0 upwards, and figures are rounded to the nearest
    number above zero. A column of counts that is drawn as shares counts somebody.""",
)
ID_NOT_USABLE = fault(
    40,
    "id-not-usable",
    "An id holds spaces or signs.",
    """Ids join the parts of a case. Use letters, digits, hyphens, dots and underscores, beginning
    with a letter or digit: lead-nurse.""",
)
TEXT_TOO_LONG = fault(
    92,
    "text-too-long",
    "A text is longer than its place on the page allows.",
    """An id has at most 80 characters, a title, label, name or other text of one line 300, and a
    summary or an address of the web 2,000. What needs more words belongs in the text below the
    front matter.""",
)
NOT_AN_EMAIL_ADDRESS = fault(
    93,
    "not-an-email-address",
    "The email of the contact is not one plain address.",
    """Write the address of a team and nothing else: name@host.tld, without spaces, a display name
    or the signs ? & %, which would put words into a message that somebody else sends.""",
)
