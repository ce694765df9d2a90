"""One generated case: the files of its folder, as a team would write them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from string import Template

from benchmarks import series
from benchmarks.story import story
from benchmarks.words import HERE, Words
from civalue_build.model.enums import Stream
from civalue_build.model.framework import Framework

VALUED_ON = (2026, 9, 1)
SIZES = ("story", "valued", "valued", "valued", "tracked")
"""A fifth are stories, three fifths valued, a fifth tracked."""
PRICE_YEARS = ("2022/23", "2023/24", "2024/25")
WITH_A_TARGET = 0.9
"""The share of valued cases whose aim has its number; the others get a finding for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """A unit value that lines are priced with: its id, its unit and its pounds a unit."""

    id: str
    title: str
    unit: str
    pounds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The ids of the framework that cases choose from."""

    settings: Sequence[str]
    tags: Sequence[str]
    priorities: Sequence[str]
    pay: Sequence[Price]
    freed: Sequence[Price]

    @classmethod
    def of(cls, framework: Framework) -> "Choices":
        """Take from a framework what it offers now."""
        prices = _prices(framework)
        return cls(
            settings=tuple(framework.settings),
            tags=tuple(framework.tags),
            priorities=tuple(framework.priorities),
            pay=[price for price in prices if price.unit == "hour"],
            freed=[price for price in prices if price.unit != "hour"],
        )


def _prices(framework: Framework) -> list[Price]:
    dated = ((id_, value, value.on(VALUED_ON)) for id_, value in framework.unit_values.items())
    return [
        Price(id=id_, title=value.title, unit=value.unit, pounds=entry.value.central)
        for id_, value, entry in dated
        if entry and entry.stream is Stream.MONEY and entry.value.central
        if not framework.units[value.unit].society_only
    ]


def case_files(choices: Choices, seed: int, number: int) -> tuple[str, dict[str, str]]:
    """Return the name of a case's folder, and the text of each of its files."""
    words, size = Words(seed, number), SIZES[number % len(SIZES)]
    start = words.between(2021, 2023)
    change, place = words["changes"], words.name()
    slots = _head(words, choices, start) | {
        "title": f"{change} at {place}",
        "title_lower": change.lower(),
        "place": f"Example {place}",
        "organisation": f"Example {place} {words['organisations']}",
    }
    files: dict[str, str] = {}
    if size != "story":
        slots |= _money(words, choices, start, ranged=size == "tracked") | _measures(words, start)
    if size == "tracked":
        files = series.tables(words, start)
        slots |= series.TRACKED | {"change_on": f"{start}-06"}
    front = _template("story" if size == "story" else "valued").substitute(slots)
    slug = f"{change.lower().replace(' ', '-')}-{number:06}"
    return slug, {"case.md": Template(front).safe_substitute(slots) + story(words), **files}


@cache
def _template(name: str) -> Template:
    return Template((HERE / "templates" / f"{name}.md").read_text(encoding="utf-8"))


def _head(words: Words, choices: Choices, start: int) -> dict[str, object]:
    return {
        "summary": f"An invented example. {words.sentence('gain')}. {words.sentence('gain')}.",
        "setting": words.random.choice(choices.settings),
        "status": words.random.choice(("completed", "under-way", "stopped")),
        "start": f"{start}-04",
        "end": f"{start + 3}-03",
        "ready": f"{start}-02",
        "review_by": f"{words.between(2027, 2029)}-09-01",
        "role": words["roles"],
        "tags": ", ".join(words.some(choices.tags, 3)),
        "aim": f"Halve what goes wrong with {words['thing']}",
        "value": f"First that {words['gain']} and then that {words['gain']}",
        "priority": words.random.choice(choices.priorities),
        "how": words.sentence("gain"),
        "staff": words.between(12, 80),
        "patients": words.between(9, 40),
        "readiness": f"We asked {words['staff']} and {words['staff']}",
        "population": words.sentence("people"),
        "prevention": words.random.choice(("primary", "secondary", "tertiary")),
        "inequalities": f"Results are read apart for {words['people']}",
        "for_patients": words.sentence("gain"),
        "for_staff": f"The work is less {words['felt']}",
        "adapt": f"Begin with {words['thing']}",
        "spread": f"{words.name()} begins next year",
        "tracking": "",
        "claim": "forecast",
        "series": "",
        "balance_series": "",
    }


def _money(words: Words, choices: Choices, start: int, *, ranged: bool) -> dict[str, object]:
    pay, freed = words.random.choice(choices.pay), words.random.choice(choices.freed)
    amount = _ranged if ranged else str
    return {
        "price_year": PRICE_YEARS[start - 2021],
        "counterfactual": f"Nothing else was planned and {words['because']}",
        "time_of": words["staff"],
        "hours": amount(words.between(200, 1600)),
        "pay": pay.id,
        "kit": amount(words.between(2, 24) * 600),
        "freed_label": f"{freed.title} no longer needed".replace(",", ""),
        "freed": amount(max(20, round(words.between(40_000, 320_000) / freed.pounds))),
        "freed_unit": freed.unit,
        "freed_value": freed.id,
        "kind": words.random.choice(("released-capacity", "cost-avoided")),
        "attribution": words.between(4, 9) / 10,
        "deadweight": words.between(1, 3) / 10,
        "grade": words.between(2, 5),
        "next_use": words.sentence("gain"),
        "agency": amount(words.between(4, 50) * 1200),
    }


def _ranged(central: int) -> str:
    return f"{{central: {central}, low: {round(central * 0.8)}, high: {round(central * 1.25)}}}"


def _measures(words: Words, start: int) -> dict[str, object]:
    before = words.between(120, 400)
    return {
        "outcome": words["measures"],
        "balance": words["balances"],
        "before": before / 10,
        "target": f"\n    target: {before / 20}" if words.random.random() < WITH_A_TARGET else "",
        "after": round(before * words.between(40, 90) / 100) / 10,
        "same": words.between(20, 60),
        "seen": words.between(2, 90) * 100,
        "year_before": f"{start - 1}/{start % 100}",
        "year_after": f"{start + 2}/{start % 100 + 3}",
    }
