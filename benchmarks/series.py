"""The tables of a tracked case: monthly series, and a ledger of plan against actual."""

from collections.abc import Iterator

from benchmarks.words import Words

TRACKED = {
    "tracking": (
        "claim: measured\nledger: ledger.csv\n"
        "sign_off: {by: Deputy director of finance, date: 2026-05-12, covers: [agency]}\n"
    ),
    "claim": "measured",
    "series": ("\n    series: outcome.csv\n    chart: xmr\n    change_on: $change_on"),
    "balance_series": ", series: balance.csv, chart: run, change_on: $change_on",
}
"""What a tracked case says in its front matter beside what a valued one says."""


def tables(words: Words, start: int) -> dict[str, str]:
    """Return the CSV files of a case that began in April of the year `start`."""
    return {
        "outcome.csv": _outcome(words, start),
        "balance.csv": _balance(words, start),
        "ledger.csv": _ledger(words, start),
    }


def _months(year: int, count: int) -> Iterator[str]:
    """Give `count` months from April of `year`."""
    return (f"{year + (3 + n) // 12}-{(3 + n) % 12 + 1:02}" for n in range(count))


def _outcome(words: Words, start: int) -> str:
    level = words.between(120, 400) / 10
    rows = []
    for at, month in enumerate(_months(start - 1, words.between(24, 60))):
        level *= 1.0 if at < 14 else 0.985
        value = level * (0.9 + words.random.random() / 5)
        rows.append(f"{month},{value:.2f},{words.between(700, 9000)},\n")
    return "date,value,denominator,note\n" + "".join(rows)


def _balance(words: Words, start: int) -> str:
    months = _months(start - 1, words.between(24, 60))
    return "date,value\n" + "".join(f"{month},{words.between(200, 600) / 10}\n" for month in months)


def _ledger(words: Words, start: int) -> str:
    plans = {"kit": words.between(2, 24) * 50, "agency": words.between(4, 50) * 100}
    rows = (
        f"{month},{line},{plan},{plan * words.between(80, 120) // 100}\n"
        for month in _months(start, 36)
        for line, plan in plans.items()
    )
    return "month,line,plan,actual\n" + "".join(rows)
