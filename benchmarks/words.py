"""Words and numbers for generated cases, drawn from one seeded source."""

import random
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import yaml

HERE = Path(__file__).parent


@cache
def vocabulary() -> Mapping[str, Sequence[str]]:
    """Return the lists of vocabulary.yml by name."""
    text = (HERE / "vocabulary.yml").read_text(encoding="utf-8")
    lists: dict[str, list[str]] = yaml.safe_load(text)
    return lists


class Words:
    """Everything that one case draws; the same seed and number always draw the same.

    It fills the gaps of a sentence: each look-up draws again.
    """

    def __init__(self, seed: int, number: int) -> None:
        self.random = random.Random(f"{seed}/{number}")  # noqa: S311 not a secret

    def __getitem__(self, gap: str) -> str:
        """Return an entry of the list `gap`, its own gaps filled."""
        if gap == "name":
            return self.name()
        if gap == "count":
            return str(self.between(13, 960))
        if gap == "share":
            return f"{self.between(8, 92)}%"
        return self.fill(self.random.choice(vocabulary()[gap]))

    def fill(self, pattern: str) -> str:
        """Return a pattern with each of its gaps filled."""
        return pattern.format_map(self) if "{" in pattern else pattern

    def sentence(self, words: str = "sentences") -> str:
        """Return an entry of a list as a sentence, without the full stop."""
        text = self[words]
        return text[0].upper() + text[1:]

    def name(self) -> str:
        """Return an invented place; as in any text a few are common and most are rare."""
        return "".join(self._often_first(f"name_{part}") for part in ("starts", "middles", "ends"))

    def between(self, low: int, high: int) -> int:
        """Return a whole number, both ends included."""
        return low + int(self.random.random() * (high - low + 1))

    def some(self, choices: Sequence[str], count: int) -> list[str]:
        """Return `count` different ones of `choices`."""
        return self.random.sample(choices, count)

    def _often_first(self, words: str) -> str:
        entries = vocabulary()[words]
        return entries[int(self.random.random() ** 2 * len(entries))]
